import { beforeEach, describe, expect, it } from 'vitest';
import { fillSubject } from '../../../src/background/fill-subject.ts';
import { openIntent, serveFillPort } from '../../../src/background/use-cases/fill.ts';
import { injectFor } from '../../../src/background/use-cases/inject-for.ts';
import type { FieldRole, FormReport, IntentSource, Outcome } from '../../../src/domain/fill.ts';
import { asId } from '../../../src/domain/ids.ts';
import { ok } from '../../../src/domain/result.ts';
import { Secret } from '../../../src/domain/secret.ts';
import { credential, fillWorld, loginReport, passwordMarker, scriptedPort } from './fill-world.ts';

const facts = { algorithm: 'SHA1', digits: 6, periodSeconds: 30, issuer: null } as const;
const secret = () => new Secret('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');

let world: ReturnType<typeof fillWorld>;
let waited: number[];

beforeEach(() => {
  world = fillWorld();
  waited = [];
  const { get } = world.ports.store;
  const ports = {
    ...world.ports,
    store: {
      ...world.ports.store,
      get: async (kind: 'entry', id: string) =>
        (kind as string) === 'code-seed' ? ok({ ...facts, secret: secret() }) : get(kind, id),
    },
    wait: async (ms: number) => {
      waited.push(ms);
      world.state.now += ms;
    },
  };
  world = { ...world, ports: ports as unknown as typeof world.ports };
  world.entries.set('c', { ...credential, code: facts });
});

async function begin(source: IntentSource) {
  const subject = await fillSubject(world.ports, asId('s'), null);
  if (!subject.ok) throw new Error(subject.failure.code);
  await openIntent(world.ports, source, 5, { ...subject.value, passwordId: asId('77'), organization: null });
  await injectFor(world.ports, world.live, 5);
}

async function serve(fields: readonly FieldRole[], more = false) {
  const report: FormReport = { ...loginReport, fields };
  const outcome: Outcome = { kind: 'filled', roles: fields, more };
  const scripted = scriptedPort(report, outcome);
  await serveFillPort(world.ports, world.live, scripted.port, 'ours');
  return scripted.sent;
}

const end = () => world.outcomes.get(5)?.end;

describe('one-time codes', () => {
  it('fills a code page without asking IT Glue', async () => {
    world.state.now = 59_000 - 10_000;
    await begin('front');
    const sent = await serve(['code']);
    expect(sent[0]).toMatchObject({ type: 'fill', username: null, password: null, code: '287082' });
    expect(world.itGlue.password).not.toHaveBeenCalled();
    expect(world.itGlue.passwordSummary).not.toHaveBeenCalled();
  });

  it('waits for the next code when this one is about to run out', async () => {
    world.state.now = 26_000;
    await begin('front');
    const sent = await serve(['code']);
    expect(waited).toEqual([4_000]);
    expect(sent[0]).toMatchObject({ code: '287082' });
  });

  it('does not wait while there is time', async () => {
    world.state.now = 24_000;
    await begin('front');
    await serve(['code']);
    expect(waited).toEqual([]);
  });

  it('says that the entry keeps none, and fills the rest of a page that asks for everything', async () => {
    world.entries.set('c', credential);
    await begin('front');
    expect(await serve(['code'])).toEqual([{ type: 'stop' }]);
    expect(end()).toEqual({ failure: { code: 'no-code-kept' } });
    await begin('front');
    expect((await serve(['username', 'password', 'code']))[0]).toMatchObject({ password: passwordMarker, code: null });
  });

  it('a launch goes on after the password to the code, and to nothing else (invariant 5)', async () => {
    await begin('launch');
    const first = await serve(['username', 'password']);
    expect(first.map(({ type }) => type)).toEqual(['fill', 'watch']);
    await injectFor(world.ports, world.live, 5);
    expect(await serve(['username', 'password'])).toEqual([expect.objectContaining({ type: 'watch' })]);
    expect(world.itGlue.password).toHaveBeenCalledTimes(1);
    expect(end()).toMatchObject({ outcome: { kind: 'filled', roles: ['username', 'password'] } });
    await injectFor(world.ports, world.live, 5);
    expect((await serve(['code']))[0]).toMatchObject({ type: 'fill', username: null, password: null });
    expect(world.intents.size).toBe(0);
    expect(await serve(['code'])).toEqual([]);
  });

  it.each([false, true])(
    'a launch of an entry without codes ends with the password (more to come: %j)',
    async (more) => {
      world.entries.set('c', credential);
      await begin('launch');
      expect((await serve(['username', 'password'], more)).map(({ type }) => type)).toEqual(['fill', 'stop']);
      expect(world.intents.size).toBe(0);
    },
  );

  describe('the clipboard', () => {
    const written: string[] = [];
    const begun = async (change: object, role: 'administrator' | 'technician' = 'administrator') => {
      written.length = 0;
      world.state.role = role;
      world.entries.set('c', { ...credential, code: facts, ...change });
      const clipboard = { write: async (secret: Secret) => void written.push(secret.expose()) };
      world = { ...world, ports: { ...world.ports, clipboard } as unknown as typeof world.ports };
      await begin('front');
      await serve(['username', 'password']);
    };

    it('has the code after the password, where the entry says so', async () => {
      world.state.now = 49_000;
      await begun({ copyCode: true, permissions: { view: true, viewPassword: true, edit: false } });
      expect(written).toEqual(['287082']);
      expect(end()).toMatchObject({ codeCopied: true });
      expect(world.ports.alarms.set).toHaveBeenCalledWith('clipboard', 49_000 + 30_000);
    });

    it('has nothing where the entry does not', async () => {
      await begun({ copyCode: false });
      expect(written).toEqual([]);
      expect(end()).not.toHaveProperty('codeCopied');
    });

    it('has nothing for whoever has no View password', async () => {
      await begun({ copyCode: true, permissions: { view: true, viewPassword: false, edit: false } }, 'technician');
      expect(end()).toMatchObject({ outcome: { kind: 'filled' } });
      expect(written).toEqual([]);
    });
  });
});
