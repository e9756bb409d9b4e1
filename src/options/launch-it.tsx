import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { Failure } from '../domain/failure.ts';
import type { EntryList, SessionEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from './failure-note.tsx';
import { firstSession } from './first-steps.ts';
import { useVault } from './vault-context.ts';

/** Whether the IT Glue credentials list comes first, which is the popup's. */
function promptsFirst({ credentialEntryId }: SessionEntryView, { entries }: EntryList): boolean {
  const linked = entries.find(({ id }) => id === credentialEntryId);
  return linked?.kind === 'credential' && linked.selection.mode === 'always-prompt';
}

/** The end of the first steps: the session that was made is used. */
export function LaunchIt({ list }: { readonly list: EntryList }) {
  const { ask } = useVault();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [byHand, setByHand] = useState(false);
  const session = firstSession(list);
  if (session === undefined) return null;
  const launch = async (): Promise<void> => {
    setFailure(null);
    if (promptsFirst(session, list)) return browser.action.openPopup().catch(() => setByHand(true));
    const answer = await ask('session.launch', { entryId: session.id, passwordId: null });
    setFailure(answer.ok ? null : answer.failure);
  };
  return (
    <div class="launch-it">
      <p>
        <strong>{text('optionsReadyToLaunch', session.name)}</strong>{' '}
        <span class="hint">
          {text(promptsFirst(session, list) ? 'optionsLaunchChoosesFirst' : 'optionsLaunchOpensAndFills')}
        </span>
      </p>
      <Button kind="primary" onClick={() => void launch()}>
        {text('optionsLaunchIt')}
      </Button>
      <p role="status">{byHand && text('optionsLaunchByToolbar')}</p>
      <FailureNote failure={failure} />
    </div>
  );
}
