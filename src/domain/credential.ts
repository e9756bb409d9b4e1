import type { FieldPlace } from './field-place.ts';
import type { OrganizationId, PasswordId } from './ids.ts';
import type { Secret } from './secret.ts';

export interface OrganizationSummary {
  readonly id: OrganizationId;
  readonly name: string;
  readonly shortName: string | null;
  readonly statusName: string | null;
  readonly parentId: OrganizationId | null;
}

export interface PasswordFolder {
  readonly id: string;
  /** With the folders around it, the outermost first. */
  readonly name: string;
}

/** What a list shows of an IT Glue password: everything but its value and its notes. */
export interface PasswordSummary {
  readonly id: PasswordId;
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly name: string;
  readonly username: string | null;
  readonly url: string | null;
  readonly categoryName: string | null;
  /** IT Glue's lists name a folder by its id alone; absent: in none. */
  readonly folderId?: string;
  /** Absent: in none, or its name is not known yet. */
  readonly folderName?: string;
  /** The asset that an embedded password belongs to, by its cached name. */
  readonly assetName: string | null;
  readonly restricted: boolean;
  readonly archived: boolean;
  readonly vaulted: boolean;
  readonly otpEnabled: boolean;
  /** RFC 3339; null where IT Glue has none. */
  readonly passwordUpdatedAt: string | null;
  readonly updatedAt: string | null;
}

/** One password with its value: lives for one fill, reveal or copy, and is never stored, cached, listed or logged. */
export interface Credential {
  readonly summary: PasswordSummary;
  readonly value: Secret;
  /** Where the record says that its fields are in a page. */
  readonly places: readonly FieldPlace[];
}
