import type { OrganizationSummary, PasswordSummary } from '../domain/credential.ts';
import type { ApiKeyId, EntryId, FolderId, OrganizationId, PasswordId } from '../domain/ids.ts';
import type { Permissions } from '../domain/permission.ts';
import type { CredentialEntryInput, CredentialEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { allOrganizations } from '../ui/organization-text.ts';

/** One organization, or all of them. */
export type DraftOrganization = { readonly id: OrganizationId; readonly name: string } | 'all';

/** A credential entry as it is being typed. */
export interface CredentialDraft {
  readonly rev: number | null;
  readonly name: string;
  /** The name was made from the choices below, so a new choice may make it anew. */
  readonly nameSuggested: boolean;
  readonly apiKeyId: ApiKeyId | null;
  readonly organization: DraftOrganization | null;
  readonly alwaysPrompt: boolean;
  readonly password: { readonly id: PasswordId; readonly name: string; readonly username: string | null } | null;
  readonly permissions: Permissions;
  readonly folderId: FolderId | null;
  readonly inheritsPermissions: boolean;
}

/** RDM's advice for technicians: see and launch, no look at the password, no re-pointing. */
export const newCredentialDraft = (apiKeyId: ApiKeyId | null, folderId: FolderId | null): CredentialDraft => ({
  rev: null,
  name: '',
  nameSuggested: true,
  apiKeyId,
  organization: null,
  alwaysPrompt: false,
  password: null,
  permissions: { view: true, viewPassword: false, edit: false },
  folderId,
  inheritsPermissions: false,
});

export function credentialDraftOf(entry: CredentialEntryView): CredentialDraft {
  const { selection } = entry;
  return {
    rev: entry.rev,
    name: entry.name,
    nameSuggested: false,
    apiKeyId: entry.apiKeyId,
    organization: entry.organizationId === null ? 'all' : { id: entry.organizationId, name: entry.organizationName },
    alwaysPrompt: selection.mode === 'always-prompt',
    password:
      selection.mode === 'password'
        ? { id: selection.passwordId, name: selection.passwordName, username: selection.username }
        : null,
    permissions: entry.permissions,
    folderId: entry.folderId ?? null,
    inheritsPermissions: entry.inheritsPermissions === true,
  };
}

function suggestedName({ organization, alwaysPrompt, password }: CredentialDraft): string {
  if (organization === null) return '';
  if (organization === 'all') return allOrganizations();
  const part = alwaysPrompt ? text('optionsAlwaysPrompt') : password?.name;
  return (part === undefined ? organization.name : `${organization.name} – ${part}`).slice(0, 200);
}

/** Follows a choice with a name made of it, unless the person has named the entry. */
const renamed = (draft: CredentialDraft): CredentialDraft =>
  draft.nameSuggested ? { ...draft, name: suggestedName(draft) } : draft;

export const withApiKey = (draft: CredentialDraft, apiKeyId: ApiKeyId | null): CredentialDraft =>
  apiKeyId === draft.apiKeyId ? draft : renamed({ ...draft, apiKeyId, organization: null, password: null });

export function withOrganization(
  draft: CredentialDraft,
  organization: Pick<OrganizationSummary, 'id' | 'name'> | 'all',
): CredentialDraft {
  // Of all organizations only a choice at each use makes sense.
  if (organization === 'all') return renamed({ ...draft, organization, alwaysPrompt: true, password: null });
  const { id, name } = organization;
  const same = draft.organization !== null && draft.organization !== 'all' && draft.organization.id === id;
  return renamed({ ...draft, organization: { id, name }, password: same ? draft.password : null });
}

export const withPassword = (
  draft: CredentialDraft,
  { id, name, username }: Pick<PasswordSummary, 'id' | 'name' | 'username'>,
): CredentialDraft => renamed({ ...draft, password: { id, name, username } });

export const withAlwaysPrompt = (draft: CredentialDraft, alwaysPrompt: boolean): CredentialDraft =>
  renamed({ ...draft, alwaysPrompt });

export type CredentialField = 'name' | 'apiKeyId' | 'organizationId' | 'password';

/** What is to be asked of the worker, or the first field that still lacks something. */
export function credentialInput(
  draft: CredentialDraft,
  entryId: EntryId | null,
): CredentialEntryInput | { readonly missing: CredentialField } {
  const { apiKeyId, organization, alwaysPrompt, password } = draft;
  if (draft.name.trim() === '') return { missing: 'name' };
  if (apiKeyId === null) return { missing: 'apiKeyId' };
  if (organization === null) return { missing: 'organizationId' };
  if (!alwaysPrompt && password === null) return { missing: 'password' };
  return {
    entryId,
    rev: draft.rev,
    name: draft.name.trim(),
    apiKeyId,
    organizationId: organization === 'all' ? null : organization.id,
    selection: alwaysPrompt
      ? { mode: 'always-prompt', passwordId: null }
      : { mode: 'password', passwordId: password?.id ?? null },
    permissions: draft.permissions,
    folderId: draft.folderId,
    inheritsPermissions: draft.inheritsPermissions,
  };
}
