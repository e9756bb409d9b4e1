import { beforeEach, expect, it } from 'vitest';
import { createVault } from '../../../src/background/use-cases/create-vault.ts';
import { setSettings } from '../../../src/background/use-cases/set-settings.ts';
import { setTechnicianPassphrase } from '../../../src/background/use-cases/set-technician-passphrase.ts';
import { unlockVault } from '../../../src/background/use-cases/unlock-vault.ts';
import { vaultStatus } from '../../../src/background/use-cases/vault-status.ts';
import type { VaultHeader } from '../../../src/domain/sealed.ts';
import { policySource } from '../unmanaged.ts';
import { vaultWorld } from './vault-world.ts';

const passphrase = 'harbor copper lantern';
const minute = 60_000;
let policy: ReturnType<typeof policySource>;
let world: ReturnType<typeof vaultWorld>;
beforeEach(async () => {
  policy = policySource();
  world = vaultWorld(policy);
  await world.run(createVault, { passphrase });
});

const slots = async () =>
  ((await world.ports.records.header()) as VaultHeader).slots.map(({ kdf: { m, t } }) => ({ m, t }));
const state = async () => {
  const status = await world.run(vaultStatus, {});
  return status.ok ? status.value : null;
};

it('SR-51: a vault that is unlocked already locks at the new maximum, at its next check', async () => {
  await world.run(setSettings, { idleMinutes: 60, capHours: 8 });
  world.clock.now += 6 * minute;
  expect((await state())?.state).toBe('unlocked');
  policy.set({ lockIdleMinutesMax: 10 });
  expect((await state())?.lockAt).toBe(1_000_000 + 10 * minute);
  policy.set({ lockIdleMinutesMax: 5 });
  expect((await state())?.state).toBe('locked');
});

it('SR-51: use does not carry an unlocked vault past the new longest span', async () => {
  await world.run(setSettings, { idleMinutes: 60, capHours: 8 });
  policy.set({ lockCapHoursMax: 2 });
  for (let used = 0; used < 110; used += 10) {
    world.clock.now += 10 * minute;
    await world.ports.door.touch();
  }
  expect(await state()).toMatchObject({ state: 'unlocked', lockAt: 1_000_000 + 120 * minute });
  world.clock.now += 10 * minute;
  expect((await state())?.state).toBe('locked');
});

it('SR-51: a new use sets the alarm by the policy', async () => {
  policy.set({ lockIdleMinutesMax: 2 });
  await world.ports.door.touch();
  expect(world.alarmsSet.lock).toBe(1_000_000 + 2 * minute);
});

it('SR-51: a slot below the KDF floor is sealed anew at its unlocking, and opens after it', async () => {
  policy.set({ kdfMemoryKibMin: 128 * 1024, kdfPassesMin: 4 });
  expect((await world.run(unlockVault, { passphrase })).ok).toBe(true);
  expect(await slots()).toEqual([{ m: 128 * 1024, t: 4 }]);
  expect((await world.run(unlockVault, { passphrase })).ok).toBe(true);
});

it('SR-51: a new slot is never below the floor', async () => {
  policy.set({ kdfPassesMin: 3 });
  await world.run(setTechnicianPassphrase, { passphrase: 'willow granite ferry' });
  expect((await slots())[1]?.t).toBe(3);
});

it('a locked vault, and one that is not there, are told before the browser hands over its policy', async () => {
  policy.read = () => new Promise(() => undefined);
  world.restartBrowser();
  expect((await state())?.state).toBe('locked');
  world = vaultWorld(policy);
  expect((await state())?.state).toBe('absent');
});
