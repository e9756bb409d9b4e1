import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ports } from '../../src/background/ports.ts';
import { setCode } from '../../src/background/use-cases/set-code.ts';
import { setCodeCopy } from '../../src/background/use-cases/set-code-copy.ts';
import { fail, ok } from '../../src/domain/result.ts';
import { credential, fillWorld } from './fill/fill-world.ts';

const caller = { role: 'administrator' } as const;
const seed = 'JBSWY3DPEHPK3PXP';

let world: ReturnType<typeof fillWorld>;
let ports: Ports;
const remove = vi.fn(async () => ok(undefined));
const put = vi.fn();
beforeEach(() => {
  world = fillWorld();
  put.mockReset().mockImplementation(world.ports.store.put);
  remove.mockClear();
  ports = { ...world.ports, store: { ...world.ports.store, put, remove } as unknown as Ports['store'] };
});
const set = (rev: number, given: string | null = seed) =>
  setCode(ports, { entryId: credential.id, rev, seed: given }, caller);

describe('the seed of one-time codes', () => {
  it('is kept apart from its entry, which says only that it has one', async () => {
    expect(await set(1)).toMatchObject({ value: { rev: 2, code: { digits: 6, periodSeconds: 30 } } });
    expect(put.mock.calls.map(([kind]) => kind)).toEqual(['code-seed', 'entry']);
    expect(JSON.stringify(world.entries.get('c'))).not.toContain(seed);
    expect(await set(2, null)).toMatchObject({ value: { rev: 3, code: null } });
    expect(remove).toHaveBeenCalledWith('code-seed', credential.id);
  });

  it('is not set on what somebody changed in between', async () => {
    world.entries.set('c', { ...credential, rev: 2 });
    expect(await set(1)).toEqual(fail({ code: 'entry-changed' }));
    expect(await setCodeCopy(ports, { entryId: credential.id, rev: 1, copy: true }, caller)).toEqual(
      fail({ code: 'entry-changed' }),
    );
    expect(put).not.toHaveBeenCalled();
  });

  it('belongs to one password: an entry that always prompts has none', async () => {
    world.entries.set('c', { ...credential, selection: { mode: 'always-prompt' } });
    expect(await set(1)).toEqual(fail({ code: 'choose-first' }));
    expect(put).not.toHaveBeenCalled();
  });

  it('that is none is refused with the reason', async () => {
    expect(await set(1, '%%')).toMatchObject({ failure: { code: 'seed-refused' } });
    expect(put).not.toHaveBeenCalled();
  });
});
