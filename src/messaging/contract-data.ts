import type { CredentialEntry, RemoteEntry, SessionEntry, SessionPlace } from '../domain/entry.ts';
import type { EntryChange } from '../domain/entry-changes.ts';
import type { DamagedRecord, Failure } from '../domain/failure.ts';
import type { AimRole } from '../domain/field-aim.ts';
import type { Outcome } from '../domain/fill.ts';
import type { Folder } from '../domain/folder.ts';
import type { HttpAuthAccess } from '../domain/http-challenge.ts';
import type { ApiKeyId, EntryId, FolderId, OrganizationId, PasswordId } from '../domain/ids.ts';
import type { Marks } from '../domain/marks.ts';
import type { PackFacts, PackPolicy, PackSeries } from '../domain/pack.ts';
import type { Permissions, Role } from '../domain/permission.ts';
import type { Region } from '../domain/region.ts';
import type { RemoteProtocol } from '../domain/remote-place.ts';
import type { RemoteWay } from '../domain/remote-way.ts';
import type { TabClient, WorkingFor } from '../domain/tab-client.ts';

export interface VaultStatus {
  readonly state: 'absent' | 'locked' | 'unlocked';
  /** Whose passphrase unlocked it; null unless unlocked. */
  readonly role: Role | null;
  /** Milliseconds since 1970; null unless unlocked. */
  readonly lockAt: number | null;
  /** Seconds before the next passphrase is tried. */
  readonly unlockWaitSeconds: number;
  readonly hasTechnician: boolean;
}

/** An entry as a page of ours sees it, with what this role may do. */
export type CredentialEntryView = CredentialEntry & { readonly rights: Permissions };
export type SessionEntryView = SessionEntry & {
  /** What it is linked to now, be it by its folder. */
  readonly credentialEntryId: EntryId | null;
  readonly rights: Permissions;
  /** Origins for which the browser has not granted site access (yet, or no longer). */
  readonly missingSites: readonly string[];
  /** What HTTP authentication still waits for; null: for nothing, or the session has it off. */
  readonly missingHttpAuth: Exclude<HttpAuthAccess, 'granted'> | null;
};
export type RemoteEntryView = RemoteEntry & {
  /** What it is linked to now, be it by its folder. */
  readonly credentialEntryId: EntryId | null;
  readonly rights: Permissions;
};
export type EntryView = CredentialEntryView | SessionEntryView | RemoteEntryView;

/** A folder as a page of ours sees it. `gives`: the permissions of what inherits in it, be they from further up. */
export type FolderView = Folder & { readonly gives: Permissions };

export interface EntryList {
  readonly entries: readonly EntryView[];
  /** Deleted entries that can be restored. */
  readonly deleted: readonly EntryView[];
  readonly damaged: readonly DamagedRecord[];
  /** Entries with a star, and those used last; ids of entries that are not listed mean nothing. */
  readonly marks: Marks;
  /** Those in which this role may view anything; every one of them for an administrator. */
  readonly folders: readonly FolderView[];
  /** Deleted folders that can be restored. */
  readonly deletedFolders: readonly FolderView[];
}

/** A list from IT Glue, with its age; `complete` is false when IT Glue had more than could be read. */
export interface Fetched<Row> {
  readonly rows: readonly Row[];
  readonly complete: boolean;
  /** Milliseconds since 1970. */
  readonly fetchedAt: number;
}

/**
 * What a fill ended in: an outcome of the page, or a failure before it; or the browser's own sign-in dialog that was
 * answered instead of a page.
 */
export type FillEnd =
  /** `codeCopied`: the one-time code is on the clipboard. */
  | { readonly outcome: Outcome; readonly codeCopied?: true }
  | { readonly failure: Failure }
  | { readonly signInDialog: 'answered' }
  /** Nothing was filled: this is on the clipboard for 30 seconds. */
  | { readonly copied: 'username' | 'code' };

export interface OutcomeRecord {
  readonly end: FillEnd;
  readonly entryName: string;
  readonly at: number;
}

/** The page in front, as far as the browser lets us know it. */
export interface FrontPage {
  readonly tabId: number | null;
  /** null: not a web page, or the browser grants no look at it. */
  readonly origin: string | null;
  /** Sessions that may be filled on this origin. */
  readonly sessions: readonly EntryId[];
  /** Set when a right click or a shortcut asked for the IT Glue credentials list of this session. */
  readonly choosing: EntryId | null;
  readonly lastOutcome: OutcomeRecord | null;
  /** What is to go into the field that was right-clicked, once the session is chosen; null: no field waits. */
  readonly aim: AimRole | null;
  /** Whom this page is worked on for; null: nobody yet. */
  readonly workingFor: WorkingFor | null;
  /** The organization that this window is pinned to; the page in front may be of another one all the same. */
  readonly pinned: TabClient | null;
}

/** Where a session leads for the organization of a chosen password. */
export interface SessionAddress {
  readonly startUrl: string;
  readonly organizationName: string;
  /** Origins for which the browser has not granted site access. */
  readonly missingSites: readonly string[];
}

export interface SelectionInput {
  readonly mode: 'password' | 'always-prompt';
  readonly passwordId: PasswordId | null;
}

/** Where an entry stands. What is absent stays as it is; a new entry stands at the top, with permissions of its own. */
export interface PlaceInput {
  readonly folderId?: FolderId | null;
  readonly inheritsPermissions?: boolean;
}

/** How a session is to be linked. */
export interface LinkInput {
  readonly credentialEntryId: EntryId | null;
  /** Linked to what its folders name; `credentialEntryId` is null then. Absent: as it is. */
  readonly inheritsCredential?: boolean;
}

export interface CredentialEntryInput extends PlaceInput {
  /** null: a new entry. */
  readonly entryId: EntryId | null;
  /** The revision that was edited; null for a new entry. */
  readonly rev: number | null;
  readonly name: string;
  readonly apiKeyId: ApiKeyId;
  /** null: all organizations, which only an entry that always prompts can be of. */
  readonly organizationId: OrganizationId | null;
  readonly selection: SelectionInput;
  readonly permissions: Permissions;
}

export interface SessionEntryInput extends PlaceInput, LinkInput {
  readonly entryId: EntryId | null;
  readonly rev: number | null;
  readonly name: string;
  readonly host: string;
  readonly signInHosts: readonly string[];
  readonly allowHttp: boolean;
  readonly autoSubmit: boolean;
  readonly sameOriginFrames: boolean;
  readonly httpAuth: boolean;
  /** Absent: it stays as it is, in a tab at first. */
  readonly openIn?: SessionPlace;
}

export interface RemoteEntryInput extends PlaceInput, LinkInput {
  readonly entryId: EntryId | null;
  readonly rev: number | null;
  readonly name: string;
  readonly protocol: RemoteProtocol;
  /** `host`, `host:port`, IPv6. */
  readonly host: string;
}

/** A remote session that was handed over. */
export interface HandedOver {
  readonly way: RemoteWay;
  /** When the password goes from the clipboard (ms since 1970); null: it is not there. */
  readonly clearAt: number | null;
  /** Why it is not there; null: it is, or no credential entry is linked. */
  readonly withheld: Failure | null;
}

export interface FolderInput {
  /** null: a new folder. */
  readonly folderId: FolderId | null;
  /** The revision that was edited; null for a new folder. */
  readonly rev: number | null;
  readonly name: string;
  readonly parentId: FolderId | null;
  /** null: inherited from the folder around it. */
  readonly permissions: Permissions | null;
  readonly credentialEntryId: EntryId | null;
}

export interface ApiKeyInput {
  /** null: a new key. Otherwise the key that this one replaces; all its entries go on with the new one. */
  readonly apiKeyId: ApiKeyId | null;
  readonly name: string;
  readonly region: Region;
  readonly key: string;
  /** `never` only tests; `if-accepted` saves when IT Glue takes the key; `anyway` when it could not be asked. */
  readonly save: 'never' | 'if-accepted' | 'anyway';
}

/** An HTTP authentication challenge that waits for a person. Host and realm are the challenger's own words: hostile text. */
export interface WaitingChallenge {
  readonly origin: string;
  /** null: the challenge names none. */
  readonly realm: string | null;
  /** When the browser's own dialog takes over (ms since 1970). */
  readonly expiresAt: number;
  /** Sessions that may answer it; empty while the vault is locked. */
  readonly sessions: readonly EntryId[];
}

/** A pack to be made. */
export interface PackInput {
  /** null: a new pack. Otherwise the one that this makes a newer version of. */
  readonly packId: string | null;
  readonly name: string;
  readonly entryIds: readonly EntryId[];
  /** How long it is good for. */
  readonly days: number;
  readonly policy: PackPolicy;
}

/** A pack that was made: its file, and what is handed over beside it. */
export interface MadePack {
  readonly text: string;
  readonly code: string;
  readonly fingerprint: string;
  /** base64url of the public key, for `packSigningKey` of a managed policy. */
  readonly signer: string;
  readonly series: PackSeries;
}

/** A pack before it is taken. */
export interface PackPreview {
  readonly facts: PackFacts;
  /** Of the key that signed it. */
  readonly fingerprint: string;
  /** Nothing of this signer was taken here before: the fingerprint is what tells who it is. */
  readonly firstOfSigner: boolean;
  readonly policy: PackPolicy;
  readonly apiKeys: readonly string[];
  readonly changes: readonly EntryChange[];
}

export interface BackupPreview {
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly apiKeys: readonly { readonly name: string; readonly change: 'added' | 'kept' }[];
  readonly changes: readonly EntryChange[];
  /** How many organizations get another primary domain. */
  readonly primaryDomains: number;
}
