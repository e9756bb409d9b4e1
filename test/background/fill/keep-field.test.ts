import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionMemory } from '../../../src/background/adapters/session-memory.ts';
import type { FieldPort, NotInjected, Ports } from '../../../src/background/ports.ts';
import { chooseField } from '../../../src/background/use-cases/choose-field.ts';
import { forgetField } from '../../../src/background/use-cases/forget-field.ts';
import { serveFieldPort } from '../../../src/background/use-cases/keep-field.ts';
import { restoreField } from '../../../src/background/use-cases/restore-field.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import { asId } from '../../../src/domain/ids.ts';
import type { Role } from '../../../src/domain/permission.ts';
import { ok } from '../../../src/domain/result.ts';
import { memoryArea } from '../vault/vault-world.ts';
import { credential, facts, session } from './fill-world.ts';

function pickWorld() {
  const entries = new Map<string, Entry>([
    ['c', credential],
    ['s', session],
  ]);
  const state = { now: 1000, role: 'administrator' as Role | null, origin: 'https://portal.example' as string | null };
  const showChosen = vi.fn(async () => undefined);
  const inject = vi.fn(async (): Promise<{ documentId: string } | NotInjected> => ({ documentId: 'DOC' }));
  const ports = {
    now: () => state.now,
    session: createSessionMemory(memoryArea()),
    door: { role: async () => state.role },
    store: {
      get: async (_kind: string, id: string) => ok(entries.get(id) ?? null),
      list: async () => ok({ contents: [], damaged: [] }),
      put: async (_kind: string, id: string, entry: Entry) => {
        entries.set(id, entry);
        return ok(undefined);
      },
    },
    hosts: { missing: async () => [] },
    pages: {
      front: async () => ({ tabId: 5, origin: state.origin }),
      inject,
      showChosen,
    },
  } as unknown as Ports;
  const choices = () => {
    const kept = entries.get('s');
    return kept?.kind === 'session' ? kept.fieldChoices : [];
  };
  return { ports, state, choices, showChosen, inject };
}

const portOf = (steps: readonly string[], change: object = {}): FieldPort => ({
  facts: { ...facts, ...change },
  send: () => undefined,
  next: async () => ({ steps }),
  open: true,
  close: () => undefined,
});

describe('choosing a field', () => {
  let world: ReturnType<typeof pickWorld>;
  beforeEach(() => {
    world = pickWorld();
  });
  const ask = () =>
    chooseField(world.ports, { entryId: asId('s'), tabId: 5, role: 'username', text: null }, { role: 'administrator' });
  const answer = (change: object = {}) => serveFieldPort(world.ports, portOf(['#who'], change), 'ours');

  it('keeps what the asked document says, once', async () => {
    expect(await ask()).toMatchObject({ ok: true });
    await answer();
    expect(world.choices()).toEqual([
      { origin: 'https://portal.example', path: '/login', role: 'username', steps: ['#who'], text: null },
    ]);
    expect(world.showChosen).toHaveBeenCalledWith(5);
    await serveFieldPort(world.ports, portOf(['#evil']), 'ours');
    expect(world.choices()[0]?.steps).toEqual(['#who']);
  });

  it('keeps nothing that was not asked for', async () => {
    await answer();
    expect(world.choices()).toEqual([]);
  });

  it('says that the page lets no script run, and keeps nothing of what it runs late, also where an older question waited', async () => {
    world.inject.mockResolvedValueOnce('silent');
    expect(await ask()).toEqual({ ok: false, failure: { code: 'page-silent' } });
    await answer();
    expect(world.choices()).toEqual([]);
    await ask();
    world.inject.mockResolvedValueOnce('silent');
    expect(await ask()).toEqual({ ok: false, failure: { code: 'page-silent' } });
    await answer();
    expect(world.choices()).toEqual([]);
  });

  it('keeps nothing of another document', async () => {
    await ask();
    await answer({ documentId: 'DOC2' });
    expect(world.choices()).toEqual([]);
  });

  it('keeps nothing after its minute', async () => {
    await ask();
    world.state.now += 60_000;
    await answer();
    expect(world.choices()).toEqual([]);
  });

  it('keeps nothing once the vault is locked', async () => {
    await ask();
    world.state.role = null;
    await answer();
    expect(world.choices()).toEqual([]);
  });

  it('keeps nothing for whoever has no Edit', async () => {
    await ask();
    world.state.role = 'technician';
    await answer();
    expect(world.choices()).toEqual([]);
  });

  it('asks no page of another origin', async () => {
    world.state.origin = 'https://other.example';
    expect(await ask()).toEqual({
      ok: false,
      failure: { code: 'no-linked-session', origin: 'https://other.example' },
    });
    expect(world.ports.pages.inject).not.toHaveBeenCalled();
  });

  it('asks no page but the one in front', async () => {
    const elsewhere = { entryId: asId<'entry'>('s'), tabId: 6, role: 'username', text: null } as const;
    expect(await chooseField(world.ports, elsewhere, { role: 'administrator' })).toEqual({
      ok: false,
      failure: { code: 'tab-closed' },
    });
    expect(world.ports.pages.inject).not.toHaveBeenCalled();
  });

  it('wants a text for a further field, and for no other', async () => {
    const request = { entryId: asId<'entry'>('s'), tabId: 5 };
    const caller = { role: 'administrator' as const };
    expect(await chooseField(world.ports, { ...request, role: 'extra', text: null }, caller)).toMatchObject({
      failure: { code: 'invalid-input' },
    });
    expect(await chooseField(world.ports, { ...request, role: 'username', text: 'ACME' }, caller)).toMatchObject({
      failure: { code: 'invalid-input' },
    });
  });

  it('gives back what was forgotten, for a page of the session alone, and leaves what was chosen since', async () => {
    const caller = { role: 'administrator' as const };
    const entryId = asId<'entry'>('s');
    await ask();
    await answer();
    const [choice] = world.choices();
    if (choice === undefined) throw new Error('nothing chosen');
    await forgetField(world.ports, { entryId, origin: choice.origin, path: '/login', role: 'username' }, caller);
    expect(world.choices()).toEqual([]);
    const elsewhere = { ...choice, origin: 'https://other.example' };
    expect(await restoreField(world.ports, { entryId, choice: elsewhere }, caller)).toMatchObject({
      failure: { code: 'no-linked-session' },
    });
    expect(await restoreField(world.ports, { entryId, choice: { ...choice, text: 'ACME' } }, caller)).toMatchObject({
      failure: { code: 'invalid-input' },
    });
    expect(world.choices()).toEqual([]);
    await restoreField(world.ports, { entryId, choice }, caller);
    expect(world.choices()).toEqual([choice]);
    await restoreField(world.ports, { entryId, choice: { ...choice, steps: ['#older'] } }, caller);
    expect(world.choices()).toEqual([choice]);
  });
});
