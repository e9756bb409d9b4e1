/** Records as the fake keeps them. They are changed in place by mutations only. Times are milliseconds since 1970. */

export const tenantNames = ['us', 'eu', 'au'] as const;

export type TenantName = (typeof tenantNames)[number];

/** A row of one of IT Glue's small lists: type, status, category. */
export interface Named {
  readonly id: number;
  readonly name: string;
}

export interface OrganizationRecord {
  readonly id: string;
  name: string;
  shortName: string | null;
  alert: string | null;
  description: string | null;
  type: Named;
  status: Named;
  readonly primary: boolean;
  logo: string | null;
  quickNotes: string | null;
  myGlue: boolean;
  parentId: string | null;
  ancestorIds: readonly string[];
  readonly createdAt: number;
  updatedAt: number;
}

/** What an embedded password is embedded in. The spelling of `type` varies, as in reality. */
export interface EmbeddedIn {
  readonly id: number;
  readonly type: string;
  readonly typeName: string;
  readonly name: string;
  /** Below the organization's address in the web UI. */
  readonly path: string;
}

export interface PasswordRecord {
  readonly id: string;
  organizationId: string;
  name: string;
  username: string | null;
  /** The password value; "" is an empty one. */
  value: string;
  url: string | null;
  notes: string | null;
  restricted: boolean;
  myGlue: boolean;
  autofillSelectors: string | null;
  category: Named | null;
  embeddedIn: EmbeddedIn | null;
  folderId: string | null;
  vaultId: number | null;
  otpEnabled: boolean;
  archived: boolean;
  personal: boolean;
  readonly createdAt: number;
  updatedAt: number;
  passwordUpdatedAt: number;
}

export interface FolderRecord {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly restricted: boolean;
  readonly parentId: string | null;
  readonly createdAt: number;
}

/** One account of one data centre. Maps keep the order of ids. */
export interface Tenant {
  readonly name: TenantName;
  readonly organizations: Map<string, OrganizationRecord>;
  readonly passwords: Map<string, PasswordRecord>;
  readonly folders: Map<string, FolderRecord>;
  readonly categories: readonly Named[];
  /** A new id, greater than all before. */
  readonly nextPasswordId: () => string;
}
