import * as v from 'valibot';
import type { Role } from '../domain/permission.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import {
  type KdfParameters,
  type KeySlot,
  kdfAcceptable,
  kdfFloor,
  slotAad,
  type VaultHeader,
  vaultVersion,
} from '../domain/sealed.ts';
import type { Secret } from '../domain/secret.ts';
import { toBase64url } from './base64url.ts';
import type { KeyBytes, Ports } from './ports.ts';

const base64url = v.pipe(v.string(), v.regex(/^[\w-]+$/));
const whole = v.pipe(v.number(), v.integer());
const slot = v.strictObject({
  id: base64url,
  role: v.picklist(['administrator', 'technician'] as const),
  kdf: v.strictObject({
    alg: v.literal('argon2id'),
    m: whole,
    t: whole,
    p: whole,
    salt: v.pipe(base64url, v.length(22)),
  }),
  iv: base64url,
  ct: base64url,
});
const shape = v.strictObject({
  v: v.literal(vaultVersion),
  kid: base64url,
  createdAt: v.number(),
  slots: v.pipe(v.array(slot), v.minLength(1), v.maxLength(8)),
});

const damaged = (reason: 'malformed' | 'tampered'): Result<never> =>
  fail({ code: 'vault-damaged', records: [{ kind: 'header', id: 'vault', reason }] });

/** The header as it lies on disk, checked before anything is derived from it. `no-vault`, `vault-too-new` or `vault-damaged` otherwise. */
export function decodeHeader(raw: unknown): Result<VaultHeader> {
  if (raw === null || raw === undefined) return fail({ code: 'no-vault' });
  const { v: version } = Object(raw) as { readonly v?: unknown };
  if (typeof version === 'number' && version > vaultVersion) return fail({ code: 'vault-too-new' });
  const decoded = v.safeParse(shape, raw);
  if (!decoded.success) return damaged('malformed');
  return decoded.output.slots.every(({ kdf }) => kdfAcceptable(kdf)) ? ok(decoded.output) : damaged('tampered');
}

/** Whether a passphrase opens it for this role; in the vault of a pack none does for an administrator. */
export const hasSlot = ({ slots }: VaultHeader, role: Role): boolean => slots.some((slot) => slot.role === role);

/** A new way to the DEK, for this passphrase and role, never weaker than the policy asks. */
export async function sealSlot(
  ports: Pick<Ports, 'cipher' | 'kdf' | 'randomBytes' | 'policy'>,
  header: Pick<VaultHeader, 'v' | 'kid'>,
  role: Role,
  memory: number,
  passphrase: Secret,
  dek: KeyBytes,
): Promise<KeySlot> {
  const { policy } = await ports.policy.read();
  const m = Math.max(memory, policy.kdfMemoryKibMin);
  const salt = toBase64url(ports.randomBytes(16));
  const kdf: KdfParameters = { alg: 'argon2id', m, t: Math.max(kdfFloor.t, policy.kdfPassesMin), p: 1, salt };
  const open = { id: toBase64url(ports.randomBytes(9)), role, kdf };
  const kek = await ports.kdf.derive(passphrase, kdf);
  return { ...open, ...(await ports.cipher.seal(kek, dek, slotAad(header, open))) };
}

/** The first slot that this passphrase opens, with the DEK; null when it opens none. */
export async function openSlot(
  ports: Pick<Ports, 'cipher' | 'kdf'>,
  header: VaultHeader,
  passphrase: Secret,
): Promise<{ readonly slot: KeySlot; readonly dek: KeyBytes } | null> {
  for (const slot of header.slots) {
    const kek = await ports.kdf.derive(passphrase, slot.kdf);
    const dek = await ports.cipher.open(kek, slot, slotAad(header, slot));
    if (dek !== null) return { slot, dek };
  }
  return null;
}
