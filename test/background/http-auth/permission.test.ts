import { expect, it } from 'vitest';
import { createVault } from '../../../src/background/use-cases/create-vault.ts';
import { deleteEntry } from '../../../src/background/use-cases/delete-entry.ts';
import { eraseVault } from '../../../src/background/use-cases/erase-vault.ts';
import { saveSessionEntry } from '../../../src/background/use-cases/save-session-entry.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import { asId } from '../../../src/domain/ids.ts';
import { ok } from '../../../src/domain/result.ts';
import { vaultWorld } from '../vault/vault-world.ts';
import { device, httpAuthWorld } from './http-auth-world.ts';

const caller = { role: 'administrator' } as const;

/** A world that keeps what is saved. */
function savingWorld() {
  const world = httpAuthWorld();
  Object.assign(world.ports.store, {
    put: async (_kind: string, id: string, content: Entry) => {
      world.entries.set(id, content);
      return ok(undefined);
    },
  });
  return world;
}

const switchedOff = {
  entryId: device.id,
  rev: 1,
  name: device.name,
  host: device.startUrl,
  signInHosts: [],
  credentialEntryId: device.credentialEntryId,
  allowHttp: false,
  autoSubmit: false,
  httpAuth: false,
  sameOriginFrames: false,
};

it('invariant 1: the permission goes when the last session switches it off', async () => {
  const world = savingWorld();
  expect(await saveSessionEntry(world.ports, switchedOff, caller)).toMatchObject({ ok: true });
  expect(world.state.httpAuth).toBe('missing');
});

it('invariant 1: and when the last one is deleted', async () => {
  const world = savingWorld();
  await deleteEntry(world.ports, { entryId: device.id, rev: 1 }, caller);
  expect(world.state.httpAuth).toBe('missing');
});

it('it stays while another session needs it', async () => {
  const world = savingWorld();
  world.entries.set('other', { ...device, id: asId('other') });
  await saveSessionEntry(world.ports, switchedOff, caller);
  expect(world.state.httpAuth).toBe('granted');
});

it('invariant 1: and with the vault', async () => {
  const world = vaultWorld();
  await world.run(createVault, { passphrase: 'harbor copper lantern' });
  let dropped = false;
  Object.assign(world.ports.hosts, {
    dropHttpAuth: async () => {
      dropped = true;
    },
  });
  await world.run(eraseVault, { confirm: 'erase' });
  expect(dropped).toBe(true);
});
