import type { OrganizationSummary, PasswordSummary } from '../credential.ts';
import type { OrganizationId, PasswordId } from '../ids.ts';

/** What the index keeps of an IT Glue password: a summary without its organization's name, times as numbers. */
export interface IndexedPassword {
  readonly id: PasswordId;
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly username: string | null;
  readonly url: string | null;
  readonly categoryName: string | null;
  readonly assetName: string | null;
  /** IT Glue's lists name a folder by its id alone; null: in none. */
  readonly folderId: string | null;
  readonly restricted: boolean;
  readonly archived: boolean;
  readonly vaulted: boolean;
  readonly otpEnabled: boolean;
  /** Milliseconds since 1970; null where IT Glue has none. */
  readonly passwordUpdatedAt: number | null;
  readonly updatedAt: number | null;
}

/** An organization with the time of its last change (milliseconds since 1970), null where IT Glue has none. */
export interface IndexedOrganization extends OrganizationSummary {
  readonly updatedAt: number | null;
}

const rfc3339 = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());
const time = (text: string | null): number | null => (text === null ? null : Date.parse(text));

/** The record as the rest of the house knows it. */
export function summaryOf(
  password: IndexedPassword,
  organization: OrganizationSummary,
  folderName: string | null,
): PasswordSummary {
  const { folderId, passwordUpdatedAt, updatedAt, ...rest } = password;
  return {
    ...rest,
    ...(folderId === null ? {} : { folderId }),
    ...(folderName === null ? {} : { folderName }),
    organizationName: organization.name,
    passwordUpdatedAt: rfc3339(passwordUpdatedAt),
    updatedAt: rfc3339(updatedAt),
  };
}

/** What the index keeps of a summary: nothing that was not named here. */
export const indexedPassword = (summary: PasswordSummary, folderId: string | null): IndexedPassword => ({
  id: summary.id,
  organizationId: summary.organizationId,
  name: summary.name,
  username: summary.username,
  url: summary.url,
  categoryName: summary.categoryName,
  assetName: summary.assetName,
  folderId,
  restricted: summary.restricted,
  archived: summary.archived,
  vaulted: summary.vaulted,
  otpEnabled: summary.otpEnabled,
  passwordUpdatedAt: time(summary.passwordUpdatedAt),
  updatedAt: time(summary.updatedAt),
});
