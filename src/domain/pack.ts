import type { Linkable } from './entry.ts';
import type { Failure } from './failure.ts';
import type { EntryId } from './ids.ts';
import { lockLimits } from './lock.ts';
import type { ManagedPolicy, Policy } from './policy.ts';
import { sessionAddresses } from './session-addresses.ts';

/** What a pack forbids to whoever works with it: switches that are on, and longest times. It can allow nothing. */
export type PackPolicy = Pick<
  Policy,
  'disableAlwaysPrompt' | 'disableReveal' | 'disableCopy' | 'disableHttp' | 'lockIdleMinutesMax' | 'lockCapHoursMax'
>;

/** What names a pack. Times in ms since 1970. */
export interface PackFacts {
  readonly packId: string;
  readonly name: string;
  /** Grows with every file that is made of this pack. */
  readonly version: number;
  readonly issuedAt: number;
  /** From then on nothing of the pack can be used. */
  readonly expiresAt: number;
}

/** A pack as an administrator hands it out again and again. */
export interface PackSeries extends PackFacts {
  readonly entryIds: readonly EntryId[];
  readonly policy: PackPolicy;
}

/** The pack that a technician's vault works with. */
export interface PackState extends PackFacts {
  /** base64url of the Ed25519 public key that signed it, and that has to sign what comes after it. */
  readonly signer: string;
  readonly policy: PackPolicy;
  /** The latest time at which this vault was open: a clock that is set back does not bring an ended pack back. */
  readonly seenAt: number;
  /** For each session the addresses that whoever uses it has confirmed. */
  readonly confirmed: Readonly<Record<EntryId, readonly string[]>>;
}

/** The pack of this vault now. */
export interface PackInUse extends PackState {
  readonly ended: boolean;
}

/** What holds now: what the administrator of this browser has set, and what the pack of the unlocked vault adds; null: it works with none. */
export interface PolicyInForce extends ManagedPolicy {
  readonly pack: PackInUse | null;
}

/** Why a pack was not taken. */
export const packProblems = [
  'not-a-pack',
  'too-new',
  'does-not-open',
  'bad-signature',
  'bad-contents',
  'no-signer-set',
  'signer-not-set',
  'other-signer',
  'other-pack',
  'older',
  'ended',
  'from-the-future',
  'has-administrator',
  'changed-since',
] as const;

export type PackProblem = (typeof packProblems)[number];

/** What holds for a pack that cannot be read. */
export const strictestPack: PackPolicy = {
  disableAlwaysPrompt: true,
  disableReveal: true,
  disableCopy: true,
  disableHttp: true,
  lockIdleMinutesMax: lockLimits.idleMinutes.min,
  lockCapHoursMax: lockLimits.capHours.min,
};

/** How long a pack may be good for, in days. */
export const packDays = { min: 1, max: 730 } as const;

/** What may be in one file. */
export const packLimits = { entries: 5_000, apiKeys: 50, characters: 32 * 1024 * 1024 } as const;

/** A pack that says it was made this much later than now was made elsewhere than under this clock. */
const clockToleranceMs = 24 * 60 * 60_000;

export const packEnded = ({ expiresAt, seenAt }: PackState, now: number): boolean => Math.max(now, seenAt) >= expiresAt;

/** The stricter of both, key by key. */
export const cappedByPack = (policy: Policy, pack: PackPolicy): Policy => ({
  ...policy,
  disableAlwaysPrompt: policy.disableAlwaysPrompt || pack.disableAlwaysPrompt,
  disableReveal: policy.disableReveal || pack.disableReveal,
  disableCopy: policy.disableCopy || pack.disableCopy,
  disableHttp: policy.disableHttp || pack.disableHttp,
  lockIdleMinutesMax: Math.min(policy.lockIdleMinutesMax, pack.lockIdleMinutesMax),
  lockCapHoursMax: Math.min(policy.lockCapHoursMax, pack.lockCapHoursMax),
});

/** What stands against taking this pack; null: nothing. `known`: the pack that the vault works with; null: none yet. */
export function packRefusal(
  pack: PackFacts & { readonly signer: string },
  known: PackState | null,
  now: number,
): PackProblem | null {
  if (known !== null && pack.signer !== known.signer) return 'other-signer';
  if (known !== null && pack.packId !== known.packId) return 'other-pack';
  if (known !== null && pack.version <= known.version) return 'older';
  if (pack.issuedAt > now + clockToleranceMs) return 'from-the-future';
  return Math.max(now, known?.seenAt ?? 0) >= pack.expiresAt ? 'ended' : null;
}

/** A session that came in a pack is used where a person has said that all its addresses are right. `pack` null: it came in none. */
export function unconfirmed(pack: PackState | null, session: Linkable): Failure | null {
  if (pack === null) return null;
  const origins = sessionAddresses(session);
  const confirmed = pack.confirmed[session.id] ?? [];
  return origins.every((origin) => confirmed.includes(origin)) ? null : { code: 'origins-unconfirmed', origins };
}
