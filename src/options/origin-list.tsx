/** Origins in a sentence, each as it is written, also where the sentence runs from right to left. */
export function OriginList({ origins }: { readonly origins: readonly string[] }) {
  return (
    <>
      {origins.map((origin, index) => (
        <span key={origin}>
          {index > 0 && ', '}
          <code dir="ltr">{origin}</code>
        </span>
      ))}
    </>
  );
}
