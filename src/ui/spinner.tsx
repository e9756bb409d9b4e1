/** Something is under way; the text says what. */
export function Spinner({ text }: { readonly text: string }) {
  return (
    <span class="spinner" role="status">
      {text}
    </span>
  );
}
