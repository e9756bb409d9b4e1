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
  const use = async (after: number) => {
    world.clock.now += after;
    await door.touch();
    return world.alarmsSet.lock;
  };
  return { door, world, policy, forgot, use };
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

  it('notes a use once a second, and at once where the vault would lock at another time', async () => {
    const { use, world, policy } = await doorOf();
    const first = await use(5000);
    expect(first).toBe(world.clock.now + 15 * minute);
    expect(await use(999)).toBe(first);
    expect((await world.ports.session.unlocked())?.lastUsedAt).toBe(world.clock.now - 999);
    expect(await use(1)).toBe(world.clock.now + 15 * minute);
    policy.set({ lockIdleMinutesMax: 1 });
    expect(await use(1)).toBe(world.clock.now + minute);
  });

  it('leaves a vault open that was unlocked anew while an older unlocking was found due', async () => {
    const { door, world, forgot } = await doorOf();
    const old = await world.ports.session.unlocked();
    if (old === null) throw new Error('locked');
    world.clock.now += 60 * minute;
    const asked = door.role();
    // Comes to its turn before the lock that the look at the older one leads to.
    await world.ports.session.setUnlocked({ ...old, role: 'technician', unlockedAt: world.clock.now });
    expect(await asked).toBe('technician');
    expect(forgot).not.toContain('told');
    expect((await world.ports.session.unlocked())?.unlockedAt).toBe(world.clock.now);
  });
});
