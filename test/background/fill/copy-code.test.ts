import { beforeEach, describe, expect, it, vi } from 'vitest';
import { copyCode } from '../../../src/background/copy-code.ts';
import type { Ports } from '../../../src/background/ports.ts';
import { ok } from '../../../src/domain/result.ts';
import { Secret } from '../../../src/domain/secret.ts';
import { policySource } from '../unmanaged.ts';
import { credential, fillWorld, session } from './fill-world.ts';

const facts = { algorithm: 'SHA1', digits: 6, periodSeconds: 30, issuer: null } as const;
const seeing = { view: true, viewPassword: true, edit: false };
const keeping = { ...credential, code: facts, copyCode: true, permissions: seeing };

let world: ReturnType<typeof fillWorld>;
const write = vi.fn(async (_code: Secret) => undefined);
beforeEach(() => {
  world = fillWorld('technician');
  write.mockClear();
});

function portsUnder(policy = policySource()): Ports {
  const get = async (kind: string, id: string) =>
    ok(kind === 'code-seed' ? { ...facts, secret: new Secret('JBSWY3DPEHPK3PXP') } : (world.entries.get(id) ?? null));
  const store = { ...world.ports.store, get } as unknown as Ports['store'];
  return { ...world.ports, policy, store, clipboard: { write, clear: async () => undefined } };
}
const copied = (change: object = {}, ports = portsUnder()) => {
  const entry = { ...keeping, ...change };
  world.entries.set('c', entry);
  return copyCode(ports, { session, credential: entry });
};

describe('a code that follows a fill to the clipboard', () => {
  it('is there for whoever has View password, and goes after 30 s', async () => {
    expect(await copied()).toBe(true);
    expect(write.mock.calls[0]?.[0].expose()).toMatch(/^\d{6}$/);
    expect(world.ports.alarms.set).toHaveBeenCalledWith('clipboard', world.state.now + 30_000);
  });

  it.each([
    ['the entry does not say so', { copyCode: false }],
    ['the entry keeps none', { code: null }],
    ['View password is missing: a copied code is a shown one', { permissions: { ...seeing, viewPassword: false } }],
  ])('is not where %s', async (_why, change) => {
    expect(await copied(change)).toBe(false);
    expect(write).not.toHaveBeenCalled();
  });

  it('is not after a lock, nor where a policy forbids copying', async () => {
    expect(await copied({}, portsUnder(policySource({ disableCopy: true })))).toBe(false);
    world.state.role = null;
    expect(await copied()).toBe(false);
    expect(write).not.toHaveBeenCalled();
  });
});
