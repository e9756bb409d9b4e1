import { expect, it } from 'vitest';
import { createSealedStore } from '../../../src/background/sealed-store.ts';
import { createVault } from '../../../src/background/use-cases/create-vault.ts';
import { asId } from '../../../src/domain/ids.ts';
import { session } from '../fill/fill-world.ts';
import { vaultWorld } from './vault-world.ts';

it('a list on its way when something is saved is not given to whoever asks after that', async () => {
  const { ports, run } = vaultWorld();
  await run(createVault, { passphrase: 'harbor copper lantern' });
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const withCatalog: typeof ports.records.withCatalog = async (kind, id) => {
    const found = await ports.records.withCatalog(kind, id);
    if (id !== null) return found;
    await held;
    return found;
  };
  const store = createSealedStore({ ...ports, records: { ...ports.records, withCatalog } });
  const before = store.list('entry');
  const beside = store.list('entry');
  await store.put('entry', 'new', { ...session, id: asId<'entry'>('new') });
  const after = store.list('entry');
  goOn();
  expect(await after).toMatchObject({ value: { contents: [{ id: 'new' }] } });
  expect(await before).toMatchObject({ value: { contents: [] } });
  expect(await beside).toBe(await before);
});

it('a list, or an entry, that is read while it is saved is the one of before or of after, and never damaged', async () => {
  const { ports, run } = vaultWorld();
  await run(createVault, { passphrase: 'harbor copper lantern' });
  const store = createSealedStore(ports);
  const id = asId<'entry'>('one');
  await store.put('entry', id, { ...session, id });
  const read: unknown[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const saved = store.put('entry', id, { ...session, id, name: `Turn ${turn}` });
    while ((await Promise.race([saved, 'not yet'])) === 'not yet')
      read.push(await store.list('entry'), await store.get('entry', id));
  }
  expect(read.length).toBeGreaterThan(20);
  for (const answer of read) expect(answer).not.toMatchObject({ ok: false });
  for (const answer of read) expect(answer).not.toMatchObject({ value: { damaged: [{}] } });
});
