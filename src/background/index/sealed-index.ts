import * as v from 'valibot';
import type { ApiKeyId } from '../../domain/ids.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { vaultVersion } from '../../domain/sealed.ts';
import type { IndexedOrganization, IndexedPassword } from '../../domain/search/indexed-password.ts';
import { isSegment, type Segment } from '../../domain/search/segment.ts';
import type { Ports, UnlockedState } from '../ports.ts';
import { catalogPart, type IndexPart } from './index-ports.ts';
import { decodeIndexCatalog, decodeSegment, type IndexCatalog, unpackOrganizations } from './index-shapes.ts';

type Outside = Pick<Ports, 'cipher' | 'indexRecords'>;

const utf8 = { encoder: new TextEncoder(), decoder: new TextDecoder() };

/** A part can be no other key's, no other name's, no other vault's. */
const partAad = ({ v: version, kid, apiKeyId, part }: Omit<IndexPart, 'iv' | 'ct'>): string =>
  [version, kid, 'index', apiKeyId, part].join('|');

const bytes = v.instance(Uint8Array<ArrayBuffer>);
const sealedPart = v.object({
  v: v.number(),
  kid: v.string(),
  apiKeyId: v.string(),
  part: v.string(),
  iv: bytes,
  ct: bytes,
});

/** The content of a part; null: it is not there, or does not open. */
export async function openPart(
  { cipher }: Outside,
  { dek, kid }: UnlockedState,
  apiKeyId: ApiKeyId,
  part: string,
  raw: unknown,
): Promise<unknown> {
  const record = v.safeParse(sealedPart, raw);
  if (!record.success) return null;
  const aad = partAad({ v: vaultVersion, kid, apiKeyId, part });
  const plain = await cipher.openBytes(dek, record.output, aad);
  if (plain === null) return null;
  try {
    const text = utf8.decoder.decode(plain);
    return isSegment(text) ? text : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

export async function sealPart(
  { cipher }: Outside,
  { dek, kid }: UnlockedState,
  apiKeyId: ApiKeyId,
  part: string,
  content: unknown,
): Promise<IndexPart> {
  const open = { v: vaultVersion, kid, apiKeyId, part };
  const text = typeof content === 'string' && isSegment(content) ? content : JSON.stringify(content);
  return { ...open, ...(await cipher.sealBytes(dek, utf8.encoder.encode(text), partAad(open))) };
}

/** null: nothing was read for this key yet, or what lies there does not open: then it is read anew. */
export async function openIndexCatalog(
  outside: Outside,
  state: UnlockedState,
  apiKeyId: ApiKeyId,
): Promise<IndexCatalog | null> {
  const raw = await outside.indexRecords.part(apiKeyId, catalogPart);
  return decodeIndexCatalog(await openPart(outside, state, apiKeyId, catalogPart, raw));
}

/** Pages of these parts; `vault-damaged` where one is not sound. */
export async function openSegments(
  outside: Outside,
  state: UnlockedState,
  apiKeyId: ApiKeyId,
  parts: readonly string[],
): Promise<Result<readonly Segment[]>> {
  const raws = await outside.indexRecords.parts(apiKeyId, parts);
  const opened = await Promise.all(
    parts.map(async (part, position) => decodeSegment(await openPart(outside, state, apiKeyId, part, raws[position]))),
  );
  const lost = opened.indexOf(null);
  return lost < 0 ? ok(opened.filter((segment) => segment !== null)) : damaged(parts[lost] ?? '');
}

/** Passwords of these parts, a later one's before an earlier one's. */
export async function openPasswords(
  outside: Outside,
  state: UnlockedState,
  apiKeyId: ApiKeyId,
  parts: readonly string[],
): Promise<Result<readonly IndexedPassword[]>> {
  const segments = await openSegments(outside, state, apiKeyId, parts);
  if (!segments.ok) return segments;
  const byId = new Map<string, IndexedPassword>();
  for (const segment of segments.value)
    for (let position = 0; position < segment.size; position += 1) {
      const row = segment.passwordAt(position);
      byId.set(row.id, row);
    }
  return ok([...byId.values()]);
}

const damaged = (part: string): Result<never> =>
  fail({ code: 'vault-damaged', records: [{ kind: 'index', id: part, reason: 'tampered' }] });

export async function openOrganizations(
  outside: Outside,
  state: UnlockedState,
  apiKeyId: ApiKeyId,
  part: string,
): Promise<Result<readonly IndexedOrganization[]>> {
  const raw = await outside.indexRecords.part(apiKeyId, part);
  const rows = unpackOrganizations(await openPart(outside, state, apiKeyId, part, raw));
  return rows === null ? damaged(part) : ok(rows);
}
