import { gateway } from './gateway.ts';
import type { OrganizationId } from './ids.ts';
import { type LockSettings, lockLimits } from './lock.ts';
import type { Permissions } from './permission.ts';
import { type Region, regions } from './region.ts';
import { kdfCeiling, kdfFloor } from './sealed.ts';

/** Every key that an administrator may set in `storage.managed`. Never a secret: whoever uses the browser can read it. */
export const policyKeys = [
  'region',
  'allowedOrganizations',
  'allowedCategories',
  'disableAlwaysPrompt',
  'disableReveal',
  'disableCopy',
  'disableHttp',
  'disableExport',
  'lockIdleMinutesMax',
  'lockCapHoursMax',
  'kdfMemoryKibMin',
  'kdfPassesMin',
  'packSigningKey',
  'requiredKeys',
] as const;

export type PolicyKey = (typeof policyKeys)[number];

/** What a managed policy holds: caps and floors under and over the choice of whoever uses the vault. */
export interface Policy {
  /** The only regions that may be used; all of them where the policy says nothing. */
  readonly regions: readonly Region[];
  /** null: every organization. */
  readonly allowedOrganizations: readonly OrganizationId[] | null;
  /** Names of password categories, as IT Glue spells them; null: every category, and none. */
  readonly allowedCategories: readonly string[] | null;
  readonly disableAlwaysPrompt: boolean;
  readonly disableReveal: boolean;
  readonly disableCopy: boolean;
  readonly disableHttp: boolean;
  readonly disableExport: boolean;
  readonly lockIdleMinutesMax: number;
  readonly lockCapHoursMax: number;
  readonly kdfMemoryKibMin: number;
  readonly kdfPassesMin: number;
  /** base64url of an Ed25519 public key. null: none is named, or it cannot be read. */
  readonly packSigningKey: string | null;
}

/** A policy as it was read, with what of it could not be. */
export interface ManagedPolicy {
  readonly policy: Policy;
  /** Keys that hold: they came with the policy, or are taken at their strictest because they could not be read. */
  readonly managed: readonly PolicyKey[];
  /** Names of keys that could not be read, unknown ones included; as written by whoever wrote the policy. */
  readonly unreadable: readonly string[];
}

/** What holds where nobody has set a policy. */
export const openPolicy: Policy = {
  regions,
  allowedOrganizations: null,
  allowedCategories: null,
  disableAlwaysPrompt: false,
  disableReveal: false,
  disableCopy: false,
  disableHttp: false,
  disableExport: false,
  lockIdleMinutesMax: lockLimits.idleMinutes.max,
  lockCapHoursMax: lockLimits.capHours.max,
  kdfMemoryKibMin: kdfFloor.m,
  kdfPassesMin: kdfFloor.t,
  packSigningKey: null,
};

/** What holds for a key that is there and cannot be read: never more than the administrator can have meant. */
export const strictPolicy: Policy = {
  regions: [],
  allowedOrganizations: [],
  allowedCategories: [],
  disableAlwaysPrompt: true,
  disableReveal: true,
  disableCopy: true,
  disableHttp: true,
  disableExport: true,
  lockIdleMinutesMax: lockLimits.idleMinutes.min,
  lockCapHoursMax: lockLimits.capHours.min,
  kdfMemoryKibMin: 64 * 1024,
  kdfPassesMin: 3,
  packSigningKey: null,
};

/** The highest floors that a policy may ask for, so that a mistyped one leaves the vault usable. */
export const kdfFloorLimits = {
  memoryKib: { min: kdfFloor.m, max: 256 * 1024 },
  passes: { min: kdfFloor.t, max: kdfCeiling.t },
} as const;

export const unmanaged: ManagedPolicy = { policy: openPolicy, managed: [], unreadable: [] };

/** A policy of which nothing could be read. */
export const unreadablePolicy: ManagedPolicy = {
  policy: strictPolicy,
  managed: policyKeys,
  unreadable: policyKeys,
};

/** The shorter of what was chosen and what is allowed. */
export const cappedLock = (chosen: LockSettings, policy: Policy): LockSettings => ({
  idleMinutes: Math.min(chosen.idleMinutes, policy.lockIdleMinutesMax),
  capHours: Math.min(chosen.capHours, policy.lockCapHoursMax),
});

/** Rights under a policy: one that forbids both revealing and copying leaves no View password to anybody. */
export const cappedPermissions = (rights: Permissions, policy: Policy): Permissions => ({
  ...rights,
  viewPassword: rights.viewPassword && !(policy.disableReveal && policy.disableCopy),
});

/** Whether a KDF is as strong as the policy asks. */
export const kdfMeets = ({ m, t }: { readonly m: number; readonly t: number }, policy: Policy): boolean =>
  m >= policy.kdfMemoryKibMin && t >= policy.kdfPassesMin;

/** Behind a gateway there is no region to choose: its administrator has. */
export const regionAllowed = (policy: Policy, region: Region): boolean =>
  gateway !== null || policy.regions.includes(region);

export const organizationAllowed = (policy: Policy, id: OrganizationId): boolean =>
  policy.allowedOrganizations === null || policy.allowedOrganizations.includes(id);

/** A password without a category is in none of those allowed. */
export const categoryAllowed = (policy: Policy, name: string | null): boolean =>
  policy.allowedCategories === null || (name !== null && policy.allowedCategories.includes(name));
