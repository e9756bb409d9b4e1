import { describe, expect, it } from 'vitest';
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

it('a key of another length unlocks nothing', async () => {
  const area = memoryArea();
  const memory = createSessionMemory(area);
  const state = {
    dek: new Uint8Array(32),
    kid: 'k',
    role: 'administrator',
    unlockedAt: 1,
    lastUsedAt: 1,
    settings: { idleMinutes: 15, capHours: 8 },
    pack: null,
  } as const;
  await memory.setUnlocked(state);
  expect(await memory.unlocked()).toEqual(state);
  await memory.setUnlocked({ ...state, dek: new Uint8Array(16) });
  expect(await memory.unlocked()).toBeNull();
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
