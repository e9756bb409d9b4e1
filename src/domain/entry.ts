import type { FieldChoice } from './field-choice.ts';
import { type Folders, placeCredential, placePermissions } from './folder.ts';
import type { ApiKeyId, EntryId, FolderId, OrganizationId, PasswordId } from './ids.ts';
import { noPermissions, type Permissions } from './permission.ts';
import type { RememberedPassword } from './remembered-password.ts';
import type { RemotePlace, RemoteProtocol } from './remote-place.ts';
import type { CodeFacts } from './totp.ts';

/** Which password an entry stands for: one of IT Glue's, or a choice at each use (RDM's *Always prompt with list*). */
export type Selection =
  | {
      readonly mode: 'password';
      readonly passwordId: PasswordId;
      readonly passwordName: string;
      readonly username: string | null;
    }
  | { readonly mode: 'always-prompt' };

interface EntryBase {
  readonly id: EntryId;
  /** Grows by one with every change; a save that names an older one is refused, so that two windows cannot overwrite each other. */
  readonly rev: number;
  readonly name: string;
  /** When it was deleted (ms since 1970), or null. A deleted entry does nothing and can be restored. */
  readonly deletedAt: number | null;
  /** Absent: it stands at the top. */
  readonly folderId?: FolderId;
  /** Its permissions are those of its place; a credential entry then has none of its own. */
  readonly inheritsPermissions?: true;
}

interface CredentialBase extends EntryBase {
  readonly kind: 'credential';
  readonly apiKeyId: ApiKeyId;
  readonly permissions: Permissions;
  /** Of the one-time codes that this entry can make; null: it keeps no seed. The seed is a record of its own. */
  readonly code: CodeFacts | null;
  /** Whether a fill that wrote the password puts the one-time code on the clipboard. */
  readonly copyCode: boolean;
  /** Whether each use asks for a reason or ticket number first; absent: it does not. */
  readonly asksReason?: boolean;
}

/** The organization that a password belongs to, as last seen; the id decides. */
export interface EntryOrganization {
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  /** null: IT Glue has none. */
  readonly organizationShortName: string | null;
  /** As an administrator of this vault keeps it; absent: none is kept. */
  readonly organizationPrimaryDomain?: string;
}

/** Of one organization. */
export interface OrganizationCredential extends CredentialBase, EntryOrganization {
  readonly selection: Selection;
}

/** Of all organizations that the API key sees: whoever uses it chooses a password, and with it the organization. */
export interface AllOrganizationsCredential extends CredentialBase {
  readonly organizationId: null;
  readonly organizationName: null;
  readonly organizationShortName: null;
  readonly selection: { readonly mode: 'always-prompt' };
}

/** Credential management – IT Glue. */
export type CredentialEntry = OrganizationCredential | AllOrganizationsCredential;

/** An entry as it is used for one organization. */
export const credentialFor = (entry: CredentialEntry, organization: EntryOrganization): OrganizationCredential => ({
  ...entry,
  organizationId: organization.organizationId,
  organizationName: organization.organizationName,
  organizationShortName: organization.organizationShortName,
  ...(organization.organizationPrimaryDomain === undefined
    ? {}
    : { organizationPrimaryDomain: organization.organizationPrimaryDomain }),
});

/** A tab, the container of the client (Firefox), a private window. */
export const sessionPlaces = ['tab', 'container', 'private'] as const;
export type SessionPlace = (typeof sessionPlaces)[number];

interface LinkableBase extends EntryBase {
  readonly credentialEntryId: EntryId | null;
  /** Linked to whatever credential entry the folders around it name; `credentialEntryId` is then null. */
  readonly inheritsCredential?: true;
}

/** A website session, Linked (vault) to a credential entry. */
export interface SessionEntry extends LinkableBase {
  readonly kind: 'session';
  /** The Host as typed where it holds variables: address and origin are what they stand for. null: it holds none. */
  readonly hostTemplate: string | null;
  /**
   * What launching opens: the canonical form of the Host as typed. null: another address for each organization, since
   * the Host holds variables and the credential entry is of all organizations; so too the origin, where they are in it.
   */
  readonly startUrl: string | null;
  readonly origin: string | null;
  /** Further origins on which this session may be filled, such as a shared sign-in page. */
  readonly signInOrigins: readonly string[];
  readonly allowHttp: boolean;
  readonly autoSubmit: boolean;
  /** Whether a login in a frame of the same origin is filled as well. */
  readonly sameOriginFrames: boolean;
  /** Fields that a person chose in the session's pages, where reading the page alone does not find them. */
  readonly fieldChoices: readonly FieldChoice[];
  /** Choices from the IT Glue credentials list that are taken again. */
  readonly rememberedPasswords: readonly RememberedPassword[];
  /** Whether HTTP Basic and Digest challenges of these origins are answered. */
  readonly httpAuth: boolean;
  /** Where launching opens it; absent: in a tab like any other. */
  readonly openIn?: Exclude<SessionPlace, 'tab'>;
}

/** A session that another program opens, Linked (vault) to a credential entry: RDP, SSH, VNC. */
export interface RemoteEntry extends LinkableBase, RemotePlace {
  readonly kind: 'remote';
  readonly protocol: RemoteProtocol;
}

/** What is linked to a credential entry. */
export type Linkable = SessionEntry | RemoteEntry;

export type Entry = CredentialEntry | Linkable;

/** A session whose address is known: its own, or the one that it has for one organization. */
export interface LocatedSession extends SessionEntry {
  readonly startUrl: string;
  readonly origin: string;
}

/** Every origin on which a session may be filled, as far as they are the same for all organizations. */
export const fillOrigins = ({ origin, signInOrigins }: SessionEntry): readonly string[] =>
  origin === null ? signInOrigins : [origin, ...signInOrigins];

const placeOf = ({ folderId }: Entry): FolderId | null => folderId ?? null;

/** The credential entry that a session is linked to, by itself or by its place; null: to none. */
export const linkedCredentialId = (session: Linkable, folders: Folders): EntryId | null =>
  session.inheritsCredential === true ? placeCredential(folders, placeOf(session)) : session.credentialEntryId;

/** A session with another link. */
export function linkedTo<Session extends Linkable>(
  session: Session,
  credentialEntryId: EntryId | null,
  inherits: boolean,
): Session {
  const { inheritsCredential: _before, ...rest } = session;
  const link = inherits ? { credentialEntryId: null, inheritsCredential: true as const } : { credentialEntryId };
  // With another link a session is still of its kind.
  return { ...rest, ...link } as Session;
}

const both = (a: Permissions, b: Permissions): Permissions => ({
  view: a.view && b.view,
  viewPassword: a.viewPassword && b.viewPassword,
  edit: a.edit && b.edit,
});

/**
 * What an entry gives: its own permissions, or those of its place. A session has no rights of its own: whoever may
 * relink it decides where its credential goes, so it follows the credential entry, and its place can only take away.
 * `folders`: those around both of them.
 */
export function entryPermissions(entry: Entry, linked: CredentialEntry | null, folders: Folders): Permissions {
  const place = (): Permissions => placePermissions(folders, placeOf(entry));
  if (entry.kind === 'credential') return entry.inheritsPermissions === true ? place() : entry.permissions;
  if (linked === null) return noPermissions;
  const given = entryPermissions(linked, linked, folders);
  return entry.inheritsPermissions === true ? both(given, place()) : given;
}
