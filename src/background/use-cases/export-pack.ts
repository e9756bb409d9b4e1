import type { PackSeries } from '../../domain/pack.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { RequestOf } from '../../messaging/contract.ts';
import { newId } from '../new-id.ts';
import { newActivationCode } from '../pack/activation-code.ts';
import { packContents } from '../pack/pack-contents.ts';
import { sealPack } from '../pack/pack-file.ts';
import type { Ports, SigningKey } from '../ports.ts';
import type { UseCase } from '../use-case.ts';

const dayMs = 24 * 60 * 60_000;
const signingKeyId = 'pair';

/** The pair that signs this administrator's packs; made with the first of them. */
async function signingKey(ports: Ports): Promise<Result<SigningKey>> {
  const found = await ports.store.get('signing-key', signingKeyId);
  if (!found.ok) return found;
  if (found.value !== null) return ok(found.value);
  const made = await ports.signing.generate();
  const kept = await ports.store.put('signing-key', signingKeyId, made);
  return kept.ok ? ok(made) : kept;
}

async function nextOf(ports: Ports, request: RequestOf<'pack.export'>): Promise<Result<PackSeries>> {
  const now = ports.now();
  const { packId, name, entryIds, days, policy } = request;
  const next = { name, issuedAt: now, expiresAt: now + days * dayMs, entryIds, policy };
  if (packId === null) return ok({ ...next, packId: newId<'pack'>(ports), version: 1 });
  const known = await ports.store.get('pack-series', packId);
  if (!known.ok) return known;
  return known.value === null
    ? fail({ code: 'invalid-input', field: 'packId' })
    : ok({ ...next, packId, version: known.value.version + 1 });
}

/**
 * Makes the file of a pack. Its version is used up before the file exists: two files of one version must never be about.
 * The activation code is answered once and kept nowhere.
 */
export const exportPack: UseCase<'pack.export'> = async (ports, request) => {
  const series = await nextOf(ports, request);
  if (!series.ok) return series;
  const contents = await packContents(ports, series.value, request.entryIds, request.policy);
  if (!contents.ok) return contents;
  const signer = await signingKey(ports);
  if (!signer.ok) return signer;
  const kept = await ports.store.put('pack-series', series.value.packId, series.value);
  if (!kept.ok) return kept;
  const code = newActivationCode(ports);
  const text = await sealPack(ports, contents.value, signer.value, code);
  const fingerprint = ports.signing.fingerprint(signer.value.publicKey);
  return ok({ text, code, fingerprint, signer: signer.value.publicKey, series: series.value });
};

/** The packs that this administrator has handed out, the newest first. */
export const listPacks: UseCase<'pack.list'> = async (ports) => {
  const listed = await ports.store.list('pack-series');
  if (!listed.ok) return listed;
  return ok(listed.value.contents.toSorted((a, b) => b.issuedAt - a.issuedAt));
};
