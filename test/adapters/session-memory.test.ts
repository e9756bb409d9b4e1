import { describe, expect, it, vi } from 'vitest';
import { createSessionMemory } from '../../src/background/adapters/session-memory.ts';
import { type Intent, intentSources, intentStages } from '../../src/domain/fill.ts';
import { asId } from '../../src/domain/ids.ts';
import { memoryArea } from '../background/vault/vault-world.ts';

const intent: Intent = {
  nonce: 'n',
  tabId: 5,
  source: 'launch',
  sessionEntryId: asId('s'),
  passwordId: asId('77'),
  organization: { organizationId: asId('1'), organizationName: 'Northwind', organizationShortName: 'NWT' },
  origins: ['https://portal.example'],
  expiresAt: 1000,
  documentId: null,
  stage: 'open',
  aim: null,
};

const state = {
  dek: new Uint8Array(32),
  kid: 'k',
  role: 'administrator',
  unlockedAt: 1,
  lastUsedAt: 1,
  settings: { idleMinutes: 15, capHours: 8 },
  pack: null,
} as const;

it('a key of another length unlocks nothing', async () => {
  const memory = createSessionMemory(memoryArea());
  await memory.setUnlocked(state);
  expect(await memory.unlocked()).toEqual(state);
  await memory.setUnlocked({ ...state, dek: new Uint8Array(16) });
  expect(await memory.unlocked()).toBeNull();
});

describe('what unlocks', () => {
  const used = { ...state, lastUsedAt: 2 };

  it('is read once, and anew after each change', async () => {
    const area = memoryArea();
    await createSessionMemory(area).setUnlocked(state);
    const get = vi.spyOn(area, 'get');
    const memory = createSessionMemory(area);
    expect([await memory.unlocked(), await memory.unlocked()]).toEqual([state, state]);
    expect(get).toHaveBeenCalledTimes(1);
    expect(await memory.changeUnlocked(() => used)).toEqual(used);
    expect(await memory.unlocked()).toEqual(used);
    await memory.clear();
    expect(await memory.unlocked()).toBeNull();
  });

  it('is read anew where the browser could not', async () => {
    const area = memoryArea();
    const memory = createSessionMemory(area);
    await memory.setUnlocked(state);
    vi.spyOn(area, 'get').mockRejectedValueOnce(new Error('unavailable'));
    await expect(memory.unlocked()).rejects.toThrow('unavailable');
    expect(await memory.unlocked()).toEqual(state);
  });

  it('does not come back by a use that was looked at before a lock and is noted after it', async () => {
    const area = memoryArea();
    await createSessionMemory(area).setUnlocked(state);
    const memory = createSessionMemory(area);
    const { get } = area;
    let go: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      go = resolve;
    });
    vi.spyOn(area, 'get').mockImplementationOnce(async (keys) => {
      const read = await get(keys);
      await late;
      return read;
    });
    const use = memory.changeUnlocked(() => used);
    const lock = memory.clear();
    setTimeout(go, 20);
    await Promise.all([use, lock]);
    expect(await memory.unlocked()).toBeNull();
    expect(area.values.has('unlocked')).toBe(false);
  });
});

describe('an intent in session memory', () => {
  const every = intentSources.flatMap((source) => intentStages.map((stage) => ({ ...intent, source, stage })));

  it.each(every)('comes back as it was: $source, $stage', async (kept) => {
    const memory = createSessionMemory(memoryArea());
    await memory.setIntent(kept);
    expect(await memory.intent(5)).toEqual(kept);
    expect(await memory.intents()).toEqual([kept]);
  });

  it('of another shape counts as absent', async () => {
    const storage = memoryArea();
    const memory = createSessionMemory(storage);
    await storage.set({ 'intent:5': { ...intent, stage: 'whenever' } });
    expect(await memory.intent(5)).toBeNull();
    expect(await memory.intents()).toEqual([]);
  });
});
