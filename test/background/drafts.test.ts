import { beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '../../src/background/use-cases/create-vault.ts';
import { keepDraft, listDrafts } from '../../src/background/use-cases/keep-draft.ts';
import { lockVault } from '../../src/background/use-cases/lock-vault.ts';
import { unlockVault } from '../../src/background/use-cases/unlock-vault.ts';
import { ok } from '../../src/domain/result.ts';
import { diskText, vaultWorld } from './vault/vault-world.ts';

const passphrase = 'harbor copper lantern';
const administrator = { role: 'administrator' } as const;
const technician = { role: 'technician' } as const;
const draft = { place: 'session #/session/new', text: '{"host":"draft-marker.example"}' };

let world: ReturnType<typeof vaultWorld>;
beforeEach(async () => {
  world = vaultWorld();
  await world.run(createVault, { passphrase });
});

describe('drafts in the vault', () => {
  it('come back after a lock and another worker, and lie sealed on the disk', async () => {
    expect(await world.run(keepDraft, draft, administrator)).toEqual(ok({}));
    await world.run(lockVault, {});
    expect(await diskText()).not.toContain('draft-marker');
    expect(JSON.stringify([...world.area.values.values()])).not.toContain('draft-marker');
    world.restartWorker();
    await world.run(unlockVault, { passphrase });
    expect(await world.run(listDrafts, {}, administrator)).toEqual(ok([draft]));
  });

  it('are each role’s own', async () => {
    await world.run(keepDraft, draft, administrator);
    expect(await world.run(listDrafts, {}, technician)).toEqual(ok([]));
  });

  it('that are kept at the same time do not overwrite each other', async () => {
    const places = ['a', 'b', 'c', 'd'];
    await Promise.all(places.map((place) => world.run(keepDraft, { place, text: '{}' }, administrator)));
    const listed = await world.run(listDrafts, {}, administrator);
    expect(listed.ok && listed.value.map(({ place }) => place).sort()).toEqual(places);
  });

  it('go when they are let go of, and are not there for whoever is locked out', async () => {
    await world.run(keepDraft, draft, administrator);
    await world.run(keepDraft, { place: draft.place, text: null }, administrator);
    expect(await world.run(listDrafts, {}, administrator)).toEqual(ok([]));
    expect(await world.run(listDrafts, {}, { role: null })).toMatchObject({ failure: { code: 'locked' } });
    await world.run(lockVault, {});
    expect(await world.run(keepDraft, draft, administrator)).toMatchObject({ failure: { code: 'locked' } });
  });
});
