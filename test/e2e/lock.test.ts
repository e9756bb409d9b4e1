import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { until } from '../browser/until.ts';
import { browserKinds, type Desk, freshProfile, openDesk } from './desk.ts';
import { person } from './person.ts';

interface SessionArea {
  get(key: string): Promise<Record<string, { lastUsedAt: number; unlockedAt: number }>>;
  set(items: object): Promise<void>;
}

describe.each(browserKinds)('SR-22: locking by itself, in %s', (kind) => {
  const profileDir = freshProfile();
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true, profileDir });
    await desk.linked({ host: 'portal.northwind.example' });
  });
  afterAll(async () => {
    await desk?.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  });
  const state = async () => (await desk.ask('vault.status', {})).state;
  const unlock = () => desk.ask('vault.unlock', { passphrase: demoPassphrase });

  /** As if so many minutes had gone by since then, in which the worker ended: one that runs has read it already. */
  const ago = async (what: 'lastUsedAt' | 'unlockedAt', minutes: number): Promise<void> => {
    await desk.browser.evaluateInWorker(
      async (key, ms) => {
        const { storage } = (globalThis as unknown as { browser: { storage: { session: SessionArea } } }).browser;
        const { unlocked } = await storage.session.get('unlocked');
        if (unlocked === undefined) throw new Error('not unlocked');
        await storage.session.set({ unlocked: { ...unlocked, [key]: unlocked[key as 'lastUsedAt'] - ms } });
      },
      what,
      minutes * 60_000,
    );
    await desk.browser.killWorker();
  };

  it('after the idle minutes, at the next use and with no alarm', async () => {
    await ago('lastUsedAt', 14);
    expect(await state()).toBe('unlocked');
    await ago('lastUsedAt', 15);
    expect(await desk.tryAsk('entries.list', {})).toMatchObject({ failure: { code: 'locked' } });
    await unlock();
  });

  it('at the cap, however busy', async () => {
    await ago('unlockedAt', 8 * 60);
    expect(await state()).toBe('locked');
    await unlock();
  });

  it('when the browser ends, and everything is there after the passphrase', async () => {
    const { server } = desk;
    await desk.browser.close();
    desk = await openDesk(kind, { profileDir, server });
    expect(await state()).toBe('locked');
    await person(desk.options).sees('Unlock');
    await unlock();
    const { entries, damaged } = await desk.ask('entries.list', {});
    expect(entries).toHaveLength(2);
    expect(damaged).toEqual([]);
  });

  it('wrong passphrases wait longer and longer, also over a restart of the worker', async () => {
    await desk.ask('vault.lock', {});
    for (let i = 0; i < 5; i++) await desk.tryAsk('vault.unlock', { passphrase: 'wrong wrong wrong' });
    await desk.browser.killWorker();
    const popup = await desk.popup();
    await popup.sees('Unlock');
    await until('the wait to be over', async () => (await desk.ask('vault.status', {})).unlockWaitSeconds === 0);
    expect(await desk.tryAsk('vault.unlock', { passphrase: 'wrong wrong wrong' })).toMatchObject({
      failure: { code: 'wrong-passphrase', waitSeconds: 2 },
    });
    expect(await desk.tryAsk('vault.unlock', { passphrase: demoPassphrase })).toMatchObject({
      failure: { code: 'unlock-delayed' },
    });
    await until('the wait to be over', async () => (await desk.ask('vault.status', {})).unlockWaitSeconds === 0);
    expect(await unlock()).toMatchObject({ state: 'unlocked' });
  });

  // Firefox offers no way to say that the screen was locked; the listener is the same line for both.
  it.runIf(kind === 'chromium')('when the screen is locked', async () => {
    await desk.browser.evaluateInWorker(() => {
      const { idle } = (
        globalThis as unknown as { chrome: { idle: { onStateChanged: { dispatch(state: string): void } } } }
      ).chrome;
      idle.onStateChanged.dispatch('locked');
    });
    await until('the lock', async () => (await state()) === 'locked');
  });
});
