import { useMemo, useState } from 'preact/hooks';
import type { AuditRecord } from '../domain/audit.ts';
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
import { auditOutcomeText } from './audit-outcome-text.ts';
import type { AuditSoFar } from './audit-so-far.ts';
import { aboutText, actionText, countedText, doubtText, roleText } from './audit-text.ts';
import { FailureNote } from './failure-note.tsx';
import { PageHeading } from './page-heading.tsx';
import { useAudit } from './use-audit.ts';
import { useVault } from './vault-context.ts';

const rowHeight = 52;

function Row({ record }: { readonly record: AuditRecord }) {
  const outcome = auditOutcomeText(record.outcome);
  return (
    <div class="audit-row">
      <span class="audit-what">
        {actionText(record.action)}
        {outcome !== null && `: ${outcome}`}
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

/** How many fit, of how many; and how far the chain was checked. */
function countsText({ records, dropped, kept, complete }: AuditSoFar, found: number, sound: boolean): string {
  const shown =
    dropped > 0
      ? plural('optionsAuditShownOfDropped', kept, countText(found), countText(dropped))
      : plural('optionsAuditShownOf', kept, countText(found));
  if (!complete) return sentences(shown, text('optionsAuditReadSoFar', countText(records.length), countText(kept)));
  return sentences(shown, sound && kept > 0 ? text('optionsAuditAllChecked') : null);
}

function Records({ audit }: { readonly audit: AuditSoFar }) {
  const [question, setQuestion] = useState(everything);
  const found = useMemo(() => filteredAudit(audit.records, filterOf(question, Date.now())), [audit, question]);
  const doubt = doubtText(audit);
  return (
    <>
      {doubt !== null && <Banner kind="error">{doubt}</Banner>}
      <AuditFilters question={question} onChange={setQuestion} />
      <p role="status">{countsText(audit, found.length, audit.brokenAt === null)}</p>
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
  const { administrator } = useVault();
  const { audit, failure, reload } = useAudit(administrator);
  return (
    <>
      <PageHeading title={text('optionsAudit')} />
      <p class="lead">{text('optionsWhatWasDoneVaultOn')}</p>
      {!administrator && <Banner kind="info">{text('optionsAuditAdministratorsUnlockAdministratorPassphrase')}</Banner>}
      <FailureNote failure={failure} onRetry={reload} />
      {audit === null && failure === null && administrator && <p class="waiting">{text('optionsReadingTheAudit')}</p>}
      {audit !== null && <Records audit={audit} />}
    </>
  );
}
