import * as v from 'valibot';
import { type AuditRecord, auditActions, auditRoles } from '../../domain/audit.ts';
import type { EntryId, OrganizationId, PasswordId } from '../../domain/ids.ts';
import { vaultVersion } from '../../domain/sealed.ts';
import { decoded } from '../decoded.ts';
import type { Ports, UnlockedState } from '../ports.ts';
import type { AuditPart } from './audit-port.ts';

type Outside = Pick<Ports, 'cipher'>;

const utf8 = { encoder: new TextEncoder(), decoder: new TextDecoder() };
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const maybe = v.nullable(v.string());
const idOrNull = <Id extends string>() =>
  v.nullable(
    v.pipe(
      v.string(),
      v.transform((text) => text as Id),
    ),
  );

const bytes = v.instance(Uint8Array<ArrayBuffer>);
const sealedPart = v.object({ v: v.number(), kid: v.string(), part: v.string(), iv: bytes, ct: bytes });

const recordShape = v.strictObject({
  seq: whole,
  at: v.number(),
  role: v.picklist(auditRoles),
  action: v.picklist(auditActions),
  by: v.string(),
  entryId: idOrNull<EntryId>(),
  entryName: maybe,
  organizationName: maybe,
  passwordId: idOrNull<PasswordId>(),
  passwordName: maybe,
  origin: maybe,
  outcome: v.string(),
  // Sealed before there were these: without them, which the link knows.
  organizationId: v.exactOptional(idOrNull<OrganizationId>()),
  reason: v.exactOptional(maybe),
  count: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  since: v.exactOptional(v.nullable(v.number())),
  link: v.string(),
});

const headShape = v.strictObject({
  next: whole,
  link: v.string(),
  first: whole,
  anchor: v.string(),
  policy: v.exactOptional(v.string()),
});

/**
 * Where the chain stands: the next number and the link it follows, the first record that is kept and the link before
 * that, and the mark of the managed policy that held at the last record.
 */
export type AuditHead = v.InferOutput<typeof headShape>;

export const headPart = 'head';
export const emptyHead: AuditHead = { next: 0, link: '', first: 0, anchor: '' };

const aadOf = ({ v: version, kid, part }: Omit<AuditPart, 'iv' | 'ct'>): string =>
  [version, kid, 'audit', part].join('|');

async function open(outside: Outside, { dek, kid }: UnlockedState, part: string, raw: unknown): Promise<unknown> {
  const sealed = v.safeParse(sealedPart, raw);
  if (!sealed.success) return null;
  const plain = await outside.cipher.openBytes(dek, sealed.output, aadOf({ v: vaultVersion, kid, part }));
  return plain === null ? null : (JSON.parse(utf8.decoder.decode(plain)) as unknown);
}

/** null: it does not open, or is none. */
export async function openHead(outside: Outside, state: UnlockedState, raw: unknown): Promise<AuditHead | null> {
  return decoded(headShape, await open(outside, state, headPart, raw));
}

/** null: it does not open, or is none. */
export async function openRun(
  outside: Outside,
  state: UnlockedState,
  part: string,
  raw: unknown,
): Promise<readonly AuditRecord[] | null> {
  return decoded(v.array(recordShape), await open(outside, state, part, raw));
}

export async function sealAuditPart(
  outside: Outside,
  { dek, kid }: UnlockedState,
  part: string,
  content: AuditHead | readonly AuditRecord[],
): Promise<AuditPart> {
  const unsealed = { v: vaultVersion, kid, part };
  const plain = utf8.encoder.encode(JSON.stringify(content));
  return { ...unsealed, ...(await outside.cipher.sealBytes(dek, plain, aadOf(unsealed))) };
}
