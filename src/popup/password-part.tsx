import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { useCountdown } from '../ui/use-countdown.ts';
import { EndBanner } from './notices.tsx';
import { type PasswordRef, revealSeconds, usePassword } from './use-password.ts';

function TimeLeft() {
  const { left } = useCountdown(revealSeconds);
  return <span class="fact-value hint">{text('popupHiddenAgainInS', left)}</span>;
}

/** Reveal and copy, for whoever has View password. */
export function PasswordPart({ which }: { readonly which: PasswordRef }) {
  const { value, busy, notice, reveal, copy, hide } = usePassword(which);
  return (
    <>
      <dt>{text('popupPassword')}</dt>
      <dd>
        <div class="fact">
          {value === null ? (
            <span class="fact-value veiled" role="img" aria-label={text('popupHidden')}>
              ••••••••
            </span>
          ) : (
            <TimeLeft />
          )}
          <Button
            busy={busy === 'reveal'}
            onClick={() => (value === null ? void reveal() : hide())}
            label={value === null ? text('popupRevealPassword') : text('popupHidePassword')}
          >
            {value === null ? text('popupReveal') : text('popupHide')}
          </Button>
          <Button busy={busy === 'copy'} onClick={() => void copy()} label={text('popupCopyPassword')}>
            {text('popupCopy')}
          </Button>
        </div>
        {/* As it is, character by character: never trimmed, folded or cut. */}
        {value !== null && (
          <code class="revealed" dir="ltr">
            {value}
          </code>
        )}
        {notice !== null && <EndBanner end={notice} entryName="" />}
      </dd>
    </>
  );
}
