import type { ConnectionReport } from '../domain/connection.ts';
import type { Credential, OrganizationSummary, PasswordFolder, PasswordSummary } from '../domain/credential.ts';
import type { WaitingAim } from '../domain/field-aim.ts';
import type { FieldPick } from '../domain/field-pick.ts';
import type { FieldPlace } from '../domain/field-place.ts';
import type { FillMessage, FillOrder, Intent, PortFacts } from '../domain/fill.ts';
import type { FormExplanation } from '../domain/form-explanation.ts';
import type { AnsweredChallenge, ChallengeId, HttpAuthAccess } from '../domain/http-challenge.ts';
import type { EntryId, OrganizationId, PasswordId } from '../domain/ids.ts';
import type { KeyRefusal } from '../domain/key-health.ts';
import type { LockSettings, UnlockedSpan } from '../domain/lock.ts';
import type { PackState } from '../domain/pack.ts';
import type { Role } from '../domain/permission.ts';
import type { Region } from '../domain/region.ts';
import type { Asker, Budget } from '../domain/request-budget.ts';
import type { Result } from '../domain/result.ts';
import type { KdfParameters, RecordKind, SealedBox, SealedRecord, VaultHeader } from '../domain/sealed.ts';
import type { Secret } from '../domain/secret.ts';
import type { TabClient } from '../domain/tab-client.ts';
import type { UnlockGuard } from '../domain/unlock-delay.ts';
import type { Fetched, OutcomeRecord } from '../messaging/contract.ts';
import type { Audit, MissedMemory } from './audit/audit-port.ts';
import type { IndexRecords, IndexSource, LoadedIndexes, SealedBytes } from './index/index-ports.ts';
import type { Isolation } from './isolation-port.ts';
import type { Signing } from './pack/signing-port.ts';
import type { PolicySource } from './policy-port.ts';
import type { GivenReasons } from './reason-port.ts';
import type { SealedStore } from './sealed-store-port.ts';
import type { WindowPins } from './window-pins.ts';

export type * from './sealed-store-port.ts';

/** Milliseconds since 1970. */
export type Now = () => number;

/** Unpredictable bytes, from the platform's generator. */
export type RandomBytes = (length: number) => Uint8Array<ArrayBuffer>;

/** One change of the disk, written whole or not at all. */
export interface RecordChange {
  readonly header?: VaultHeader;
  readonly put?: readonly SealedRecord[];
  readonly remove?: readonly { readonly kind: RecordKind; readonly id: string }[];
}

/** The disk: sealed records, the header and the unlock guard. Nothing here is readable without the DEK but what the header says. */
/** What lies on a disk, read in one transaction. */
export interface CatalogWith {
  readonly catalog: unknown;
  readonly records: readonly unknown[];
}

export interface Records {
  /** null: no vault. `unknown`, because what lies on a disk may be anything: decode before use. */
  header(): Promise<unknown>;
  record(kind: RecordKind, id: string): Promise<unknown>;
  all(kind: RecordKind): Promise<readonly unknown[]>;
  /** One record, or with `id` null all of its kind, beside the catalog as it was at that moment: a change between the two would pass for damage. */
  withCatalog(kind: RecordKind, id: string | null): Promise<CatalogWith>;
  write(change: RecordChange): Promise<void>;
  guard(): Promise<UnlockGuard>;
  saveGuard(guard: UnlockGuard): Promise<void>;
  erase(): Promise<void>;
}

/** Raw key bytes: the DEK (32 bytes) or a KEK. Never logged, never in a message. */
export type KeyBytes = Uint8Array<ArrayBuffer>;

export interface Cipher {
  /** AES-256-GCM with a fresh 96-bit IV, bound to `aad`. */
  seal(key: KeyBytes, plain: Uint8Array<ArrayBuffer>, aad: string): Promise<SealedBox>;
  /** null: it does not open under this key and this `aad`, for whatever reason. */
  open(key: KeyBytes, box: SealedBox, aad: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The same without base64url, for what is large. */
  sealBytes(key: KeyBytes, plain: Uint8Array<ArrayBuffer>, aad: string): Promise<SealedBytes>;
  openBytes(key: KeyBytes, sealed: SealedBytes, aad: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

export interface Kdf {
  /** 32 bytes. The parameters must be acceptable (`kdfAcceptable`); anything else is a bug of the caller. */
  derive(passphrase: Secret, parameters: KdfParameters): Promise<KeyBytes>;
  /** Milliseconds that one derivation at the floor takes on this device. */
  measureFloor(): Promise<number>;
}

/** What is known while unlocked: in the browser's session memory, never on disk, gone when the browser ends. */
export interface UnlockedState extends UnlockedSpan {
  readonly dek: KeyBytes;
  readonly kid: string;
  readonly role: Role;
  readonly settings: LockSettings;
  /** null: the vault works with none. */
  readonly pack: PackState | null;
}

export interface SessionMemory extends WindowPins, MissedMemory, GivenReasons {
  unlocked(): Promise<UnlockedState | null>;
  setUnlocked(state: UnlockedState): Promise<void>;
  /** Changes what is known while unlocked; null, and nothing is written, when a lock came first. */
  changeUnlocked(change: (state: UnlockedState) => UnlockedState): Promise<UnlockedState | null>;
  intent(tabId: number): Promise<Intent | null>;
  intents(): Promise<readonly Intent[]>;
  setIntent(intent: Intent): Promise<void>;
  removeIntent(tabId: number): Promise<void>;
  outcome(tabId: number): Promise<OutcomeRecord | null>;
  setOutcome(tabId: number, outcome: OutcomeRecord): Promise<void>;
  /** The session whose IT Glue credentials list the popup should open for this tab; reading it takes it away. */
  takeChoosing(tabId: number): Promise<EntryId | null>;
  setChoosing(tabId: number, entryId: EntryId): Promise<void>;
  /** The field that was right-clicked in this tab, while its session is being chosen. */
  waitingAim(tabId: number): Promise<WaitingAim | null>;
  setWaitingAim(tabId: number, aim: WaitingAim): Promise<void>;
  removeWaitingAim(tabId: number): Promise<void>;
  tabClient(tabId: number): Promise<TabClient | null>;
  setTabClient(tabId: number, client: TabClient): Promise<void>;
  fieldPick(tabId: number): Promise<FieldPick | null>;
  setFieldPick(pick: FieldPick): Promise<void>;
  removeFieldPick(tabId: number): Promise<void>;
  /** HTTP authentication challenges that were answered since the browser started; of one before a lock only the request. */
  answeredChallenges(): Promise<readonly AnsweredChallenge[]>;
  noteAnswered(challenge: AnsweredChallenge): Promise<void>;
  /** Forgets what belongs to a closed tab. */
  forgetTab(tabId: number): Promise<void>;
  /**
   * Lock: DEK, intents, choices, pins and outcomes go. `due`: only where it is still this unlocking that is there; false:
   * it is another one, which stays.
   */
  clear(due?: UnlockedState | null): Promise<boolean>;
}

/** A record that was sound, and what is in it. */
export interface OpenedRecord {
  readonly record: SealedRecord;
  readonly value: unknown;
}

/**
 * What was opened of the disk, in this worker's memory only and forgotten on lock, so that five hundred entries are not
 * decrypted for every look at them. A record is known again by its very ciphertext. Never an API key or a seed.
 */
export interface OpenedRecords {
  /** `raw`: as it came from the disk. undefined: not opened before, or another ciphertext. */
  get(raw: unknown): OpenedRecord | undefined;
  set(record: SealedRecord, value: unknown): void;
  clear(): void;
}

/** The vault's door: who is in, until when. */
export interface VaultDoor {
  /** The role of whoever unlocked it, or null: locked, or due to be (then it is locked on the spot). */
  role(): Promise<Role | null>;
  /** Says that the vault was used: the idle deadline starts anew. */
  touch(): Promise<void>;
  lock(): Promise<void>;
}

/** What one request to IT Glue goes with. */
export interface ItGlueAccess {
  readonly region: Region;
  readonly key: Secret;
  /** Hears of every refusal that IT Glue itself answered. */
  readonly refused?: (status: KeyRefusal) => void;
}

export interface ItGlue {
  organizations(access: ItGlueAccess): Promise<Result<Fetched<OrganizationSummary>>>;
  organization(access: ItGlueAccess, id: OrganizationId): Promise<Result<OrganizationSummary>>;
  passwords(access: ItGlueAccess, organizationId: OrganizationId): Promise<Result<Fetched<PasswordSummary>>>;
  /** Password folders of one organization, each with its whole path; an account may refuse this list. */
  folders(access: ItGlueAccess, organizationId: OrganizationId): Promise<Result<readonly PasswordFolder[]>>;
  /** One record without its value. */
  passwordSummary(access: ItGlueAccess, id: PasswordId): Promise<Result<PasswordSummary>>;
  /** The one request that brings a password value. */
  password(access: ItGlueAccess, id: PasswordId): Promise<Result<Credential>>;
  probe(access: ItGlueAccess): Promise<ConnectionReport>;
}

/** Lists fetched from IT Glue, kept in this worker's memory only and forgotten on lock. */
export interface ListCache {
  get<Row>(key: string): Fetched<Row> | null;
  set<Row>(key: string, list: Fetched<Row>): void;
  clear(): void;
}

/** The port that a script of ours opened in a page. */
export interface PagePort<Order, Message> {
  readonly facts: PortFacts;
  send(order: Order): void;
  /** The next message, decoded; null when the port closed, the time was up or the message was none of ours. */
  next(withinMs: number): Promise<Message | null>;
  readonly open: boolean;
  close(): void;
}

/** What may run in a page: each connects to its own port, and is given nothing but by it. */
export type PageScript = 'fill' | 'fill-field' | 'choose-field' | 'explain';

/** Why a script of ours is not in a page. `silent`: the page lets nothing run, for now; what it runs later was given up. */
export type NotInjected = 'not-permitted' | 'silent' | 'tab-closed';

/** The fill script's. */
export type FillPort = PagePort<FillOrder, FillMessage>;
/** Of the script that waits for a field to be chosen: it says where the field is, and is told nothing. */
export type FieldPort = PagePort<never, { readonly steps: readonly string[] }>;
/** Of the explaining script: it is told which fields were chosen for the page. */
export type ExplanationPort = PagePort<readonly FieldPlace[], FormExplanation>;

export interface Pages {
  /** The tab in front; its origin is null where the browser shows it to us as no web page. null: there is none. */
  front(): Promise<{ readonly tabId: number; readonly origin: string | null } | null>;
  /** The window that holds a tab; null: the tab is closed. */
  windowOf(tabId: number): Promise<number | null>;
  /** Opens a tab behind the one in front, so that the popup stays open until the launch is on record. */
  openTab(url: string): Promise<number>;
  bringToFront(tabId: number): Promise<void>;
  /** Whether the tab has finished loading. */
  isComplete(tabId: number): Promise<boolean>;
  /** Runs a script of ours in the tab's top document. */
  inject(tabId: number, script: PageScript): Promise<{ readonly documentId: string } | NotInjected>;
  /** Shows how a fill ended on the toolbar button of that tab. */
  showEnd(tabId: number, record: OutcomeRecord): Promise<void>;
  /** Shows on the toolbar button of that tab that a field was chosen. */
  showChosen(tabId: number): Promise<void>;
  /** Opens the toolbar popup; false where the browser does not let us. */
  openPopup(): Promise<boolean>;
}

export interface HostAccess {
  /** Those of the origins for which the browser has not granted site access. */
  missing(origins: readonly string[]): Promise<readonly string[]>;
  /** Whether the browser lets us answer HTTP authentication. */
  httpAuth(): Promise<HttpAuthAccess>;
  /** Gives the permission for it back. */
  dropHttpAuth(): Promise<void>;
}

/** The window in which a person chooses what answers an HTTP authentication challenge. */
export interface ChooserWindow {
  /** The window's id; null where the browser opens none. */
  open(id: ChallengeId): Promise<number | null>;
}

export type AlarmName = 'lock' | 'clipboard' | 'intents' | 'http-auth' | 'sync';

export interface Alarms {
  /** Milliseconds since 1970; replaces an alarm of the same name. */
  set(name: AlarmName, at: number): Promise<void>;
}

export interface Clipboard {
  /** Puts a secret on the clipboard. */
  write(secret: Secret): Promise<void>;
  /** Overwrites the clipboard with a blank. */
  clear(): Promise<void>;
}

/** What may still be asked of IT Glue, counted over every request of this browser. */
export interface RequestBudget {
  /** Milliseconds until this asker may ask; 0: at once. */
  wait(region: Region, asker: Asker): number;
  /** What was written down before this worker started, where it says more than this worker knows. */
  restore(region: Region, budget: Budget): void;
  now(region: Region): Budget;
}

/** Everything that the use cases may ask of the world. */
export interface Ports {
  readonly now: Now;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  readonly randomBytes: RandomBytes;
  readonly records: Records;
  readonly cipher: Cipher;
  readonly kdf: Kdf;
  readonly session: SessionMemory;
  readonly store: SealedStore;
  readonly door: VaultDoor;
  readonly itGlue: ItGlue;
  readonly lists: ListCache;
  readonly opened: OpenedRecords;
  readonly pages: Pages;
  readonly hosts: HostAccess;
  readonly chooser: ChooserWindow;
  readonly alarms: Alarms;
  readonly clipboard: Clipboard;
  readonly indexRecords: IndexRecords;
  readonly indexSource: IndexSource;
  readonly loadedIndexes: LoadedIndexes;
  readonly budget: RequestBudget;
  readonly audit: Audit;
  readonly policy: PolicySource;
  readonly signing: Signing;
  readonly isolation: Isolation;
}
