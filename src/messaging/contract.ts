import type { ApiKeySummary } from '../domain/api-key.ts';
import type { ConnectionReport } from '../domain/connection.ts';
import type { OrganizationSummary, PasswordSummary } from '../domain/credential.ts';
import type { Diagnostics } from '../domain/diagnostics.ts';
import type { Draft } from '../domain/draft.ts';
import type { DamagedRecord, Failure } from '../domain/failure.ts';
import type { FormExplanation } from '../domain/form-explanation.ts';
import type { ChallengeId } from '../domain/http-challenge.ts';
import type { ApiKeyId, EntryId, OrganizationId, PasswordId } from '../domain/ids.ts';
import type { IndexState } from '../domain/index-state.ts';
import type { EntryVerdict, KeyDay } from '../domain/key-health.ts';
import type { LockSettings } from '../domain/lock.ts';
import type { PackSeries, PolicyInForce } from '../domain/pack.ts';
import type { Result } from '../domain/result.ts';
import type { IndexSearch } from '../domain/search/index-hit.ts';
import type { TabClient } from '../domain/tab-client.ts';
import type { AuditCommands } from './contract-audit.ts';
import type {
  ApiKeyInput,
  BackupPreview,
  CredentialEntryInput,
  CredentialEntryView,
  EntryList,
  EntryView,
  Fetched,
  FrontPage,
  MadePack,
  OutcomeRecord,
  PackInput,
  PackPreview,
  RemoteEntryView,
  SessionAddress,
  SessionEntryInput,
  SessionEntryView,
  VaultStatus,
  WaitingChallenge,
} from './contract-data.ts';
import type { DomainCommands } from './contract-domains.ts';
import type { FieldCommands } from './contract-fields.ts';
import type { FolderCommands } from './contract-folders.ts';
import type { IsolationCommands } from './contract-isolation.ts';
import type { RemoteCommands } from './contract-remote.ts';

export type * from './contract-data.ts';

type Nothing = Record<never, never>;

/** Every command: what is asked, what is answered. All answers are `Result`s. */
export interface Commands
  extends AuditCommands,
    DomainCommands,
    FieldCommands,
    FolderCommands,
    RemoteCommands,
    IsolationCommands {
  'vault.status': { request: Nothing; response: VaultStatus };
  'vault.create': { request: { readonly passphrase: string }; response: VaultStatus };
  'vault.unlock': { request: { readonly passphrase: string }; response: VaultStatus };
  'vault.lock': { request: Nothing; response: VaultStatus };
  'vault.changePassphrase': { request: { readonly current: string; readonly next: string }; response: VaultStatus };
  'vault.setTechnicianPassphrase': { request: { readonly passphrase: string }; response: VaultStatus };
  'vault.removeTechnician': { request: Nothing; response: VaultStatus };
  'vault.discardDamaged': {
    request: { readonly records: readonly DamagedRecord[] };
    response: { readonly discarded: number };
  };
  'vault.erase': { request: { readonly confirm: 'erase' }; response: VaultStatus };
  'settings.get': { request: Nothing; response: LockSettings };
  'settings.set': { request: LockSettings; response: LockSettings };
  'apiKey.list': { request: Nothing; response: readonly ApiKeySummary[] };
  'apiKey.set': {
    request: ApiKeyInput;
    response: { readonly saved: ApiKeySummary | null; readonly report: ConnectionReport };
  };
  'apiKey.test': { request: { readonly apiKeyId: ApiKeyId }; response: ConnectionReport };
  /** How IT Glue refused a saved key in the last thirty days. */
  'apiKey.health': { request: { readonly apiKeyId: ApiKeyId }; response: { readonly days: readonly KeyDay[] } };
  'apiKey.delete': { request: { readonly apiKeyId: ApiKeyId }; response: Nothing };
  'organizations.list': {
    request: { readonly entryId: EntryId | null; readonly apiKeyId: ApiKeyId; readonly refresh: boolean };
    response: Fetched<OrganizationSummary>;
  };
  'passwords.list': {
    request: {
      readonly entryId: EntryId | null;
      readonly apiKeyId: ApiKeyId;
      readonly organizationId: OrganizationId;
      readonly refresh: boolean;
    };
    response: Fetched<PasswordSummary>;
  };
  'entries.list': { request: Nothing; response: EntryList };
  'credentialEntry.save': { request: CredentialEntryInput; response: CredentialEntryView };
  'sessionEntry.save': { request: SessionEntryInput; response: SessionEntryView };
  /** Keeps the seed of one-time codes: an otpauth URI or a base32 secret; null lets go of it. It never comes back out. */
  'credentialEntry.setCode': {
    request: { readonly entryId: EntryId; readonly rev: number; readonly seed: string | null };
    response: CredentialEntryView;
  };
  /** Whether a fill that wrote the password puts the one-time code on the clipboard as well. */
  'credentialEntry.setCodeCopy': {
    request: { readonly entryId: EntryId; readonly rev: number; readonly copy: boolean };
    response: CredentialEntryView;
  };
  /** Whether an entry still stands for something that its API key may read; no password value is asked for. */
  'credentialEntry.check': {
    request: { readonly entryId: EntryId };
    response: { readonly verdict: EntryVerdict; readonly failure: Failure | null };
  };
  'entry.delete': { request: { readonly entryId: EntryId; readonly rev: number }; response: EntryView };
  'entry.restore': { request: { readonly entryId: EntryId }; response: EntryView };
  /** The IT Glue credentials list of a credential entry that always prompts; of one of all organizations, just that password. */
  'credentials.list': {
    request: { readonly entryId: EntryId; readonly refresh: boolean; readonly passwordId?: PasswordId };
    response: Fetched<PasswordSummary>;
  };
  /**
   * The same, searched in the index: of a credential entry of all organizations, or of a session that is linked to one.
   * `origin`: the page that is to be filled, `organizationId`: the organization to rank for; null: none.
   */
  'credentials.search': {
    request: RequestOf<'index.search'> & { readonly entryId: EntryId };
    response: IndexSearch;
  };
  'credential.reveal': {
    request: { readonly entryId: EntryId; readonly passwordId: PasswordId | null; readonly purpose: 'reveal' | 'copy' };
    response: { readonly password: string };
  };
  'credential.code': {
    request: { readonly entryId: EntryId };
    /** `validUntil` in ms since 1970. */
    response: { readonly code: string; readonly validUntil: number };
  };
  /**
   * Searches everything that this role may choose from, in every index. `origin`: the site to rank for, `organizationId`:
   * the organization to rank for; null: none.
   */
  'index.search': {
    request: {
      readonly query: string;
      readonly limit: number;
      readonly origin: string | null;
      readonly organizationId: OrganizationId | null;
    };
    response: IndexSearch;
  };
  'index.state': { request: Nothing; response: readonly IndexState[] };
  /** Starts what a person waits for and answers at once; `index.state` tells how it goes on. `apiKeyId` null: every key. */
  'index.sync': {
    request: { readonly apiKeyId: ApiKeyId | null; readonly full: boolean };
    response: readonly IndexState[];
  };
  /** Organizations that are never asked for and never found. */
  'index.exclude': {
    request: { readonly apiKeyId: ApiKeyId; readonly organizationIds: readonly OrganizationId[] };
    response: readonly IndexState[];
  };
  'clipboard.clearLater': { request: Nothing; response: { readonly clearAt: number } };
  'page.front': { request: Nothing; response: FrontPage };
  'page.fill': {
    request: {
      readonly entryId: EntryId;
      readonly passwordId: PasswordId | null;
      readonly tabId: number;
      /** A person has seen that the tab works for another client, and means it. */
      readonly otherClient?: boolean;
      /** Only the field that was right-clicked, with the value that was asked for there. */
      readonly intoField?: boolean;
    };
    response: OutcomeRecord;
  };
  /** What a fill sees of the page in front: roles and reasons, no text of the page. */
  'page.explain': {
    request: { readonly entryId: EntryId; readonly tabId: number };
    response: FormExplanation;
  };
  'session.launch': {
    request: { readonly entryId: EntryId; readonly passwordId: PasswordId | null };
    response: { readonly tabId: number };
  };
  /** Where a session leads with that password; null: with what it stands for. */
  'session.address': {
    request: { readonly entryId: EntryId; readonly passwordId: PasswordId | null };
    response: SessionAddress;
  };
  'challenge.get': { request: { readonly challengeId: ChallengeId }; response: WaitingChallenge };
  'challenge.answer': {
    request: { readonly challengeId: ChallengeId; readonly entryId: EntryId; readonly passwordId: PasswordId | null };
    response: Nothing;
  };
  'challenge.cancel': { request: { readonly challengeId: ChallengeId }; response: Nothing };
  /** Pins the window of that tab to an organization; null: to none any more. */
  'organization.pin': {
    request: { readonly tabId: number; readonly organization: TabClient | null };
    response: { readonly pinned: TabClient | null };
  };
  /**
   * Remembers a choice from the IT Glue credentials list for one of the session's sites, with the password's
   * organization. `origin` null: for the address that the session has for it.
   */
  'sessionEntry.remember': {
    request: { readonly entryId: EntryId; readonly origin: string | null; readonly passwordId: PasswordId };
    response: SessionEntryView;
  };
  'sessionEntry.forgetRemembered': {
    request: { readonly entryId: EntryId; readonly origin: string; readonly organizationId: OrganizationId };
    response: SessionEntryView;
  };
  /** What the administrator of this browser has set, and what the pack of this vault adds. */
  'policy.get': { request: Nothing; response: PolicyInForce };
  /** The packs that this administrator has handed out. */
  'pack.list': { request: Nothing; response: readonly PackSeries[] };
  /** Makes the file of a pack. The activation code is answered this once. */
  'pack.export': { request: PackInput; response: MadePack };
  /** Shows what taking a pack would change. */
  'pack.read': { request: { readonly text: string; readonly code: string }; response: PackPreview };
  /** Takes the pack that was shown. `passphrase`: of the vault that is made for it; null where there is one. */
  'pack.accept': {
    request: {
      readonly text: string;
      readonly code: string;
      readonly version: number;
      readonly passphrase: string | null;
    };
    response: VaultStatus;
  };
  /** Says that the addresses of a session that came in a pack are right: all of them, as they were shown. */
  'sessionEntry.confirmOrigins': {
    request: {
      readonly entryId: EntryId;
      readonly origins: readonly string[];
      /** A person has seen that IT Glue names another address, and means these. */
      readonly otherAddress?: boolean;
    };
    response: SessionEntryView | RemoteEntryView;
  };
  /** The sealed vault as the text of a file. */
  'backup.export': { request: Nothing; response: { readonly text: string } };
  /** Shows what restoring a backup would change. */
  'backup.read': { request: { readonly text: string; readonly passphrase: string }; response: BackupPreview };
  'backup.restore': { request: { readonly text: string; readonly passphrase: string }; response: VaultStatus };
  /** Says why an entry that asks for it is used, in at most 200 characters; serves its next uses until that moment. */
  'reason.give': {
    request: { readonly entryId: EntryId; readonly reason: string };
    /** Milliseconds since 1970. */
    response: { readonly until: number };
  };
  /** Whether each use of a credential entry asks for a reason or ticket number. */
  'credentialEntry.setAsksReason': {
    request: { readonly entryId: EntryId; readonly rev: number; readonly asks: boolean };
    response: CredentialEntryView;
  };
  /** Gives an entry its star, or takes it away. */
  'entry.favourite': {
    request: { readonly entryId: EntryId; readonly favourite: boolean };
    response: { readonly favourite: boolean };
  };
  /** Counts, ages and codes for somebody who helps; no name, host or id. */
  'diagnostics.get': { request: Nothing; response: Diagnostics };
  /** Whether the first steps are shown no more. */
  'steps.skip': { request: { readonly skipped: boolean }; response: Nothing };
  /** What this role was typing into forms of the options page. */
  'draft.list': { request: Nothing; response: readonly Draft[] };
  /** Keeps the fields of one form as they are typed, sealed; null lets go of them. Never a key, a passphrase or a seed. */
  'draft.keep': { request: { readonly place: string; readonly text: string | null }; response: Nothing };
}

export type CommandName = keyof Commands;
export type RequestOf<Name extends CommandName> = Commands[Name]['request'];
export type ResponseOf<Name extends CommandName> = Result<Commands[Name]['response']>;

/** The envelope of a command on `runtime.sendMessage`. The build says which version asks, so that a page left open over an update is refused. */
export interface Envelope {
  readonly command: CommandName;
  readonly body: unknown;
  readonly build: string;
}
