import { useEffect, useMemo, useState } from 'preact/hooks';
import type { AuditRecord } from '../domain/audit.ts';
import type { Failure } from '../domain/failure.ts';
import { countText } from '../texts/count-text.ts';
import { plural } from '../texts/plural.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { setByAdministrator } from '../ui/policy-text.ts';
import { saveFile } from '../ui/save-file.ts';
import { VirtualList } from '../ui/virtual-list.tsx';
import { AuditFilters, asksForAll, everything, filterOf } from './audit-filters.tsx';
import { type AuditRowText, auditRowTexts } from './audit-row-text.ts';
import { auditSearch } from './audit-search.ts';
import type { AuditSoFar } from './audit-so-far.ts';
import { doubtText } from './audit-text.ts';
import { FailureNote } from './failure-note.tsx';
import { PageHeading } from './page-heading.tsx';
import { useAudit } from './use-audit.ts';
import { useVault } from './vault-context.ts';

const rowHeight = 52;

const Row = ({ what, detail, about }: AuditRowText) => (
  <div class="audit-row">
    <span class="audit-what">{what}</span>
    <span class="entry-detail">{detail}</span>
    <bdi class="audit-about">{about}</bdi>
  </div>
);

const types = { csv: 'text/csv', json: 'application/json' } as const;

interface ExportsProps {
  /** What the list shows; null: all that there is. */
  readonly found: readonly AuditRecord[] | null;
  /** What is to be in the file is not all read yet. */
  readonly early: boolean;
}

function Exports({ found, early }: ExportsProps) {
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
  const rowTextOf = useMemo(auditRowTexts, []);
  const search = useMemo(() => auditSearch(rowTextOf), []);
  useEffect(() => search.prepare(audit.records), [audit]);
  const found = useMemo(() => search.found(audit.records, filterOf(question, Date.now())), [audit, question]);
  const all = asksForAll(question);
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
          renderRow={(record) => <Row {...rowTextOf(record)} />}
          active={-1}
          scrollLabel={text('optionsRecordsNewestFirst')}
        />
      </div>
      <Exports found={all ? null : found} early={!all && !audit.complete} />
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
