import { filteredAudit } from '../domain/audit-filter.ts';
import { displayText } from '../domain/display-text.ts';
import { type PasswordGot, passwordsGot } from '../domain/passwords-got.ts';
import { Banner } from '../ui/banner.tsx';
import { filterOf, gotByTechnicians } from './audit-filters.tsx';
import { doubtText, momentText } from './audit-text.ts';
import { FailureNote } from './failure-note.tsx';
import { hrefOf } from './route.ts';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

/** The rest is for the page Audit, and its export. */
const shownAtMost = 50;

const gotText = ({ passwordName, organizationName, entryName, lastAt }: PasswordGot): string =>
  [passwordName ?? entryName ?? 'A password that no record names', organizationName, `last on ${momentText(lastAt)}`]
    .filter((part) => part !== null)
    .map((part) => displayText(part))
    .join(' · ');

function countText(count: number): string {
  if (count === 0) return 'The audit of this device names no password that a technician got in the last 90 days.';
  const passwords = count === 1 ? 'this password' : `these ${count.toLocaleString()} passwords`;
  return `In the last 90 days technicians got ${passwords} from this vault on this device:`;
}

/** What technicians got of late, for whoever is about to take their passphrase away: it takes nothing back. */
export function TechnicianReport() {
  const { ask } = useVault();
  const { value, failure, reload } = useLoaded('audit', () => ask('audit.list', {}));
  if (value === null) return <FailureNote failure={failure} onRetry={reload} />;
  const got = passwordsGot(filteredAudit(value.records, filterOf(gotByTechnicians, Date.now())));
  const doubt = doubtText(value);
  return (
    <div class="technician-report">
      {doubt !== null && <Banner kind="error">{doubt}</Banner>}
      <p>{countText(got.length)}</p>
      <ul>
        {got.slice(0, shownAtMost).map((one) => (
          <li key={one.key}>
            <bdi>{gotText(one)}</bdi>
          </li>
        ))}
      </ul>
      {got.length > shownAtMost && <p>And {(got.length - shownAtMost).toLocaleString()} more.</p>}
      <p>
        Removing the passphrase takes none of that back. {got.length > 0 && 'Change those passwords, and replace'}
        {got.length === 0 && 'Replace'} the API key in IT Glue: whoever could use it may have kept it.{' '}
        <a href={hrefOf({ page: 'audit' })}>See it all under Audit</a>.
      </p>
    </div>
  );
}
