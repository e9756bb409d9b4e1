import { describe, expect, it } from 'vitest';
import { kdf } from '../../../src/background/adapters/kdf.ts';
import type { StoredKind } from '../../../src/background/ports.ts';
import { plainContent } from '../../../src/background/record-shapes.ts';
import { listEntries } from '../../../src/background/use-cases/list-entries.ts';
import { lockVault } from '../../../src/background/use-cases/lock-vault.ts';
import { unlockVault } from '../../../src/background/use-cases/unlock-vault.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import { type OlderVault, olderVaults } from '../../vectors/older-vault.ts';
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

describe.each(olderVaults)('SR-50: the vault of “$subject”', (vault) => {
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
    expect([...entries, ...deleted].map(({ id }) => id).sort()).toEqual(['c', 'd', 'p', 's', 'v']);
  });
});

/** The technician's slot comes after two derivations, so the first and the last do for all. */
const ends = olderVaults.filter((_vault, at) => at === 0 || at === olderVaults.length - 1);

describe.each(ends)('SR-50: the vault of “$subject”, in use', (vault) => {
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

it('SR-50: there is one for every step in which a record grew, and for every kind that one of them had', () => {
  const kept = new Set(olderVaults.flatMap(({ records }) => records.map(({ kind }) => kind)));
  expect([...kept].sort()).toEqual(
    ['api-key', 'catalog', 'code-seed', 'entry', 'marks', 'pack', 'pack-series', 'settings', 'signing-key'].sort(),
  );
  const shapes = olderVaults.map(({ contents }) => JSON.stringify(Object.keys(contents['entry/s'] ?? {})));
  expect(new Set(shapes).size).toBeGreaterThan(3);
});
