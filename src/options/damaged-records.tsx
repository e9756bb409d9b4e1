import { useState } from 'preact/hooks';
import type { DamagedRecord, Failure } from '../domain/failure.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { damagedText } from '../ui/damaged-text.ts';
import { FailureNote } from './failure-note.tsx';
import { useVault } from './vault-context.ts';

interface DamagedRecordsProps {
  readonly records: readonly DamagedRecord[];
  readonly onDiscarded: () => void;
}

/** Records that could not be opened: said plainly, and given up only by a deliberate second step. */
export function DamagedRecords({ records, onDiscarded }: DamagedRecordsProps) {
  const { ask, administrator } = useVault();
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (records.length === 0) return null;
  const discard = async (): Promise<void> => {
    const answer = await ask('vault.discardDamaged', { records });
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setAsked(false);
    onDiscarded();
  };

  return (
    <Banner kind="warning">
      <p>
        <strong>{plural('optionsDamagedRecords', records.length)}</strong> {text('optionsEverythingElseWorks')}
      </p>
      <ul class="damaged">
        {records.map((record) => (
          <li key={`${record.kind} ${record.id}`}>{damagedText(record)}</li>
        ))}
      </ul>
      {!administrator && <p>{text('optionsTellYourAdministrator')}</p>}
      {administrator && !asked && (
        <Button onClick={() => setAsked(true)}>{text('optionsDiscardDamagedRecords')}</Button>
      )}
      {administrator && asked && (
        <div class="confirm">
          <p>{text('optionsIfYouHaveCopyBrowser')}</p>
          <Button kind="danger" onClick={() => void discard()}>
            {plural('optionsDiscardDamaged', records.length)}
          </Button>
          <Button onClick={() => setAsked(false)}>{text('optionsKeep')}</Button>
        </div>
      )}
      <FailureNote failure={failure} />
    </Banner>
  );
}
