import { describe, expect, it } from 'vitest';
import { createAuditRecords } from '../../../src/background/adapters/audit-records.ts';
import { kdf } from '../../../src/background/adapters/kdf.ts';
import { sha256 } from '../../../src/background/adapters/sha256.ts';
import { createAudit } from '../../../src/background/audit/create-audit.ts';
import { aboutNothing } from '../../../src/background/audit/missed-events.ts';
import type { StoredKind } from '../../../src/background/ports.ts';
import { decodeContent, plainContent } from '../../../src/background/record-shapes.ts';
import { listEntries } from '../../../src/background/use-cases/list-entries.ts';
import { lockVault } from '../../../src/background/use-cases/lock-vault.ts';
import { unlockVault } from '../../../src/background/use-cases/unlock-vault.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import { recordKinds } from '../../../src/domain/sealed.ts';
import { contentsOfToday } from '../../vectors/contents-of-today.ts';
import { auditPartsOf, type OlderVault, olderVaults } from '../../vectors/older-vault.ts';
import { vaultWorld } from './vault-world.ts';

/** What a field that an older vault does not have is read as: always the choice that gives and does least. */
const later: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  credential: { organizationShortName: null, code: null, copyCode: false },
  session: {
    hostTemplate: null,
    sameOriginFrames: false,
    fieldChoices: [],
    rememberedPasswords: [],
    httpAuth: false,
  },
};

const expected = (content: Readonly<Record<string, unknown>>): object => ({
  ...later[String(content.kind)],
  ...content,
});

async function planted({ header, records }: OlderVault) {
  const world = vaultWorld();
  Object.assign(world.ports, { kdf: { ...world.ports.kdf, derive: kdf.derive } });
  await world.ports.records.write({ header, put: records });
  return world;
}

/** A busy machine takes seconds to derive from a passphrase. */
const patient = { timeout: 60_000 };

describe.each(olderVaults)('SR-50: the vault of “$subject”', patient, (vault) => {
  it('opens with its passphrase, and every record of it is there, with nothing more allowed than before', async () => {
    const world = await planted(vault);
    expect(await world.run(unlockVault, { passphrase: vault.passphrase })).toMatchObject({
      value: { state: 'unlocked', role: 'administrator' },
    });
    for (const [name, content] of Object.entries(vault.contents)) {
      const [kind = '', id = ''] = name.split('/');
      const opened = await world.ports.store.get(kind as StoredKind, id);
      expect(opened.ok && opened.value !== null && plainContent(opened.value)).toEqual(expected(content));
    }
    const listed = await world.run(listEntries, {});
    expect(listed).toMatchObject({ ok: true, value: { damaged: [] } });
    if (!listed.ok) return;
    const { entries, deleted } = listed.value;
    const stored = Object.keys(vault.contents).flatMap((name) => /^entry\/(.*)/.exec(name)?.[1] ?? []);
    expect([...entries, ...deleted].map(({ id }) => id).sort()).toEqual(stored.sort());
  });
});

const withAudit = olderVaults.filter(({ audit }) => audit !== undefined);

describe.each(withAudit)('SR-50: the audit beside the vault of “$subject”', patient, (vault) => {
  it('is read whole, goes on where it stood, and then says what had only been counted', async () => {
    const world = await planted(vault);
    const auditRecords = createAuditRecords();
    await auditRecords.write(auditPartsOf(vault), []);
    await auditRecords.saveMissed(vault.audit?.missed ?? {});
    await world.run(unlockVault, { passphrase: vault.passphrase });
    const audit = createAudit({ ...world.ports, auditRecords, hash: sha256 });
    const before = vault.audit?.records ?? [];
    expect(before.length).toBeGreaterThan(1);
    expect(await audit.read()).toEqual({
      ok: true,
      value: { records: before, anchor: '', brokenAt: null, dropped: 0, failedSince: null },
    });
    await audit.note({ ...aboutNothing, action: 'changed', by: 'settings.set', outcome: 'ok' });
    const after = await audit.read();
    expect(after).toMatchObject({ value: { brokenAt: null } });
    expect(after.ok && after.value.records.map(({ by }) => by)).toEqual([
      'settings.set',
      'audit',
      ...before.map(({ by }) => by),
    ]);
  });
});

/** The technician's slot comes after two derivations, so the first and the last do for all. */
const ends = olderVaults.filter((_vault, at) => at === 0 || at === olderVaults.length - 1);

describe.each(ends)('SR-50: the vault of “$subject”, in use', patient, (vault) => {
  it('is changed and opens again, also by its technician', async () => {
    const world = await planted(vault);
    await world.run(unlockVault, { passphrase: vault.technician });
    const session = await world.ports.store.get('entry', 's');
    if (!session.ok || session.value === null) throw new Error('no session');
    const renamed: Entry = { ...session.value, name: 'Renamed since' };
    await world.ports.store.put('entry', 's', renamed);
    await world.run(lockVault, {});
    expect(await world.run(unlockVault, { passphrase: vault.technician })).toMatchObject({
      value: { role: 'technician' },
    });
    expect(await world.ports.store.get('entry', 's')).toEqual({ ok: true, value: renamed });
    expect(await world.ports.store.list('entry')).toMatchObject({ value: { damaged: [] } });
  });
});

it('SR-50: there is one for every step in which a record grew, and for every kind of record that there is', () => {
  const kept = new Set(olderVaults.flatMap(({ records }) => records.map(({ kind }) => kind)));
  expect([...kept].sort()).toEqual([...recordKinds].sort());
  expect(withAudit.length).toBeGreaterThan(0);
  const shapes = olderVaults.map(({ contents }) => JSON.stringify(Object.keys(contents['entry/s'] ?? {})));
  expect(new Set(shapes).size).toBeGreaterThan(3);
});

it('SR-50: what is stored today is what the latest vault holds, so that a record which grows makes one more', () => {
  const today = Object.entries(contentsOfToday).flatMap(([kind, byId]) =>
    Object.entries(byId).map(([id, raw]) => {
      const content = decodeContent(kind as StoredKind, raw);
      return [`${kind}/${id}`, content && plainContent(content)] as const;
    }),
  );
  expect(olderVaults.at(-1)?.contents).toEqual(Object.fromEntries(today));
});
