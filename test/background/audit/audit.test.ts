import { beforeEach, describe, expect, it } from 'vitest';
import { createAuditRecords } from '../../../src/background/adapters/audit-records.ts';
import { sha256 } from '../../../src/background/adapters/sha256.ts';
import type { AuditPart, AuditRecords, NotedEvent } from '../../../src/background/audit/audit-port.ts';
import { runLength } from '../../../src/background/audit/audit-runs.ts';
import { createAudit } from '../../../src/background/audit/create-audit.ts';
import { sealAuditPart } from '../../../src/background/audit/sealed-audit.ts';
import { createVault } from '../../../src/background/use-cases/create-vault.ts';
import { exportAudit } from '../../../src/background/use-cases/export-audit.ts';
import { lockVault } from '../../../src/background/use-cases/lock-vault.ts';
import { unlockVault } from '../../../src/background/use-cases/unlock-vault.ts';
import { type AuditEvent, type AuditOutcome, type AuditStretch, chained } from '../../../src/domain/audit.ts';
import { policySource } from '../unmanaged.ts';
import { vaultWorld } from '../vault/vault-world.ts';

const event: NotedEvent = {
  organizationId: null,
  reason: null,
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

/** All of it, one run after the other, as a viewer comes to it. */
async function byStretches(of: ReturnType<typeof audit>): Promise<Pick<AuditStretch, 'records' | 'brokenAt'>> {
  const stretches: AuditStretch[] = [];
  for (let before: number | null = null; ; before = stretches.at(-1)?.older ?? null) {
    const got = await of.stretch(before, 1);
    if (!got.ok) throw new Error(got.failure.code);
    stretches.push(got.value);
    if (got.value.older === null) break;
  }
  const broken = stretches.flatMap(({ brokenAt }) => brokenAt ?? []);
  return {
    records: stretches.flatMap(({ records }) => records),
    brokenAt: broken.length === 0 ? null : Math.min(...broken),
  };
}

/** What one look at all of it says, which is what all stretches say together. */
async function reading(of = audit()) {
  const read = await of.read();
  if (!read.ok) throw new Error(read.failure.code);
  const { records, brokenAt } = read.value;
  expect(await byStretches(of)).toEqual({ records, brokenAt });
  return read.value;
}

/** Outcomes by which the tests tell events apart. */
const numbered = (at: number) => `n${at}` as AuditOutcome;

const noted = async (count: number, of = audit()) => {
  for (let at = 0; at < count; at += 1) await of.note({ ...event, outcome: numbered(at) });
};

describe('SR-52: the audit', () => {
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
    await Promise.all(Array.from({ length: 250 }, (_, at) => one.note({ ...event, outcome: numbered(at) })));
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

  it('stays within its bound also when one act leaves many records', async () => {
    const one = audit(5 * runLength);
    const many = (count: number) =>
      one.note(...Array.from({ length: count }, (_, at) => ({ ...event, outcome: numbered(at) })));
    await noted(5 * runLength - 10, one);
    await many(3 * runLength);
    const read = await reading(one);
    expect(read).toMatchObject({ brokenAt: null, dropped: 3 * runLength });
    expect(read.records).toHaveLength(5 * runLength - 10);
    expect(await auditRecords.parts(['run-0', 'run-1', 'run-2'])).toEqual([undefined, undefined, undefined]);
    // More than there is room for: nothing of the act itself is let go of.
    await many(7 * runLength);
    expect(await reading(one)).toMatchObject({ brokenAt: null, dropped: 7 * runLength });
  });

  it('says in each stretch how much there is, and where the next older one ends', async () => {
    await noted(2 * runLength + 5);
    expect(await audit().stretch(null, 1)).toMatchObject({ value: { kept: 2 * runLength + 5, older: 2 * runLength } });
    const older = await audit().stretch(2 * runLength, 5);
    expect(older).toMatchObject({ value: { older: null, brokenAt: null, records: { length: 2 * runLength } } });
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

  it('shows a run put back from another course of things, as long as the one that the head knows', async () => {
    await noted(1);
    const before = (await auditRecords.parts(['head', 'run-0'])) as AuditPart[];
    await noted(1);
    const [other] = (await auditRecords.parts(['run-0'])) as AuditPart[];
    await auditRecords.write(before, []);
    await audit().note({ ...event, entryName: 'what was done instead' });
    expect(await reading()).toMatchObject({ brokenAt: null });
    if (other !== undefined) await auditRecords.write([other], []);
    expect(await reading()).toMatchObject({ brokenAt: 2 });
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

  it('leaves a damaged run as it is and begins a new one after it', async () => {
    await noted(runLength + 2);
    const sound = (await auditRecords.part('run-1')) as AuditPart;
    const damaged = { ...sound, ct: sound.ct.map((byte, at) => (at === 3 ? byte ^ 1 : byte)) };
    await auditRecords.write([damaged], []);
    await noted(2);
    expect(await auditRecords.part('run-1')).toEqual(damaged);
    const { records, brokenAt, failedSince } = await reading();
    expect({ brokenAt, failedSince }).toEqual({ brokenAt: runLength, failedSince: null });
    expect(records.slice(0, 3).map(({ seq }) => seq)).toEqual([2 * runLength + 1, 2 * runLength, runLength - 1]);
    await auditRecords.write([sound], []);
    // What was whole again would go on where the head says: the numbers left out still show.
    expect(await reading()).toMatchObject({ brokenAt: runLength + 2 });
  });

  it('overwrites no run that lies where the next one would begin', async () => {
    await noted(2);
    const head = (await auditRecords.part('head')) as AuditPart;
    await noted(runLength);
    const runs = await auditRecords.parts(['run-0', 'run-1']);
    await auditRecords.write([head], []);
    await noted(1);
    expect(await auditRecords.parts(['run-0', 'run-1'])).toEqual(runs);
    expect((await reading()).brokenAt).not.toBeNull();
  });

  it('lets go of a damaged oldest run, and says that what follows hangs on nothing', async () => {
    const one = audit(2 * runLength);
    await noted(2 * runLength, one);
    const oldest = (await auditRecords.part('run-0')) as AuditPart;
    await auditRecords.write([{ ...oldest, iv: new Uint8Array(12) }], []);
    await noted(1, one);
    expect(await reading()).toMatchObject({ anchor: 'lost', dropped: runLength, brokenAt: runLength });
    await noted(runLength, one);
    expect(await reading()).toMatchObject({ dropped: 2 * runLength, brokenAt: null });
  });

  it('reads records that were sealed before there were organization ids, and chains on', async () => {
    await noted(1);
    const state = await world.ports.session.unlocked();
    if (state === null) throw new Error('locked');
    const { organizationId: _o, reason: _r, ...old } = { ...event, role: 'technician' as const };
    const record = chained(old as AuditEvent, { seq: 0, at: 5 }, '', sha256);
    const head = { next: 1, link: record.link, first: 0, anchor: '' };
    const put = [sealAuditPart(world.ports, state, 'run-0', [record]), sealAuditPart(world.ports, state, 'head', head)];
    await auditRecords.write(await Promise.all(put), []);
    await noted(1);
    const read = await reading();
    expect(read.brokenAt).toBeNull();
    expect(read.records.map(({ organizationId }) => organizationId)).toEqual([null, undefined]);
  });

  it('is gone when the vault is erased', async () => {
    await noted(2);
    await audit().erase();
    expect(await reading()).toMatchObject({ records: [], brokenAt: null });
  });

  it('of a vault that is gone does not stand in the way of a new one', async () => {
    await noted(2);
    await world.run(lockVault, {});
    await world.ports.records.erase();
    Object.assign(world.ports, { audit: audit() });
    expect(await world.run(createVault, { passphrase: 'another copper lantern' })).toMatchObject({ ok: true });
    await noted(1);
    expect(await reading()).toMatchObject({ brokenAt: null, failedSince: null, records: [{ seq: 0 }] });
  });

  it('is erased before a new vault is there, so that a crash in between leaves none', async () => {
    await noted(2);
    await world.run(lockVault, {});
    await world.ports.records.erase();
    const broken = { ...world.ports.records, write: () => Promise.reject(new Error('killed')) };
    Object.assign(world.ports, { audit: audit(), records: broken });
    expect(await world.run(createVault, { passphrase: 'another copper lantern' })).toMatchObject({
      failure: { code: 'storage-failed' },
    });
    expect([await world.ports.records.header(), await auditRecords.empty()]).toEqual([null, true]);
  });
});

describe('the export', () => {
  const exported = (seqs: readonly number[] | null, format: 'csv' | 'json') => {
    Object.assign(world.ports, { audit: audit() });
    return world.run(exportAudit, { seqs, format });
  };
  const text = async (seqs: readonly number[] | null, format: 'csv' | 'json'): Promise<string> => {
    const file = await exported(seqs, format);
    if (!file.ok) throw new Error(file.failure.code);
    return file.value.text;
  };

  it('has the records of the numbers that were asked for, with their codes', async () => {
    await noted(4);
    const rows = (csv: string) => csv.split('\r\n').slice(1, -1);
    expect(rows(await text([3, 1, 70], 'csv')).map((row) => row.split(',')[0])).toEqual(['3', '1']);
    expect((await text([1], 'csv')).split('\r\n')[1]).toContain(',administrator,revealed,credential.reveal,');
    expect(rows(await text(null, 'csv'))).toHaveLength(4);
    expect(rows(await text([], 'csv'))).toEqual([]);
    expect(JSON.parse(await text([0, 2], 'json'))).toMatchObject({
      filtered: true,
      recordsInAll: 4,
      records: [{ seq: 0 }, { seq: 2 }],
    });
    expect(JSON.parse(await text(null, 'json'))).toMatchObject({ filtered: false });
  });

  it('is none of a locked vault', async () => {
    await world.run(lockVault, {});
    expect(await exported(null, 'csv')).toMatchObject({ failure: { code: 'locked' } });
  });
});

describe('a new managed policy', () => {
  it('is written down before the first event under it, once, also where nothing ran when it came', async () => {
    const policy = policySource();
    const under = () => createAudit({ ...world.ports, auditRecords, hash: sha256, policy });
    await noted(1, under());
    await noted(1, under());
    policy.set({ disableReveal: true });
    await noted(2, under());
    const { records, brokenAt } = await reading();
    expect(brokenAt).toBeNull();
    expect(records.map(({ by, action, role }) => `${action} ${by} ${role}`)).toEqual([
      'revealed credential.reveal administrator',
      'revealed credential.reveal administrator',
      'changed policy nobody',
      'revealed credential.reveal administrator',
      'revealed credential.reveal administrator',
    ]);
  });
});

describe('what could not be written down', () => {
  const full: AuditRecords = {
    part: (name) => auditRecords.part(name),
    parts: (names) => auditRecords.parts(names),
    empty: () => auditRecords.empty(),
    write: () => Promise.reject(new Error('quota')),
    missed: () => auditRecords.missed(),
    saveMissed: () => Promise.reject(new Error('quota')),
    erase: () => auditRecords.erase(),
  };
  const told = async () =>
    (await reading()).records.map(({ action, role, by, outcome, count, since }) => ({
      told: `${action} ${role} ${by} ${outcome}`,
      count,
      since,
    }));
  const unlocked = async () => {
    await world.run(unlockVault, { passphrase: 'harbor copper lantern' });
    await audit().note({ ...event, action: 'unlocked', by: 'vault.unlock' });
  };

  it('fails nobody’s act, and is said until an event is written, whatever worker comes', async () => {
    const since = world.clock.now;
    await expect(audit(1_000, full).note(event)).resolves.toBeUndefined();
    world.clock.now += 500;
    await audit(1_000, full).note(event);
    world.restartWorker();
    expect(await reading()).toMatchObject({ failedSince: since, records: [] });
    await noted(1);
    expect(await reading()).toMatchObject({ failedSince: null });
    expect((await told())[1]).toEqual({ told: 'missed nobody audit storage-failed', count: 2, since });
    expect(JSON.stringify(await world.ports.session.auditMissed())).toBeUndefined();
  });

  it('outlives a lock, and where the disk takes it the end of the browser', async () => {
    await audit(1_000, full).note(event);
    await world.run(lockVault, {});
    await audit().note(event);
    world.restartBrowser();
    await unlocked();
    expect((await told()).map((one) => one.told)).toEqual([
      'unlocked administrator vault.unlock ok',
      'missed nobody audit storage-failed',
      'missed nobody audit locked',
    ]);
  });

  it('counts wrong passphrases and what happened while locked, without a word of it on the disk', async () => {
    await world.run(lockVault, {});
    const since = world.clock.now;
    const wrong = { ...event, by: 'vault.unlock', outcome: 'wrong-passphrase' } as const;
    for (const one of [wrong, event, wrong, wrong]) {
      await audit().note(one);
      world.clock.now += 10;
    }
    expect(await auditRecords.missed()).toEqual({
      unlock: { count: 3, since },
      locked: { count: 1, since: since + 10 },
      failed: null,
    });
    await unlocked();
    expect(await told()).toEqual([
      { told: 'unlocked administrator vault.unlock ok', count: 1, since: null },
      { told: 'missed nobody audit locked', count: 1, since: since + 10 },
      { told: 'refused nobody vault.unlock wrong-passphrase', count: 3, since },
    ]);
    expect(await auditRecords.missed()).toBeUndefined();
    await unlocked();
    expect(await told()).toHaveLength(4);
  });

  it('is none where the tally on the disk is nonsense', async () => {
    await auditRecords.saveMissed({ unlock: 'many' });
    await noted(1);
    expect(await told()).toHaveLength(1);
  });
});
