import { createAuditRecords } from '../../src/background/adapters/audit-records.ts';
import { kdf } from '../../src/background/adapters/kdf.ts';
import { sha256 } from '../../src/background/adapters/sha256.ts';
import type { AuditPart, NotedEvent } from '../../src/background/audit/audit-port.ts';
import { createAudit } from '../../src/background/audit/create-audit.ts';
import { noneMissed } from '../../src/background/audit/missed-events.ts';
import { toBase64url } from '../../src/background/base64url.ts';
import type { StoredKind } from '../../src/background/ports.ts';
import { decodeContent, decodeRecord, plainContent } from '../../src/background/record-shapes.ts';
import { createVault } from '../../src/background/use-cases/create-vault.ts';
import { setTechnicianPassphrase } from '../../src/background/use-cases/set-technician-passphrase.ts';
import { decodeHeader } from '../../src/background/vault-header.ts';
import type { EntryId, OrganizationId, PasswordId } from '../../src/domain/ids.ts';
import type { Result } from '../../src/domain/result.ts';
import { recordKinds } from '../../src/domain/sealed.ts';
import { vaultWorld } from '../background/vault/vault-world.ts';
import { contentsOfToday } from './contents-of-today.ts';
import type { OlderVault, StoredAudit } from './older-vault.ts';

const passphrase = 'harbor copper lantern ninety';
const technician = 'willow granite ferry seventy';

const revealed: NotedEvent = {
  action: 'revealed',
  by: 'credential.reveal',
  entryId: 'c' as EntryId,
  entryName: 'Northwind portal',
  organizationId: '1' as OrganizationId,
  organizationName: 'Northwind',
  passwordId: '77' as PasswordId,
  passwordName: 'Portal',
  origin: 'https://portal.example',
  outcome: 'ok',
  reason: 'TICKET-4711',
};

type World = ReturnType<typeof vaultWorld>;

function sure<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

/** Puts every content in, and gives back what the store then reads, with what is secret in clear. */
async function filled({ ports }: World): Promise<OlderVault['contents']> {
  const read: Record<string, object> = {};
  for (const [kind, byId] of Object.entries(contentsOfToday) as [StoredKind, Record<string, object>][])
    for (const [id, raw] of Object.entries(byId)) {
      const content = decodeContent(kind, raw);
      if (content === null) throw new Error(`${kind}/${id} is not of its kind's shape.`);
      sure(await ports.store.put(kind, id, content));
      const stored = sure(await ports.store.get(kind, id));
      if (stored !== null) read[`${kind}/${id}`] = plainContent(stored);
    }
  return read as OlderVault['contents'];
}

/** Two events, before the second some that were only counted, and more of those after it. */
async function audited({ ports }: World): Promise<StoredAudit> {
  const auditRecords = createAuditRecords();
  const audit = createAudit({ ...ports, auditRecords, hash: sha256 });
  await audit.note(revealed);
  await auditRecords.saveMissed({ ...noneMissed, unlock: { count: 3, since: ports.now() } });
  await audit.note({ ...revealed, action: 'refused', outcome: 'not-allowed', reason: null });
  const missed = { ...noneMissed, locked: { count: 2, since: ports.now() } };
  await auditRecords.saveMissed(missed);
  const parts = (await auditRecords.parts(['head', 'run-0'])) as readonly AuditPart[];
  return {
    parts: parts.map(({ iv, ct, ...rest }) => ({ ...rest, iv: toBase64url(iv), ct: toBase64url(ct) })),
    missed,
    records: sure(await audit.read()).records,
  };
}

/** A vault as today's code leaves it on the disk, with the least work that a passphrase may cost to derive from. */
export async function makeVault(): Promise<Omit<OlderVault, 'commit' | 'subject'>> {
  const world = vaultWorld();
  Object.assign(world.ports, { kdf: { ...kdf, measureFloor: async () => Number.POSITIVE_INFINITY } });
  sure(await world.run(createVault, { passphrase }));
  sure(await world.run(setTechnicianPassphrase, { passphrase: technician }));
  const contents = await filled(world);
  const audit = await audited(world);
  const raw = (await Promise.all(recordKinds.map((kind) => world.ports.records.all(kind)))).flat();
  return {
    passphrase,
    technician,
    header: sure(decodeHeader(await world.ports.records.header())),
    records: raw.flatMap((record) => decodeRecord(record) ?? []),
    contents,
    audit,
  };
}
