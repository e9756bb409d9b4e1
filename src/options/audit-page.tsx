import { useEffect, useMemo, useState } from 'preact/hooks';
import { countText } from '../texts/count-text.ts';
import { plural } from '../texts/plural.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { AuditExports } from './audit-exports.tsx';
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
      <AuditExports found={all ? null : found} early={!all && !audit.complete} />
    </>
  );
}

/** What was done with this vault on this device, for whoever may read it: an administrator, or a pack's technician. */
export function AuditPage() {
  // The gate decides; this spares the question.
  const { administrator, ofPack } = useVault();
  const reads = administrator || ofPack;
  const { audit, failure, reload } = useAudit(reads);
  return (
    <>
      <PageHeading title={text('optionsAudit')} />
      <p class="lead">{text('optionsWhatWasDoneVaultOn')}</p>
      {!reads && <Banner kind="info">{text('optionsAuditAdministratorsUnlockAdministratorPassphrase')}</Banner>}
      <FailureNote failure={failure} onRetry={reload} />
      {audit === null && failure === null && reads && <p class="waiting">{text('optionsReadingTheAudit')}</p>}
      {audit !== null && <Records audit={audit} />}
    </>
  );
}
