import { describe, expect, it } from 'vitest';
import { createSessionMemory } from '../../src/background/adapters/session-memory.ts';
import { type Intent, intentSources, intentStages } from '../../src/domain/fill.ts';
import { asId } from '../../src/domain/ids.ts';

/** The browser's storage area, as far as it is used: what goes in comes out as plain data. */
function area() {
  const kept = new Map<string, unknown>();
  return {
    get: async (names: unknown) =>
      Object.fromEntries([...kept].filter(([name]) => names === null || [names].flat().includes(name))),
    set: async (values: Readonly<Record<string, unknown>>) => {
      for (const [name, value] of Object.entries(values)) kept.set(name, structuredClone(value));
    },
    remove: async (names: string | readonly string[]) => {
      for (const name of [names].flat()) kept.delete(name as string);
    },
    clear: async () => kept.clear(),
  };
}

const intent: Intent = {
  nonce: 'n',
  tabId: 5,
  source: 'launch',
  sessionEntryId: asId('s'),
  passwordId: asId('77'),
  origins: ['https://portal.example'],
  expiresAt: 1000,
  documentId: null,
  stage: 'open',
};

describe('an intent in session memory', () => {
  const every = intentSources.flatMap((source) => intentStages.map((stage) => ({ ...intent, source, stage })));

  it.each(every)('comes back as it was: $source, $stage', async (kept) => {
    const memory = createSessionMemory(area());
    await memory.setIntent(kept);
    expect(await memory.intent(5)).toEqual(kept);
    expect(await memory.intents()).toEqual([kept]);
  });

  it('of another shape counts as absent', async () => {
    const storage = area();
    const memory = createSessionMemory(storage);
    await storage.set({ 'intent:5': { ...intent, stage: 'whenever' } });
    expect(await memory.intent(5)).toBeNull();
    expect(await memory.intents()).toEqual([]);
  });
});
