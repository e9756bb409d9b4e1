import type { PasswordSummary } from '../domain/credential.ts';
import { displayText } from '../domain/display-text.ts';

interface CredentialRowProps {
  readonly row: PasswordSummary;
  /** Its own address is the site in question. */
  readonly forSite?: boolean;
  /** Left out where the whole list is of one organization and says so above. */
  readonly showOrganization?: boolean;
}

/** IT Glue text: isolated, cut with an ellipsis, whole in the title. */
function Text({ text, class: name }: { readonly text: string; readonly class: string }) {
  const shown = displayText(text);
  return (
    <bdi class={`ellipsis ${name}`} title={shown}>
      {shown}
    </bdi>
  );
}

/** The day a password was last changed, as this person writes days; null: unknown. */
export function changedText(row: PasswordSummary): string | null {
  const at = row.passwordUpdatedAt ?? row.updatedAt;
  const time = at === null ? Number.NaN : Date.parse(at);
  if (Number.isNaN(time)) return null;
  return `changed ${new Date(time).toLocaleDateString(undefined, { year: 'numeric', month: 'short', day: 'numeric' })}`;
}

/** User name, then the asset it belongs to or its category. */
export const credentialDetail = (row: PasswordSummary, showOrganization: boolean): string =>
  [showOrganization ? row.organizationName : null, row.username ?? 'no user name', row.assetName ?? row.categoryName]
    .filter((part) => part !== null && part !== '')
    .join(' · ');

/** One password of a list: everything but its value. */
export function CredentialRow({ row, forSite = false, showOrganization = false }: CredentialRowProps) {
  return (
    <div class="credential-row">
      <Text text={row.name} class="credential-row-name" />
      <span class="badges">
        {forSite && <span class="badge badge-site">this site</span>}
        {row.vaulted && <span class="badge badge-care">Vaulted</span>}
        {row.restricted && <span class="badge">Restricted</span>}
        {row.otpEnabled && <span class="badge">One-time code</span>}
      </span>
      <Text text={credentialDetail(row, showOrganization)} class="credential-row-detail" />
      <span class="credential-row-changed">{changedText(row)}</span>
    </div>
  );
}
