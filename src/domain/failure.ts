import type { BackupProblem } from './backup.ts';
import type { FolderProblem } from './folder.ts';
import type { PackProblem } from './pack.ts';
import type { PolicyKey } from './policy.ts';
import type { DomainProblem } from './primary-domain.ts';
import type { SeedProblem } from './totp.ts';

/** A record that could not be opened: named by kind and id, never by content. */
export interface DamagedRecord {
  readonly kind: string;
  readonly id: string;
  /** `missing`: the catalog lists it, the store has none; `tampered`: it does not open; `malformed`: it opens, but its content is not of its shape. */
  readonly reason: 'missing' | 'tampered' | 'malformed';
}

export type Right = 'view' | 'viewPassword' | 'edit';

/** Why a typed host was not accepted. */
export type HostProblem =
  | 'empty'
  | 'not-an-address'
  | 'scheme'
  | 'userinfo'
  | 'trailing-dot'
  | 'ip-shorthand'
  | 'http-not-allowed'
  | 'unknown-variable'
  | 'no-primary-domain'
  | 'domain-place'
  | 'domain-value'
  | 'variable-place'
  | 'variable-domain'
  | 'variable-unlinked'
  | 'variable-value'
  | 'variable-changed'
  | 'variable-not-here';

/** Every expected no, with what its sentence needs. Nothing here may hold a secret or text of a page. */
interface FailureDetails {
  // vault
  'no-vault': object;
  'vault-exists': object;
  locked: object;
  'wrong-passphrase': { readonly waitSeconds: number };
  'unlock-delayed': { readonly waitSeconds: number };
  'passphrase-too-short': { readonly minimum: number };
  'passphrase-taken': object;
  'vault-damaged': { readonly records: readonly DamagedRecord[] };
  'vault-too-new': object;
  'storage-failed': object;
  // rights and input
  'not-allowed': { readonly right: Right };
  'administrator-only': object;
  'policy-forbids': { readonly rule: PolicyKey };
  'pack-refused': { readonly problem: PackProblem };
  /** The entry is of all organizations: a pack does not carry it. */
  'not-for-packs': { readonly entryName: string };
  /** Milliseconds since 1970; 0: the pack cannot be read. */
  'pack-ended': { readonly expiresAt: number };
  'origins-unconfirmed': { readonly origins: readonly string[] };
  'record-elsewhere': { readonly host: string };
  'backup-refused': { readonly problem: BackupProblem };
  'invalid-input': { readonly field: string };
  'host-refused': { readonly problem: HostProblem };
  'domain-refused': { readonly problem: DomainProblem };
  'entry-not-found': object;
  'entry-changed': object;
  'folder-not-found': object;
  'folder-changed': object;
  'folder-refused': { readonly problem: FolderProblem };
  'api-key-not-found': object;
  'api-key-in-use': { readonly entries: readonly string[] };
  'not-linked': object;
  'choose-first': object;
  'username-empty': object;
  'clipboard-refused': object;
  /** The entry asks for a reason or ticket number, and none was given within the last minutes. */
  'reason-needed': object;
  /** `by`: who works for that organization. */
  'other-client': { readonly organizationName: string; readonly by: 'tab' | 'window' };
  'not-in-list': object;
  'remembered-gone': object;
  'no-code-kept': object;
  'seed-refused': { readonly problem: SeedProblem };
  // IT Glue
  offline: object;
  timeout: object;
  'it-glue-down': { readonly status: number };
  'rate-limited': { readonly waitSeconds: number };
  'not-it-glue': object;
  'bad-response': object;
  'key-not-accepted': object;
  'gateway-token': object;
  'gateway-refused': object;
  'record-not-visible': object;
  'record-gone': object;
  'record-moved': object;
  'no-password-access': object;
  'password-vaulted': object;
  'password-empty': object;
  'password-archived': object;
  // pages
  'no-page': object;
  'page-not-fillable': object;
  /** It holds up every script: a message that waits for an answer, work without end, a debugger. */
  'page-silent': object;
  'no-linked-session': { readonly origin: string };
  'site-not-permitted': { readonly origin: string };
  'tab-closed': object;
  'no-containers': object;
  'no-private-windows': object;
  'intent-expired': object;
  'sign-in-refused': { readonly origin: string };
  'challenge-gone': object;
  interrupted: object;
}

export type FailureCode = keyof FailureDetails;

/** A closed list of codes; `failure-text` in the UI has a sentence for each, checked by the compiler. */
export type Failure = { [Code in FailureCode]: { readonly code: Code } & FailureDetails[Code] }[FailureCode];

export type FailureOf<Code extends FailureCode> = Extract<Failure, { code: Code }>;
