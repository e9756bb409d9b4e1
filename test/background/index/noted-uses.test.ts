import { describe, expect, it } from 'vitest';
import { cipher } from '../../../src/background/adapters/cipher.ts';
import { createLoadedIndexes } from '../../../src/background/adapters/loaded-indexes.ts';
import { fillSubject } from '../../../src/background/fill-subject.ts';
import type { UnlockedState } from '../../../src/background/ports.ts';
import { openIntent, serveFillPort } from '../../../src/background/use-cases/fill.ts';
import { injectFor } from '../../../src/background/use-cases/inject-for.ts';
import { revealCredential } from '../../../src/background/use-cases/reveal-credential.ts';
import type { Outcome } from '../../../src/domain/fill.ts';
import { asId } from '../../../src/domain/ids.ts';
import { fillWorld, loginReport, scriptedPort } from '../fill/fill-world.ts';

const state: UnlockedState = {
  dek: new Uint8Array(32),
  kid: 'kid',
  role: 'administrator',
  unlockedAt: 1,
  lastUsedAt: 1,
  settings: { idleMinutes: 15, capHours: 8 },
  pack: null,
};

/** A world that fills and reveals, and what it remembers of it. */
function worldWithLog() {
  const world = fillWorld();
  const loadedIndexes = createLoadedIndexes();
  const indexRecords = { part: async () => null, write: async () => {} };
  const session = { ...world.ports.session, unlocked: async () => state };
  Object.assign(world.ports, { loadedIndexes, indexRecords, cipher, session });
  return { ...world, uses: () => loadedIndexes.uses(asId('k')) };
}

async function fill(world: ReturnType<typeof worldWithLog>, outcome: Outcome) {
  const subject = await fillSubject(world.ports, asId('s'), null);
  if (!subject.ok) throw new Error(subject.failure.code);
  await openIntent(world.ports, 'front', 5, { ...subject.value, passwordId: asId('77'), organization: null });
  await injectFor(world.ports, world.live, 5);
  await serveFillPort(world.ports, world.live, scriptedPort(loginReport, outcome).port, 'ours');
}

describe('a use is remembered', () => {
  it('with its origin when a page was filled', async () => {
    const world = worldWithLog();
    await fill(world, { kind: 'filled', roles: ['password'], more: false });
    expect(world.uses()).toEqual([{ passwordId: '77', origin: 'https://portal.example', at: 1000, times: 1 }]);
  });

  it('not when the page took nothing', async () => {
    const world = worldWithLog();
    await fill(world, { kind: 'refused', reason: 'changed-during-fill' });
    expect(world.uses()).toBeNull();
  });

  it('without an origin when it was revealed', async () => {
    const world = worldWithLog();
    const request = { entryId: asId<'entry'>('c'), passwordId: null, purpose: 'reveal' } as const;
    expect(await revealCredential(world.ports, request, { role: 'administrator' })).toMatchObject({ ok: true });
    expect(world.uses()).toEqual([{ passwordId: '77', origin: null, at: 1000, times: 1 }]);
  });
});
