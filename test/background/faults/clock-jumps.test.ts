import { beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '../../../src/background/use-cases/create-vault.ts';
import { lockVault } from '../../../src/background/use-cases/lock-vault.ts';
import { unlockVault } from '../../../src/background/use-cases/unlock-vault.ts';
import type { Intent } from '../../../src/domain/fill.ts';
import { asId } from '../../../src/domain/ids.ts';
import { budgetAfterRefusal, budgetLimits, budgetWait, freshBudget } from '../../../src/domain/request-budget.ts';
import { credential, session } from '../fill/fill-world.ts';
import { vaultWorld } from '../vault/vault-world.ts';

const passphrase = 'harbor copper lantern';
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

let world: ReturnType<typeof vaultWorld>;
beforeEach(async () => {
  world = vaultWorld();
  world.clock.now = 20_000 * day;
  await world.run(createVault, { passphrase });
  await world.ports.store.put('entry', 'c', credential);
  await world.ports.store.put('entry', 's', session);
});

/** A launch that waits for its page. */
const waiting = (): Intent => ({
  nonce: 'n',
  tabId: 5,
  source: 'launch',
  sessionEntryId: session.id,
  passwordId: asId('77'),
  origins: [session.origin],
  expiresAt: world.clock.now + 2 * minute,
  documentId: null,
  stage: 'open',
  aim: null,
  organization: null,
});
const entries = () => world.ports.store.list('entry');
const both = { value: { contents: [credential, session], damaged: [] } };

describe('SR-22: the machine sleeps, or its clock is set', () => {
  it.each([
    ['sleeps for nine hours', 9 * hour],
    ['is set a day on', day],
    ['is set two minutes back', -2 * minute],
    ['is set an hour back', -hour],
    ['is set years back', -5_000 * day],
  ])(
    '%s: the vault is locked at its next use, without an alarm; no launch goes on, and nothing is lost',
    async (_what, by) => {
      await world.ports.session.setIntent(waiting());
      world.clock.now += by;
      expect(await world.ports.door.role()).toBeNull();
      expect(await world.ports.session.intents()).toEqual([]);
      expect(world.area.values.size).toBe(0);
      expect(await world.run(unlockVault, { passphrase })).toMatchObject({ ok: true });
      expect(await entries()).toMatchObject(both);
      expect(await world.ports.door.role()).toBe('administrator');
    },
  );

  it.each([
    ['sleeps for five minutes', 5 * minute],
    ['is put right by some seconds', -20 * second],
  ])('%s: work goes on', async (_what, by) => {
    world.clock.now += by;
    expect(await world.ports.door.role()).toBe('administrator');
    expect(await entries()).toMatchObject(both);
  });

  it('used again and again in a time that was set back a little, the vault still locks at its cap', async () => {
    const began = world.clock.now;
    world.clock.now -= 50 * second;
    while (world.clock.now < began + 8 * hour - minute) {
      await world.ports.door.touch();
      world.clock.now += 5 * minute;
    }
    world.clock.now = began + 8 * hour;
    expect(await world.ports.door.role()).toBeNull();
  });
});

describe('what waits for a time does not wait longer than it ever would', () => {
  it('a wrong passphrase, at most its longest delay', async () => {
    await world.run(lockVault, {});
    for (let tries = 0; tries < 5; tries += 1) await world.run(unlockVault, { passphrase: 'something else here' });
    world.clock.now -= day;
    expect(await world.run(unlockVault, { passphrase })).toMatchObject({
      failure: { code: 'unlock-delayed', waitSeconds: 60 },
    });
    world.clock.now += day + minute;
    expect(await world.run(unlockVault, { passphrase })).toMatchObject({ ok: true });
  });

  it('a sync that IT Glue asked to be quiet', () => {
    const { now } = world.clock;
    const told = budgetAfterRefusal(freshBudget(now), 30 * second, now);
    expect(budgetWait(told, 'background', now - day)).toBeLessThanOrEqual(2 * budgetLimits.windowMs);
    expect(budgetWait(told, 'background', now)).toBe(30 * second);
    expect(budgetWait(told, 'person', now - day)).toBe(0);
    expect(budgetWait(told, 'background', now + day)).toBe(0);
  });
});
