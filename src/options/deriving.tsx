/** Progress without an end in sight, said aloud once. */
export function Deriving({ waiting, text }: { readonly waiting: boolean; readonly text: string }) {
  return (
    <div class="deriving" role="status">
      {waiting && (
        <>
          <progress aria-hidden="true" />
          <span>{text}</span>
        </>
      )}
    </div>
  );
}
