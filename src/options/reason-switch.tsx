import { useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { SwitchField } from '../ui/switch-field.tsx';
import { FailureNote } from './failure-note.tsx';
import { useVault } from './vault-context.ts';

interface ReasonSwitchProps {
  readonly entry: CredentialEntryView;
  readonly reload: () => void;
}

/** Whether each use of the entry asks for a reason first. An administrator's, also where a technician may edit the rest. */
export function ReasonSwitch({ entry, reload }: ReasonSwitchProps) {
  const { ask, administrator } = useVault();
  const [failure, setFailure] = useState<Failure | null>(null);
  const set = async (asks: boolean): Promise<void> => {
    const answer = await ask('credentialEntry.setAsksReason', { entryId: entry.id, rev: entry.rev, asks });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) reload();
  };
  return (
    <section class="card" aria-labelledby="reasons">
      <h2 id="reasons">{text('optionsReason')}</h2>
      <SwitchField
        label={text('optionsAskReasonTicketNumber')}
        name="asksReason"
        hint={text('optionsBeforeEntryRevealedCopiedFilled')}
        checked={entry.asksReason === true}
        disabled={!administrator}
        onChange={(asks) => void set(asks)}
      />
      <FailureNote failure={failure} />
    </section>
  );
}
