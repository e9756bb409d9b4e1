import type { EntryOrganization } from './entry.ts';
import type { FieldAim } from './field-aim.ts';
import type { FieldPlace } from './field-place.ts';
import type { EntryId, PasswordId } from './ids.ts';

/** What a field is for. `extra`: a domain, realm or account id that the session itself keeps. */
export const fieldRoles = ['username', 'password', 'code', 'extra'] as const;
export type FieldRole = (typeof fieldRoles)[number];

/** Why a page that was found is not filled. */
export const refusals = [
  'wrong-origin',
  'not-top-frame',
  'isolated-page',
  'not-in-front',
  'insecure',
  'form-sends-elsewhere',
  'form-puts-values-in-address',
  'several-password-fields',
  'new-password-field',
  'sign-up-form',
  'change-password-form',
  'card-form',
  'search-form',
  'hidden-field',
  'covered-field',
  'tiny-field',
  'transparent-field',
  'switched-off-field',
  'decoy-field',
  'form-in-own-frame',
  'form-in-other-frame',
  'field-for-other-value',
  'cannot-determine',
  'too-complex',
  'changed-during-fill',
] as const;
export type Refusal = (typeof refusals)[number];

/** Refusals of what a page shows at this moment: a launch goes on looking, the login may still come. */
export const passingRefusals: readonly Refusal[] = [
  'search-form',
  'hidden-field',
  'covered-field',
  'tiny-field',
  'transparent-field',
  'switched-off-field',
  'form-in-own-frame',
  'form-in-other-frame',
];

/** What a fill did. `partly`: something was written, and something the page asked for was not. */
export type Outcome =
  | { readonly kind: 'filled'; readonly roles: readonly FieldRole[]; readonly more: boolean }
  | { readonly kind: 'partly'; readonly roles: readonly FieldRole[]; readonly missing: readonly FieldRole[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly reason: Refusal };

export const intentSources = ['launch', 'front'] as const;
export type IntentSource = (typeof intentSources)[number];

/** `code-only` once a password value has been handed over and a one-time code may follow; `committed`: nothing is sent any more. */
export const intentStages = ['open', 'code-only', 'committed'] as const;
export type IntentStage = (typeof intentStages)[number];

/** The single-use permission to fill one tab. It names a credential, and holds none. */
export interface Intent {
  /** Tells this intent from an earlier one of the same tab. */
  readonly nonce: string;
  readonly tabId: number;
  readonly source: IntentSource;
  readonly sessionEntryId: EntryId;
  readonly passwordId: PasswordId;
  /** For which an entry of all organizations is used; null: the entry is of one. */
  readonly organization: EntryOrganization | null;
  readonly origins: readonly string[];
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** The document that the fill script was injected into, as the browser named it; null before that. */
  readonly documentId: string | null;
  readonly stage: IntentStage;
  /** null: the page's login. Otherwise one value for one field, and nothing else. */
  readonly aim: FieldAim | null;
}

export const intentLifetimeMs: Readonly<Record<IntentSource, number>> = { launch: 120_000, front: 10_000 };

/** While IT Glue is being asked a fill of the page in front may take this long. */
export const fetchingLifetimeMs = 30_000;

/**
 * How soon a launch that has said nothing yet is looked at again (ms): the worker may have died between the page's
 * last event and the injection, and then nothing else would wake it. A packed extension's alarms ring after 30 s at the earliest.
 */
export const launchCheckMs = 5_000;

/** What the browser, not the page, says about who opened the fill port. */
export interface PortFacts {
  readonly extensionId: string | null;
  readonly tabId: number | null;
  readonly frameId: number | null;
  readonly documentId: string | null;
  readonly origin: string | null;
  readonly url: string | null;
  /** null where the browser does not report it (Firefox). */
  readonly lifecycle: string | null;
}

/** The fill script's report: roles and verdicts, never text of the page. */
export interface FormReport {
  readonly fields: readonly FieldRole[];
  /** Where the form sends what is written, or null without a form. */
  readonly actionOrigin: string | null;
  readonly refusal: Refusal | null;
  /** The form is in a frame of the page's own origin, which is filled only where the session says so. */
  readonly inOwnFrame: boolean;
}

/** What the worker may say on the fill port. */
export type FillOrder =
  | {
      readonly type: 'fill';
      readonly username: string | null;
      readonly password: string | null;
      readonly code: string | null;
      readonly extra: string | null;
      readonly allowedActionOrigins: readonly string[];
      readonly expectedOrigin: string;
      readonly submit: boolean;
    }
  /** Read again: these fields were chosen by a person for this page. */
  | { readonly type: 'look-at'; readonly fields: readonly FieldPlace[] }
  /** These fields are named by IT Glue's record: taken where a guess might have chosen them as well. */
  | { readonly type: 'hints'; readonly fields: readonly FieldPlace[] }
  /** Which field was pointed at, and what for: what the script for one field waits for before it reads anything. */
  | ({ readonly type: 'aim' } & FieldAim)
  | { readonly type: 'watch'; readonly forMs: number }
  | { readonly type: 'stop' };

/** What the fill script may say on it. */
export type FillMessage =
  | { readonly type: 'report'; readonly report: FormReport }
  | { readonly type: 'outcome'; readonly outcome: Outcome };

/** Why a port is not the one that the intent is waiting for; null when every fact agrees. Absent facts never agree. */
export function portRefusal(intent: Intent, facts: PortFacts, extensionId: string): Refusal | null {
  if (facts.extensionId !== extensionId || facts.tabId !== intent.tabId) return 'wrong-origin';
  if (facts.frameId !== 0) return 'not-top-frame';
  if (facts.lifecycle !== null && facts.lifecycle !== 'active') return 'not-in-front';
  if (intent.documentId === null || facts.documentId !== intent.documentId) return 'changed-during-fill';
  if (facts.origin === null || facts.origin === 'null') return 'isolated-page';
  if (!intent.origins.includes(facts.origin)) return 'wrong-origin';
  if (facts.url === null || !facts.url.startsWith(`${facts.origin}/`)) return 'isolated-page';
  return null;
}
