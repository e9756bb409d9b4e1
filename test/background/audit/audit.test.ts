import { beforeEach, describe, expect, it } from 'vitest';
import { createAuditRecords } from '../../../src/background/adapters/audit-records.ts';
import { sha256 } from '../../../src/background/adapters/sha256.ts';
import type { AuditPart, AuditRecords } from '../../../src/background/audit/audit-port.ts';
import { createAudit, runLength } from '../../../src/background/audit/create-audit.ts';
import { createVault } from '../../../src/background/use-cases/create-vault.ts';
import { lockVault } from '../../../src/background/use-cases/lock-vault.ts';
import type { AuditEvent } from '../../../src/domain/audit.ts';
import { vaultWorld } from '../vault/vault-world.ts';

const event: Omit<AuditEvent, 'role'> = {
  action: 'revealed',
  by: 'credential.reveal',
  entryId: null,
  entryName: 'zx-entry-name',
  organizationName: 'Acme',
  passwordId: null,
  passwordName: null,
  origin: null,
  outcome: 'ok',
};

let world: ReturnType<typeof vaultWorld>;
let auditRecords: AuditRecords;
beforeEach(async () => {
  world = vaultWorld();
  auditRecords = createAuditRecords();
  await world.run(createVault, { passphrase: 'harbor copper lantern' });
});

const audit = (limit = 1_000, records: AuditRecords = auditRecords) =>
  createAudit({ ...world.ports, auditRecords: records, hash: sha256, limit });

async function reading(of = audit()) {
  const read = await of.read();
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
}

const noted = async (count: number, of = audit()) => {
  for (let at = 0; at < count; at += 1) await of.note({ ...event, outcome: `n${at}` });
};

describe('the audit', () => {
  it('gives back what was noted, newest first, with role and time, also to the next worker', async () => {
    await noted(3);
    const read = await reading();
    expect(read).toMatchObject({ brokenAt: null, dropped: 0, failedSince: null });
    expect(read.records.map(({ seq, outcome, role, at }) => [seq, outcome, role, at])).toEqual([
      [2, 'n2', 'administrator', world.clock.now],
      [1, 'n1', 'administrator', world.clock.now],
      [0, 'n0', 'administrator', world.clock.now],
    ]);
  });

  it('keeps every event when many are noted at once', async () => {
    const one = audit();
    await Promise.all(Array.from({ length: 250 }, (_, at) => one.note({ ...event, outcome: `n${at}` })));
    const { records, brokenAt } = await reading(one);
    expect(brokenAt).toBeNull();
    expect(records.map(({ seq }) => seq)).toEqual(Array.from({ length: 250 }, (_, at) => 249 - at));
  });

  it('lets the oldest go in whole runs, says how many, and stays sound', async () => {
    await noted(3 * runLength + 5, audit(2 * runLength));
    const read = await reading();
    expect(read).toMatchObject({ brokenAt: null, dropped: 2 * runLength });
    expect(read.records).toHaveLength(runLength + 5);
    expect(await auditRecords.part('run-0')).toBeUndefined();
  });

  it('is sealed, and nobody’s while locked', async () => {
    await noted(1);
    const part = (await auditRecords.part('run-0')) as AuditPart;
    expect(Buffer.from(part.ct).includes('zx-entry-name')).toBe(false);
    await world.run(lockVault, {});
    expect(await audit().read()).toMatchObject({ failure: { code: 'locked' } });
    await audit().note(event);
    expect(await auditRecords.part('run-0')).toEqual(part);
  });

  it('shows a run that was altered, taken out or put back from earlier', async () => {
    await noted(runLength + 2);
    const early = (await auditRecords.part('run-1')) as AuditPart;
    await noted(2);
    const late = (await auditRecords.part('run-1')) as AuditPart;
    await auditRecords.write([early], []);
    expect(await reading()).toMatchObject({ brokenAt: runLength + 2 });
    await auditRecords.write([{ ...late, ct: late.ct.map((byte, at) => (at === 3 ? byte ^ 1 : byte)) }], []);
    expect(await reading()).toMatchObject({ brokenAt: runLength });
    await auditRecords.write([], ['run-0']);
    expect(await reading()).toMatchObject({ brokenAt: 0 });
    await auditRecords.write([{ ...late, part: 'run-0' }], []);
    expect(await reading()).toMatchObject({ brokenAt: 0 });
  });

  it('does not begin anew over a head that does not open', async () => {
    await noted(2);
    const head = (await auditRecords.part('head')) as AuditPart;
    await auditRecords.write([{ ...head, iv: new Uint8Array(12) }], []);
    const one = audit();
    await one.note(event);
    expect(await reading(one)).toMatchObject({ brokenAt: 0, failedSince: world.clock.now });
    await auditRecords.write([head], []);
    expect((await reading()).records).toHaveLength(2);
  });

  it('does not begin anew where the head alone was taken away', async () => {
    await noted(2);
    await auditRecords.write([], ['head']);
    const one = audit();
    await one.note(event);
    expect(await reading(one)).toMatchObject({ brokenAt: 0, failedSince: world.clock.now });
  });

  it('says since when the disk refuses, and fails nobody’s act', async () => {
    const full: AuditRecords = { ...auditRecords, write: () => Promise.reject(new Error('quota')) };
    const one = audit(1_000, full);
    await expect(one.note(event)).resolves.toBeUndefined();
    expect(await reading(one)).toMatchObject({ failedSince: world.clock.now, records: [] });
  });

  it('is gone when the vault is erased', async () => {
    await noted(2);
    await audit().erase();
    expect(await reading()).toMatchObject({ records: [], brokenAt: null });
  });
});
