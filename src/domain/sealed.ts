import type { Role } from './permission.ts';

/** Grows when a format below changes; a vault of a higher one is refused, never guessed at. */
export const vaultVersion = 1;

/** Argon2id (RFC 9106), parameters as stored in a key slot. */
export interface KdfParameters {
  readonly alg: 'argon2id';
  /** Memory in KiB. */
  readonly m: number;
  /** Passes. */
  readonly t: number;
  /** Lanes. */
  readonly p: number;
  /** base64url, 16 bytes, random per slot. */
  readonly salt: string;
}

/** OWASP's minimum: below it a slot is refused before anything is derived. The ceiling bounds work a forged header could ask for. */
export const kdfFloor = { m: 19 * 1024, t: 2, p: 1 } as const;
export const kdfCeiling = { m: 1024 * 1024, t: 16, p: 4 } as const;
const kdfMemoryChoices = [19, 32, 46, 64].map((mebibytes) => mebibytes * 1024);

/** The largest memory that this device derives within the given time, scaled from one measured run at the floor. */
export const chooseKdfMemory = (floorRunMs: number, budgetMs = 1000): number =>
  kdfMemoryChoices.findLast((m) => (floorRunMs * m) / kdfFloor.m <= budgetMs) ?? kdfFloor.m;

export const kdfAcceptable = ({ m, t, p }: Pick<KdfParameters, 'm' | 't' | 'p'>): boolean =>
  m >= kdfFloor.m && t >= kdfFloor.t && p >= kdfFloor.p && m <= kdfCeiling.m && t <= kdfCeiling.t && p <= kdfCeiling.p;

/** AES-256-GCM output: 96-bit IV and ciphertext with tag, base64url. */
export interface SealedBox {
  readonly iv: string;
  readonly ct: string;
}

/** One passphrase's way to the DEK: the DEK sealed under the KEK derived from it. */
export interface KeySlot extends SealedBox {
  readonly id: string;
  readonly role: Role;
  readonly kdf: KdfParameters;
}

export interface VaultHeader {
  readonly v: number;
  /** Names the DEK; records of another one do not open. */
  readonly kid: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly slots: readonly KeySlot[];
}

export const recordKinds = [
  'catalog',
  'api-key',
  'entry',
  'folder',
  'settings',
  'code-seed',
  'pack',
  'pack-series',
  'signing-key',
  'marks',
  'drafts',
  'key-health',
  'containers',
  'primary-domains',
] as const;

export type RecordKind = (typeof recordKinds)[number];

export interface SealedRecord extends SealedBox {
  readonly v: number;
  readonly kid: string;
  readonly kind: RecordKind;
  readonly id: string;
  readonly rev: number;
}

/** Everything of a slot but its ciphertext, bound to it: parameters cannot be edited silently. */
export const slotAad = (header: Pick<VaultHeader, 'v' | 'kid'>, slot: Omit<KeySlot, keyof SealedBox>): string =>
  [
    'slot',
    header.v,
    header.kid,
    slot.id,
    slot.role,
    slot.kdf.alg,
    slot.kdf.m,
    slot.kdf.t,
    slot.kdf.p,
    slot.kdf.salt,
  ].join('|');

/** version|kid|store|id|kind|rev: a record cannot be swapped, renamed or rolled back alone. */
export const recordAad = (record: Omit<SealedRecord, keyof SealedBox>): string =>
  [record.v, record.kid, 'records', record.id, record.kind, record.rev].join('|');
