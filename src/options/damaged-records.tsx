import { useState } from 'preact/hooks';
import type { DamagedRecord, Failure } from '../domain/failure.ts';
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
  const count = records.length === 1 ? 'One record' : `${records.length} records`;
  return (
    <Banner kind="warning">
      <p>
        <strong>{count} of this vault cannot be opened.</strong> Everything else works.
      </p>
      <ul class="damaged">
        {records.map((record) => (
          <li key={`${record.kind} ${record.id}`}>{damagedText(record)}</li>
        ))}
      </ul>
      {!administrator && <p>Tell the administrator of this vault.</p>}
      {administrator && !asked && <Button onClick={() => setAsked(true)}>Discard damaged records…</Button>}
      {administrator && asked && (
        <div class="confirm">
          <p>If you have a copy of the browser profile from before, keep it first. Discarding cannot be undone.</p>
          <Button kind="danger" onClick={() => void discard()}>
            Discard {records.length === 1 ? 'the damaged record' : `${records.length} damaged records`}
          </Button>
          <Button onClick={() => setAsked(false)}>Keep</Button>
        </div>
      )}
      <FailureNote failure={failure} />
    </Banner>
  );
}
