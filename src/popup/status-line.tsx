import { text } from '../texts/text.ts';
import { keyText } from '../ui/key-text.ts';

interface StatusLineProps {
  /** How the last small act ended; empty: nothing to say. */
  readonly said: string;
  /** What Enter does to the row in front; null: there is none. */
  readonly enter: string | null;
  /** There is no row that a key could lead to. */
  readonly empty: boolean;
}

const hints = [
  ['Control+C', 'popupKeyUserName'],
  ['Control+Shift+C', 'popupKeyPassword'],
  ['Control+K', 'popupKeyAllActions'],
] as const;

function KeyHints({ enter }: Pick<StatusLineProps, 'enter'>) {
  return (
    <p class="key-hints">
      {enter === null ? (
        <span>
          <kbd>↓</kbd> {text('popupKeyFirstEntry')}
        </span>
      ) : (
        <span>
          <kbd>{keyText('Enter')}</kbd> {enter}
        </span>
      )}
      {enter !== null &&
        hints.map(([key, does]) => (
          <span key={key}>
            <kbd>{keyText(key)}</kbd> {text(does)}
          </span>
        ))}
    </p>
  );
}

/** The line below the list: what just happened, read aloud too, and which keys there are. */
export function StatusLine({ said, enter, empty }: StatusLineProps) {
  return (
    <>
      <p class="said" role="status">
        {said}
      </p>
      {!empty && <KeyHints enter={enter} />}
    </>
  );
}
