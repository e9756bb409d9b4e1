import { createAuditRecords } from '../../src/background/adapters/audit-records.ts';
import { sha256 } from '../../src/background/adapters/sha256.ts';
import type { AuditPart } from '../../src/background/audit/audit-port.ts';
import { runLength } from '../../src/background/audit/audit-runs.ts';
import { createAudit } from '../../src/background/audit/create-audit.ts';
import { headPart, sealAuditPart } from '../../src/background/audit/sealed-audit.ts';
import { createVault } from '../../src/background/use-cases/create-vault.ts';
import { type AuditEvent, type AuditRecord, auditLimit, chained, chainStart } from '../../src/domain/audit.ts';
import { filteredAudit, noFilter } from '../../src/domain/audit-filter.ts';
import { asId } from '../../src/domain/ids.ts';
import { vaultWorld } from '../../test/background/vault/vault-world.ts';
import { median } from './statistics.ts';

const appends = 200;

/** Milliseconds, with a full audit. */
export interface AuditCost {
  /** Median of writing one event down. */
  readonly appendMs: number;
  /** Opening and checking every record. */
  readonly readMs: number;
  /** Opening and checking the newest three runs, which the viewer shows first. */
  readonly newestMs: number;
  /** Filtering all of them by words. */
  readonly filterMs: number;
}

const event: AuditEvent = {
  role: 'technician',
  action: 'revealed',
  by: 'credential.reveal',
  entryId: asId('0123456789ab'),
  entryName: 'Firewall administrator',
  organizationName: 'Northwind Dental Group',
  passwordId: asId('7001234'),
  passwordName: 'FW-NWD-01 firewall admin',
  origin: 'https://firewall.northwind.example:8443',
  outcome: 'ok',
  organizationId: asId('700'),
  reason: null,
  count: 1,
  since: null,
};

function fullChain(): readonly AuditRecord[] {
  const records: AuditRecord[] = [];
  for (let seq = 0; seq < auditLimit - appends - 1; seq += 1)
    records.push(chained(event, { seq, at: seq }, records.at(-1)?.link ?? chainStart, sha256));
  return records;
}

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A full audit over the code of the worker and an IndexedDB in memory. */
export async function auditCost(): Promise<AuditCost> {
  const world = vaultWorld();
  await world.run(createVault, { passphrase: 'harbor copper lantern' });
  const state = await world.ports.session.unlocked();
  if (state === null) throw new Error('The vault is not unlocked.');
  const auditRecords = createAuditRecords();
  const records = fullChain();
  const parts: AuditPart[] = [];
  for (let first = 0; first < records.length; first += runLength) {
    const run = records.slice(first, first + runLength);
    parts.push(await sealAuditPart(world.ports, state, `run-${first / runLength}`, run));
  }
  const link = records.at(-1)?.link ?? chainStart;
  const head = { next: records.length, link, first: 0, anchor: chainStart };
  await auditRecords.write([...parts, await sealAuditPart(world.ports, state, headPart, head)], []);
  const audit = createAudit({ ...world.ports, auditRecords, hash: sha256 });
  const times: number[] = [];
  for (let at = 0; at < appends; at += 1) times.push(await elapsed(() => audit.note(event)));
  let read = await audit.read();
  const readMs = await elapsed(async () => {
    read = await audit.read();
  });
  if (!read.ok || read.value.brokenAt !== null || read.value.failedSince !== null)
    throw new Error('The audit of the benchmark is not sound.');
  const newestMs = await elapsed(() => audit.stretch(null, 3));
  const all = read.value.records;
  const filterMs = await elapsed(async () => filteredAudit(all, { ...noFilter, text: 'northwind firewall' }));
  return { appendMs: median(times), readMs, newestMs, filterMs };
}
