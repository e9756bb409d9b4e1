import { useState } from 'preact/hooks';
import type { AuditRecord } from '../domain/audit.ts';
import type { Failure } from '../domain/failure.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { setByAdministrator } from '../ui/policy-text.ts';
import { saveFile } from '../ui/save-file.ts';
import { FailureNote } from './failure-note.tsx';
import { useVault } from './vault-context.ts';

const types = { csv: 'text/csv', json: 'application/json' } as const;

interface AuditExportsProps {
  /** What is shown; null: all that there is. */
  readonly found: readonly AuditRecord[] | null;
  /** What is to be in the file is not all read yet. */
  readonly early?: boolean;
}

/** Records of the audit as a file, chained as they are. */
export function AuditExports({ found, early = false }: AuditExportsProps) {
  const { ask, managed } = useVault();
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (format: 'csv' | 'json'): Promise<void> => {
    const answer = await ask('audit.export', { seqs: found === null ? null : found.map(({ seq }) => seq), format });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) saveFile(`linked-vault-audit.${format}`, types[format], answer.value.text);
  };
  if (managed.policy.disableExport)
    return <p class="hint">{sentences(setByAdministrator(), text('optionsNoExport'))}</p>;
  return (
    <>
      <div class="actions">
        <Button disabled={early} onClick={() => void save('csv')}>
          {text('optionsExportAsCsv')}
        </Button>
        <Button disabled={early} onClick={() => void save('json')}>
          {text('optionsExportAsJson')}
        </Button>
      </div>
      <FailureNote failure={failure} />
    </>
  );
}
