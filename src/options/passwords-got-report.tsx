import { filteredAudit } from '../domain/audit-filter.ts';
import { displayText } from '../domain/display-text.ts';
import { type PasswordGot, passwordsGot } from '../domain/passwords-got.ts';
import { ok } from '../domain/result.ts';
import { momentText } from '../texts/moment-text.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { auditBackTo } from './audit-back-to.ts';
import { AuditExports } from './audit-exports.tsx';
import { filterOf, gotByTechnicians } from './audit-filters.tsx';
import { actionText, doubtText } from './audit-text.ts';
import { FailureNote } from './failure-note.tsx';
import { hrefOf } from './route.ts';
import { useLoaded } from './use-loaded.ts';
import { useVault, type VaultAccess } from './vault-context.ts';

/** The rest is for the page Audit, and the export. */
const shownAtMost = 50;

const gotText = ({ passwordName, organizationName, entryName, how, lastAt }: PasswordGot): string =>
  [
    passwordName ?? entryName ?? text('optionsPasswordNoRecordNames'),
    organizationName,
    ...how.map(actionText),
    text('optionsLastOn', momentText(lastAt)),
  ]
    .filter((part) => part !== null)
    .map((part) => displayText(part))
    .join(' · ');

function gotCountText(count: number): string {
  if (count === 0) return text('optionsAuditDeviceNamesNoPassword');
  return plural('optionsTechniciansGot', count);
}

/** The passwords that technicians got in 90 days, the records that say so, and what of the audit was read for them. */
async function gotOf(ask: VaultAccess['ask']) {
  const filter = filterOf(gotByTechnicians, Date.now());
  const audit = await auditBackTo(ask, filter.from ?? 0);
  if (!audit.ok) return audit;
  const records = filteredAudit(audit.value.records, filter);
  return ok({ audit: audit.value, records, got: passwordsGot(records) });
}

interface PasswordsGotReportProps {
  /** What to do about so many passwords. */
  readonly then: (count: number) => string;
}

/** What technicians got of late on this device: what to change when one of them leaves. */
export function PasswordsGotReport({ then }: PasswordsGotReportProps) {
  const { ask } = useVault();
  const { value, failure, reload } = useLoaded('audit', () => gotOf(ask));
  if (value === null && failure === null) return <p class="waiting">{text('optionsReadingTheAudit')}</p>;
  if (value === null) return <FailureNote failure={failure} onRetry={reload} />;
  const { got, records } = value;
  const doubt = doubtText(value.audit);
  return (
    <div class="technician-report">
      {doubt !== null && <Banner kind="error">{doubt}</Banner>}
      <p>{gotCountText(got.length)}</p>
      <ul class="plain-list">
        {got.slice(0, shownAtMost).map((one) => (
          <li key={one.key}>
            <bdi>{gotText(one)}</bdi>
          </li>
        ))}
      </ul>
      {got.length > shownAtMost && <p>{plural('optionsAndMore', got.length - shownAtMost)}</p>}
      <p>
        {then(got.length)} <a href={hrefOf({ page: 'audit' })}>{text('optionsSeeAllUnderAudit')}</a>.
      </p>
      {got.length > 0 && <AuditExports found={records} />}
    </div>
  );
}
