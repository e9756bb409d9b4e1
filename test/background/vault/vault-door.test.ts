import { describe, expect, it } from 'vitest';
import { createVault } from '../../../src/background/use-cases/create-vault.ts';
import { createVaultDoor } from '../../../src/background/vault-door.ts';
import { policySource } from '../unmanaged.ts';
import { vaultWorld } from './vault-world.ts';

const minute = 60_000;

async function doorOf() {
  const world = vaultWorld();
  await world.run(createVault, { passphrase: 'harbor copper lantern' });
  const forgot: string[] = [];
  const clearing = (what: string) => ({ clear: () => void forgot.push(what) });
  const policy = policySource();
  const { ports } = world;
  const memory = { lists: clearing('lists'), opened: clearing('opened'), loadedIndexes: clearing('indexes') };
  const door = createVaultDoor(
    { ...ports, ...(memory as unknown as typeof ports), policy },
    () => void forgot.push('told'),
  );
  return { door, world, policy, forgot };
}

describe('SR-22: the door of the vault', () => {
  it('forgets with the key whatever was read by it, and tells who waits', async () => {
    const { door, world, forgot } = await doorOf();
    await door.lock();
    expect(forgot).toEqual(['lists', 'opened', 'indexes', 'told']);
    expect(await world.ports.session.unlocked()).toBeNull();
  });

  it('locks by the shorter time of a policy that came since', async () => {
    const { door, world, policy } = await doorOf();
    world.clock.now += 2 * minute;
    expect(await door.role()).toBe('administrator');
    policy.set({ lockIdleMinutesMax: 1 });
    expect(await door.role()).toBeNull();
  });
});
