import { filteredAudit } from '../domain/audit-filter.ts';
import { displayText } from '../domain/display-text.ts';
import { type PasswordGot, passwordsGot } from '../domain/passwords-got.ts';
import { ok } from '../domain/result.ts';
import { momentText } from '../texts/moment-text.ts';
import { plural } from '../texts/plural.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { auditBackTo } from './audit-back-to.ts';
import { filterOf, gotByTechnicians } from './audit-filters.tsx';
import { doubtText } from './audit-text.ts';
import { FailureNote } from './failure-note.tsx';
import { hrefOf } from './route.ts';
import { useLoaded } from './use-loaded.ts';
import { useVault, type VaultAccess } from './vault-context.ts';

/** The rest is for the page Audit, and its export. */
const shownAtMost = 50;

const gotText = ({ passwordName, organizationName, entryName, lastAt }: PasswordGot): string =>
  [
    passwordName ?? entryName ?? text('optionsPasswordNoRecordNames'),
    organizationName,
    text('optionsLastOn', momentText(lastAt)),
  ]
    .filter((part) => part !== null)
    .map((part) => displayText(part))
    .join(' · ');

function gotCountText(count: number): string {
  if (count === 0) return text('optionsAuditDeviceNamesNoPassword');
  return plural('optionsTechniciansGot', count);
}

/** The passwords that technicians got in 90 days, and what of the audit was read for them. */
async function gotOf(ask: VaultAccess['ask']) {
  const filter = filterOf(gotByTechnicians, Date.now());
  const audit = await auditBackTo(ask, filter.from ?? 0);
  return audit.ok ? ok({ audit: audit.value, got: passwordsGot(filteredAudit(audit.value.records, filter)) }) : audit;
}

/** What technicians got of late, for whoever is about to take their passphrase away: it takes nothing back. */
export function TechnicianReport() {
  const { ask } = useVault();
  const { value, failure, reload } = useLoaded('audit', () => gotOf(ask));
  if (value === null && failure === null) return <p class="waiting">{text('optionsReadingTheAudit')}</p>;
  if (value === null) return <FailureNote failure={failure} onRetry={reload} />;
  const { got } = value;
  const doubt = doubtText(value.audit);
  return (
    <div class="technician-report">
      {doubt !== null && <Banner kind="error">{doubt}</Banner>}
      <p>{gotCountText(got.length)}</p>
      <ul>
        {got.slice(0, shownAtMost).map((one) => (
          <li key={one.key}>
            <bdi>{gotText(one)}</bdi>
          </li>
        ))}
      </ul>
      {got.length > shownAtMost && <p>{plural('optionsAndMore', got.length - shownAtMost)}</p>}
      <p>
        {sentences(
          text('optionsRemovingPassphraseTakesNoneBack'),
          text(got.length > 0 ? 'optionsChangeThosePasswordsReplaceApi' : 'optionsReplaceApiKeyGlueWhoever'),
        )}{' '}
        <a href={hrefOf({ page: 'audit' })}>{text('optionsSeeAllUnderAudit')}</a>.
      </p>
    </div>
  );
}
