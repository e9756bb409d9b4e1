import { keyText } from '../ui/key-text.ts';

interface StatusLineProps {
  /** How the last small act ended; empty: nothing to say. */
  readonly said: string;
  /** What Enter does to the row in front; null: there is none. */
  readonly enter: string | null;
}

const hints = [
  ['Control+C', 'user name'],
  ['Control+Shift+C', 'password'],
  ['Control+K', 'all actions'],
] as const;

/** The line below the list: what just happened, read aloud too, and which keys there are. */
export function StatusLine({ said, enter }: StatusLineProps) {
  return (
    <>
      <p class="said" role="status">
        {said}
      </p>
      <p class="key-hints">
        {enter === null ? (
          <span>
            <kbd>↓</kbd> first entry
          </span>
        ) : (
          <span>
            <kbd>Enter</kbd> {enter}
          </span>
        )}
        {enter !== null &&
          hints.map(([key, does]) => (
            <span key={key}>
              <kbd>{keyText(key)}</kbd> {does}
            </span>
          ))}
      </p>
    </>
  );
}
