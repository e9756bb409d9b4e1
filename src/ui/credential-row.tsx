import type { PasswordSummary } from '../domain/credential.ts';
import { dayText } from '../texts/day-text.ts';
import { text } from '../texts/text.ts';
import { ShownParts, ShownText } from './shown-text.tsx';

interface CredentialRowProps {
  readonly row: PasswordSummary;
  /** Its own address is the site in question. */
  readonly forSite?: boolean;
  /** It was chosen for the site in question before, to be taken again. */
  readonly remembered?: boolean;
  /** On a line of its own; left out where the whole list is of one organization and says so above. */
  readonly showOrganization?: boolean;
}

/** The day a password was last changed, as this person writes days; null: unknown. */
export function changedText(row: PasswordSummary): string | null {
  const at = row.passwordUpdatedAt ?? row.updatedAt;
  const time = at === null ? Number.NaN : Date.parse(at);
  if (Number.isNaN(time)) return null;
  return dayText(time);
}

const detailParts = (row: PasswordSummary, showOrganization: boolean): readonly (string | null)[] => [
  showOrganization ? row.organizationName : null,
  row.username ?? text('uiNoUserName'),
  row.assetName ?? row.folderName ?? row.categoryName,
];

/** User name, then the asset it belongs to or its category, as one text. */
export const credentialDetail = (row: PasswordSummary, showOrganization: boolean): string =>
  detailParts(row, showOrganization)
    .filter((part) => part !== null && part !== '')
    .join(' · ');

/** One password of a list: everything but its value. */
export function CredentialRow({
  row,
  forSite = false,
  remembered = false,
  showOrganization = false,
}: CredentialRowProps) {
  const changed = changedText(row);
  return (
    <div class="credential-row">
      <ShownText text={row.name} class="credential-row-name" />
      <span class="badges">
        {remembered && <span class="badge badge-site">{text('uiRememberedForThisSite')}</span>}
        {forSite && !remembered && <span class="badge badge-site">{text('uiThisSite')}</span>}
        {row.vaulted && <span class="badge badge-care">{text('uiVaulted')}</span>}
        {row.restricted && <span class="badge">{text('uiRestricted')}</span>}
      </span>
      {showOrganization && <ShownText text={row.organizationName} class="credential-row-organization" />}
      <ShownParts parts={detailParts(row, false)} />
      <span class="badges">
        {row.otpEnabled && <span class="badge">{text('uiOneTimeCode')}</span>}
        {changed !== null && (
          <span class="hint credential-row-changed" title={text('credentialRowChangedTitle', changed)}>
            <span class="visually-hidden">{text('credentialRowChanged', changed)}</span>
            <span aria-hidden="true">{changed}</span>
          </span>
        )}
      </span>
    </div>
  );
}
