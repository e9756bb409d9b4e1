import { useEffect, useState } from 'preact/hooks';
import type { EntryId } from '../domain/ids.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import type { OutcomeText } from '../ui/outcome-text.ts';
import { EndBanner } from './notices.tsx';
import { usePopup } from './popup-context.ts';
import { copySecret, failed } from './use-password.ts';

interface ShownCode {
  readonly code: string;
  readonly validUntil: number;
}

function useCode(entryId: EntryId) {
  const { ask } = usePopup();
  const [shown, setShown] = useState<ShownCode | null>(null);
  const [notice, setNotice] = useState<OutcomeText | null>(null);
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setShown(null), Math.max(0, shown.validUntil - Date.now()));
    return () => clearTimeout(timer);
  }, [shown]);
  const fetchCode = async (): Promise<ShownCode | null> => {
    const answer = await ask('credential.code', { entryId });
    setNotice(answer.ok ? null : failed(answer.failure));
    return answer.ok ? answer.value : null;
  };
  const show = async (): Promise<void> => setShown(shown === null ? await fetchCode() : null);
  const copy = async (): Promise<void> => {
    const now = await fetchCode();
    if (now !== null) setNotice(await copySecret(ask, now.code));
  };
  return { shown, notice, show, copy };
}

/** The one-time code of this moment, for whoever has View password; gone again when it has run out. */
export function CodePart({ entryId }: { readonly entryId: EntryId }) {
  const { shown, notice, show, copy } = useCode(entryId);
  return (
    <>
      <dt>{text('popupOneTimeCode')}</dt>
      <dd>
        <div class="fact">
          {shown === null ? (
            <span class="fact-value veiled" role="img" aria-label={text('popupHidden')}>
              ••••••
            </span>
          ) : (
            <code class="fact-value">{shown.code}</code>
          )}
          <Button
            onClick={() => void show()}
            label={shown === null ? text('popupShowOnetimeCode') : text('popupHideOnetimeCode')}
          >
            {shown === null ? text('popupShow') : text('popupHide')}
          </Button>
          <Button onClick={() => void copy()} label={text('popupCopyOnetimeCode')}>
            {text('popupCopy')}
          </Button>
        </div>
        {notice !== null && <EndBanner end={notice} entryName="" />}
      </dd>
    </>
  );
}
