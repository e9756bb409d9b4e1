import { useMemo, useState } from 'preact/hooks';
import type { AuditReading, AuditRecord } from '../domain/audit.ts';
import { filteredAudit } from '../domain/audit-filter.ts';
import { displayText } from '../domain/display-text.ts';
import type { Failure } from '../domain/failure.ts';
import { countText } from '../texts/count-text.ts';
import { momentText } from '../texts/moment-text.ts';
import { plural } from '../texts/plural.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { setByAdministrator } from '../ui/policy-text.ts';
import { saveFile } from '../ui/save-file.ts';
import { VirtualList } from '../ui/virtual-list.tsx';
import { AuditFilters, type AuditQuestion, everything, filterOf } from './audit-filters.tsx';
import { aboutText, actionText, countedText, doubtText, roleText } from './audit-text.ts';
import { FailureNote } from './failure-note.tsx';
import { PageHeading } from './page-heading.tsx';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

const rowHeight = 52;

function Row({ record }: { readonly record: AuditRecord }) {
  const { outcome } = record;
  return (
    <div class="audit-row">
      <span class="audit-what">
        {actionText(record.action)}
        {outcome !== 'ok' && `: ${displayText(outcome)}`}
        {countedText(record)}
      </span>
      <span class="entry-detail">
        {momentText(record.at)} · {roleText(record.role)} · {record.by}
        {typeof record.reason === 'string' && ` · ${text('optionsAuditReason', displayText(record.reason))}`}
      </span>
      <bdi class="audit-about">{displayText(aboutText(record))}</bdi>
    </div>
  );
}

const types = { csv: 'text/csv', json: 'application/json' } as const;

function Exports({ question }: { readonly question: AuditQuestion }) {
  const { ask, managed } = useVault();
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (format: 'csv' | 'json'): Promise<void> => {
    const answer = await ask('audit.export', { ...filterOf(question, Date.now()), format });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) saveFile(`linked-vault-audit.${format}`, types[format], answer.value.text);
  };
  if (managed.policy.disableExport)
    return <p class="hint">{sentences(setByAdministrator(), text('optionsNoExport'))}</p>;
  return (
    <>
      <div class="actions">
        <Button onClick={() => void save('csv')}>{text('optionsExportAsCsv')}</Button>
        <Button onClick={() => void save('json')}>{text('optionsExportAsJson')}</Button>
      </div>
      <FailureNote failure={failure} />
    </>
  );
}

function Records({ reading }: { readonly reading: AuditReading }) {
  const [question, setQuestion] = useState(everything);
  const found = useMemo(() => filteredAudit(reading.records, filterOf(question, Date.now())), [reading, question]);
  const doubt = doubtText(reading);
  return (
    <>
      {doubt !== null && <Banner kind="error">{doubt}</Banner>}
      <AuditFilters question={question} onChange={setQuestion} />
      <p role="status">
        {reading.dropped > 0
          ? plural(
              'optionsAuditShownOfDropped',
              reading.records.length,
              countText(found.length),
              countText(reading.dropped),
            )
          : plural('optionsAuditShownOf', reading.records.length, countText(found.length))}
      </p>
      <div class="audit-list">
        <VirtualList
          items={found}
          rowHeight={rowHeight}
          keyOf={({ seq }) => String(seq)}
          renderRow={(record) => <Row record={record} />}
          active={-1}
          scrollLabel={text('optionsRecordsNewestFirst')}
        />
      </div>
      <Exports question={question} />
    </>
  );
}

/** What was done with this vault on this device, for an administrator. */
export function AuditPage() {
  const { ask, administrator } = useVault();
  const { value, failure, waiting, reload } = useLoaded(administrator ? 'audit' : null, () => ask('audit.list', {}));
  return (
    <>
      <PageHeading title={text('optionsAudit')} />
      <p class="lead">{text('optionsWhatWasDoneVaultOn')}</p>
      {!administrator && <Banner kind="info">{text('optionsAuditAdministratorsUnlockAdministratorPassphrase')}</Banner>}
      <FailureNote failure={failure} onRetry={reload} />
      {value === null && waiting && <p class="waiting">{text('optionsReadingTheAudit')}</p>}
      {value !== null && <Records reading={value} />}
    </>
  );
}
