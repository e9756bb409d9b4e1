import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mostWindows } from '../../../src/background/live-challenges.ts';
import { endChallenge } from '../../../src/background/use-cases/meet-challenge.ts';
import { createVaultDoor } from '../../../src/background/vault-door.ts';
import { challengeLifetimeMs } from '../../../src/domain/http-challenge.ts';
import { asId } from '../../../src/domain/ids.ts';
import { fail, ok } from '../../../src/domain/result.ts';
import { Secret } from '../../../src/domain/secret.ts';
import { credential, passwordMarker, summary } from '../fill/fill-world.ts';
import { vaultWorld } from '../vault/vault-world.ts';
import { alwaysPrompt, device, httpAuthWorld, part, passwordOf, settled } from './http-auth-world.ts';

let world: ReturnType<typeof httpAuthWorld>;
beforeEach(() => {
  world = httpAuthWorld();
});

/** Raises a challenge and waits for its window. */
async function waiting(...challenge: Parameters<typeof world.meet>) {
  const before = world.chooser.open.mock.calls.length;
  const reply = world.meet(...challenge);
  await settled();
  return { reply, id: world.opened(before) };
}

const asked = () => world.itGlue.password.mock.calls.length;

describe('the chooser', () => {
  it('invariant 7: one session that fits is still a question, and IT Glue is not asked before the choice', async () => {
    const { id } = await waiting();
    expect(await world.get(id)).toEqual(
      ok({
        origin: 'https://switch.example',
        realm: 'Switch',
        expiresAt: 1_000 + challengeLifetimeMs,
        sessions: [device.id],
      }),
    );
    expect(asked()).toBe(0);
  });

  it('answers with what was chosen', async () => {
    const { reply, id } = await waiting();
    expect(await world.answer(id)).toEqual(ok({}));
    expect(passwordOf(await reply)).toBe(passwordMarker);
    expect(asked()).toBe(1);
    expect(world.noted).toMatchObject([{ action: 'filled', by: 'challenge.answer', origin: device.origin }]);
    expect(world.outcomes.get(5)).toMatchObject({ end: { signInDialog: 'answered' } });
    expect(await world.get(id)).toEqual(fail({ code: 'challenge-gone' }));
  });

  it('wants a choice from the list where the entry always prompts', async () => {
    world.entries.set('c', alwaysPrompt);
    const { reply, id } = await waiting();
    expect(await world.answer(id)).toEqual(fail({ code: 'choose-first' }));
    expect(asked()).toBe(0);
    expect(await world.answer(id, '77')).toEqual(ok({}));
    expect(await reply).not.toBeNull();
  });

  it('never gives another password than the one an entry stands for', async () => {
    const { id } = await waiting();
    expect(await world.answer(id, '78')).toEqual(fail({ code: 'not-in-list' }));
    expect(asked()).toBe(0);
  });

  it('a failure of IT Glue is said there, and it goes on waiting', async () => {
    const { reply, id } = await waiting();
    world.itGlue.password.mockResolvedValueOnce(fail({ code: 'timeout' }) as never);
    expect(await world.answer(id)).toEqual(fail({ code: 'timeout' }));
    expect(await world.answer(id)).toEqual(ok({}));
    expect(await reply).not.toBeNull();
  });

  it.each([
    ['1: a session with its switch off', { ...device, httpAuth: false }],
    ['5: a session of another origin', { ...device, origin: 'https://evil.example' }],
  ])('invariant %s does not answer, whoever names it', async (_name, entry) => {
    const { id } = await waiting();
    world.entries.set('s', entry);
    expect(await world.answer(id)).toEqual(fail({ code: 'no-linked-session', origin: 'https://switch.example' }));
    expect(asked()).toBe(0);
  });

  it('a record that moved to another organization is not used', async () => {
    const { id } = await waiting();
    world.entries.set('c', { ...credential, organizationId: '2' as never });
    expect(await world.answer(id)).toEqual(fail({ code: 'record-moved' }));
  });

  it('another record than the one that was asked for is not used', async () => {
    const { reply, id } = await waiting();
    const other = { summary: { ...summary, id: asId<'password'>('78') }, value: new Secret(passwordMarker) };
    world.itGlue.password.mockResolvedValueOnce(ok(other));
    expect(await world.answer(id)).toEqual(fail({ code: 'record-moved' }));
    await world.cancel(id);
    expect(await reply).toBeNull();
  });

  it('invariant 10: names no session of which a technician has no View, nor opens for one', async () => {
    world.state.role = 'technician';
    const { id } = await waiting();
    world.entries.set('c', { ...credential, permissions: { view: false, viewPassword: false, edit: false } });
    expect(await world.get(id)).toMatchObject({ value: { sessions: [] } });
    expect(await world.meet({ requestId: 'r2', realm: 'Admin' })).toBeNull();
    expect(world.chooser.open).toHaveBeenCalledTimes(1);
  });
});

describe('invariant 11: the browser’s own dialog takes over', () => {
  it('at Cancel', async () => {
    const { reply, id } = await waiting();
    await world.cancel(id);
    expect(await reply).toBeNull();
    expect(await world.answer(id)).toEqual(fail({ code: 'challenge-gone' }));
    expect(asked()).toBe(0);
  });

  it('when the window is closed', async () => {
    const { reply } = await waiting();
    world.live.windowClosed(8);
    world.live.windowClosed(9);
    expect(await reply).toBeNull();
  });

  it('where no window can be opened', async () => {
    world.chooser.open.mockResolvedValueOnce(null);
    expect(await world.meet()).toBeNull();
  });

  it('when the tab goes', async () => {
    const { reply, id } = await waiting();
    await endChallenge(world.ports, world.live, 'r1', false);
    expect(await reply).toBeNull();
    expect(await world.get(id)).toEqual(fail({ code: 'challenge-gone' }));
  });

  it('after two minutes, also on a machine that slept and rang no timer', async () => {
    const { reply, id } = await waiting();
    world.state.now += challengeLifetimeMs;
    expect(await world.answer(id)).toEqual(fail({ code: 'challenge-gone' }));
    expect(await reply).toBeNull();
    expect(asked()).toBe(0);
  });

  it('after two minutes, with the answer of IT Glue still to come: no fill is written down', async () => {
    const { reply, id } = await waiting();
    world.itGlue.password.mockImplementationOnce(async () => {
      world.state.now += challengeLifetimeMs;
      return ok({ summary, value: new Secret(passwordMarker) });
    });
    expect(await world.answer(id)).toEqual(fail({ code: 'challenge-gone' }));
    expect(await reply).toBeNull();
    expect(world.noted).toEqual([]);
  });

  it('after two minutes', async () => {
    vi.useFakeTimers();
    try {
      let reply: unknown = 'waiting';
      void world.meet().then((value) => {
        reply = value;
      });
      await vi.advanceTimersByTimeAsync(challengeLifetimeMs - 1);
      expect(reply).toBe('waiting');
      await vi.advanceTimersByTimeAsync(1);
      expect(reply).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('invariant 12: one window', () => {
  it('for one origin and realm, in all tabs', async () => {
    const first = await waiting();
    const second = world.meet({ requestId: 'r2', tabId: 6 });
    await settled();
    expect(world.chooser.open).toHaveBeenCalledTimes(1);
    await world.answer(first.id);
    expect(await first.reply).not.toBeNull();
    await endChallenge(world.ports, world.live, 'r1', true);
    expect(await second).not.toBeNull();
    expect(asked()).toBe(1);
  });

  it('another realm or port asks for itself', async () => {
    world.entries.set('s', { ...device, signInOrigins: ['https://switch.example:8443'] });
    await waiting();
    await waiting({ requestId: 'r2', realm: 'Admin' });
    await waiting({
      requestId: 'r3',
      url: 'https://switch.example:8443/',
      challenger: { host: 'switch.example', port: 8443 },
    });
    expect(world.chooser.open).toHaveBeenCalledTimes(3);
  });

  it('no more than a few at a time, however many realms a page invents', async () => {
    const realms = Array.from({ length: mostWindows + 2 }, (_none, index) => `Realm ${index}`);
    const replies = realms.map((realm, index) => world.meet({ requestId: `r${index}`, realm }, part));
    await settled();
    expect(world.chooser.open).toHaveBeenCalledTimes(mostWindows);
    expect(await Promise.all(replies.slice(mostWindows))).toEqual([null, null]);
  });

  it('invariant 8: a wrong answer is tried once for all that wait', async () => {
    const { reply, id } = await waiting({}, part);
    const others = ['r2', 'r3', 'r4'].map((requestId) => world.meet({ requestId }, part));
    await settled();
    await world.answer(id);
    expect(await reply).not.toBeNull();
    expect(await world.meet({ at: 1_500 }, part)).toBeNull();
    expect(await Promise.all(others)).toEqual(['give-up', 'give-up', 'give-up']);
  });
});

describe('a locked vault', () => {
  beforeEach(() => {
    world.state.role = null;
  });

  it('a page opens the window, which names no session yet', async () => {
    const { id } = await waiting();
    expect(await world.get(id)).toMatchObject({ value: { sessions: [] } });
    expect(await world.answer(id)).toEqual(fail({ code: 'locked' }));
    world.state.role = 'technician';
    expect(await world.get(id)).toMatchObject({ value: { sessions: [device.id] } });
    expect(await world.answer(id)).toEqual(ok({}));
  });

  it('where there is no vault, no window opens', async () => {
    world.state.vault = false;
    expect(await world.meet()).toBeNull();
    expect(world.chooser.open).not.toHaveBeenCalled();
  });

  it('a part of a page does not', async () => {
    expect(await world.meet({}, part)).toBeNull();
    expect(world.chooser.open).not.toHaveBeenCalled();
  });

  it('an answer under trial is forgotten with the lock', async () => {
    world.state.role = 'administrator';
    const { reply, id } = await waiting({}, part);
    await world.answer(id);
    expect(await reply).not.toBeNull();
    const beside = world.meet({ requestId: 'r2' }, part);
    await settled();
    await createVaultDoor(vaultWorld().ports, world.live.locked).lock();
    expect(await beside).toBe('give-up');
  });

  it('invariant 10: locked again after the choice, nothing is handed over', async () => {
    world.state.role = 'administrator';
    const { reply, id } = await waiting();
    const beside = world.meet({ requestId: 'r2' });
    await settled();
    await world.answer(id);
    expect(await reply).not.toBeNull();
    world.state.role = null;
    await endChallenge(world.ports, world.live, 'r1', true);
    expect(await beside).toBeNull();
  });
});
