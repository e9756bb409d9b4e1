import { beforeEach, describe, expect, it } from 'vitest';
import { fillSubject } from '../../../src/background/fill-subject.ts';
import { openIntent, serveFillPort } from '../../../src/background/use-cases/fill.ts';
import { createFillPage } from '../../../src/background/use-cases/fill-page.ts';
import { injectFor } from '../../../src/background/use-cases/inject-for.ts';
import { createLaunchSession } from '../../../src/background/use-cases/launch-session.ts';
import { nudgeLaunch } from '../../../src/background/use-cases/nudge-launch.ts';
import { resumeFills } from '../../../src/background/use-cases/resume-fills.ts';
import { sweepIntents } from '../../../src/background/use-cases/sweep-intents.ts';
import type { FormReport, Outcome, PortFacts } from '../../../src/domain/fill.ts';
import { asId } from '../../../src/domain/ids.ts';
import { fail, ok } from '../../../src/domain/result.ts';
import { Secret } from '../../../src/domain/secret.ts';
import { credential, fillWorld, loginReport, passwordMarker, scriptedPort, session, summary } from './fill-world.ts';

let world: ReturnType<typeof fillWorld>;
beforeEach(() => {
  world = fillWorld();
});

const filled: Outcome = { kind: 'filled', roles: ['username', 'password'], more: false };

async function intentOf(source: 'front' | 'launch') {
  const subject = await fillSubject(world.ports, asId('s'), null);
  if (!subject.ok) throw new Error(subject.failure.code);
  await openIntent(world.ports, source, 5, { ...subject.value, passwordId: asId('77'), organization: null });
  await injectFor(world.ports, world.live, 5);
}

async function serve(report: FormReport | null, outcome: Outcome | null = filled, change: Partial<PortFacts> = {}) {
  const scripted = scriptedPort(report, outcome, change);
  await serveFillPort(world.ports, world.live, scripted.port, 'ours');
  return scripted;
}

const orders = (sent: readonly { type: string }[]) => sent.map(({ type }) => type);
const asked = () => world.itGlue.password.mock.calls.length + world.itGlue.passwordSummary.mock.calls.length;
const end = () => world.outcomes.get(5)?.end;

describe('a fill of the page in front', () => {
  it('hands user name and password to the awaited document, once', async () => {
    await intentOf('front');
    const { sent } = await serve(loginReport);
    expect(sent[0]).toMatchObject({
      type: 'fill',
      username: 'alice@northwind.example',
      password: passwordMarker,
      submit: false,
    });
    expect(orders(sent)).toEqual(['fill', 'stop']);
    expect(world.itGlue.password).toHaveBeenCalledTimes(1);
    expect(end()).toEqual({ outcome: filled });
    expect(world.intents.size).toBe(0);
    expect((await serve(loginReport)).sent).toEqual([]);
    expect(asked()).toBe(1);
  });

  it('answers the popup how it ended', async () => {
    const answer = createFillPage(world.live)(
      world.ports,
      { entryId: asId('s'), passwordId: null, tabId: 5 },
      { role: 'administrator' },
    );
    await new Promise((resolve) => setTimeout(resolve, 10));
    await serve(loginReport);
    expect(await answer).toMatchObject({
      ok: true,
      value: { end: { outcome: filled }, entryName: 'Northwind portal' },
    });
  });

  it('asks IT Glue for nothing when the page has no form (invariant 8)', async () => {
    await intentOf('front');
    const { sent } = await serve({ fields: [], actionOrigin: null, refusal: null, inOwnFrame: false });
    expect(orders(sent)).toEqual(['stop']);
    expect(asked()).toBe(0);
    expect(end()).toEqual({ outcome: { kind: 'absent' } });
  });

  it('asks for no password value on a user name page (invariant 8)', async () => {
    await intentOf('front');
    const { sent } = await serve(
      { ...loginReport, fields: ['username'] },
      { kind: 'filled', roles: ['username'], more: true },
    );
    expect(sent[0]).toMatchObject({ username: 'alice@northwind.example', password: null });
    expect(world.itGlue.password).not.toHaveBeenCalled();
    expect(world.intents.size).toBe(0);
  });

  it.each([
    { allowed: false, sent: ['stop'], end: { outcome: { kind: 'refused', reason: 'form-in-own-frame' } } },
    {
      allowed: true,
      sent: ['fill', 'stop'],
      end: { outcome: { kind: 'filled', roles: ['username', 'password'], more: false } },
    },
  ])(
    'a form in a frame of the page’s own origin, where the session says $allowed',
    async ({ allowed, sent, end: ended }) => {
      world.entries.set('s', { ...session, sameOriginFrames: allowed });
      await intentOf('front');
      const served = await serve(
        { ...loginReport, inOwnFrame: true },
        { kind: 'filled', roles: ['username', 'password'], more: false },
      );
      expect(orders(served.sent)).toEqual(sent);
      expect(asked()).toBe(allowed ? 1 : 0);
      expect(end()).toEqual(ended);
    },
  );

  it.each(['form-puts-values-in-address', 'several-password-fields', 'new-password-field'] as const)(
    'passes the page’s refusal on and asks nothing: %s',
    async (refusal) => {
      await intentOf('front');
      const { sent } = await serve({ fields: [], actionOrigin: null, refusal, inOwnFrame: false });
      expect(orders(sent)).toEqual(['stop']);
      expect(asked()).toBe(0);
      expect(end()).toEqual({ outcome: { kind: 'refused', reason: refusal } });
    },
  );

  it('refuses a form that sends elsewhere (invariant 9)', async () => {
    await intentOf('front');
    await serve({ ...loginReport, actionOrigin: 'https://evil.example' });
    expect(asked()).toBe(0);
    expect(end()).toEqual({ outcome: { kind: 'refused', reason: 'form-sends-elsewhere' } });
  });

  it('takes a form that sends to a listed sign-in origin', async () => {
    await intentOf('front');
    const { sent } = await serve({ ...loginReport, actionOrigin: 'https://login.example' });
    expect(orders(sent)).toEqual(['fill', 'stop']);
  });
});

const wrongFacts: readonly (readonly [why: string, change: Partial<PortFacts>])[] = [
  ['another origin (2)', { origin: 'https://evil.example', url: 'https://evil.example/' }],
  ['another port (2)', { origin: 'https://portal.example:8443', url: 'https://portal.example:8443/' }],
  ['another document (3)', { documentId: 'LATER' }],
  ['a frame (4)', { frameId: 4 }],
  ['an opaque origin (4)', { origin: 'null' }],
  ['a cached page (3)', { lifecycle: 'cached' }],
  ['another extension', { extensionId: 'other' }],
];

describe('a fill that may not begin', () => {
  const ask = (tabId: number) =>
    createFillPage(world.live)(world.ports, { entryId: asId('s'), passwordId: null, tabId }, { role: 'administrator' });

  it('is one of a tab that is not in front (invariant 3)', async () => {
    expect(await ask(6)).toEqual(fail({ code: 'tab-closed' }));
    expect(world.intents.size).toBe(0);
  });

  it('is one on a page of another origin (invariant 2)', async () => {
    world.state.front = { tabId: 5, origin: 'https://evil.example' };
    expect(await ask(5)).toEqual(fail({ code: 'no-linked-session', origin: 'https://evil.example' }));
    expect(world.pages.inject).not.toHaveBeenCalled();
  });

  it('is one whose time is up: no script is put into the page (invariant 5)', async () => {
    await openIntent(world.ports, 'launch', 5, { session, credential, passwordId: asId('77'), organization: null });
    world.state.now += 10 * 60_000;
    await injectFor(world.ports, world.live, 5);
    expect(world.pages.inject).not.toHaveBeenCalled();
    expect(world.outcomes.get(5)?.end).toEqual({ failure: { code: 'intent-expired' } });
  });
});

describe('a port that is not the awaited one', () => {
  it.each(wrongFacts)('%s gets nothing, and IT Glue is not asked', async (_why, change) => {
    await intentOf('front');
    const { sent, closed } = await serve(loginReport, filled, change);
    expect(sent).toEqual([]);
    expect(asked()).toBe(0);
    expect(closed()).toBe(true);
  });

  it('of another document ends no fill: the awaited one is filled after it', async () => {
    await intentOf('front');
    await serve(loginReport, filled, { documentId: 'LATER' });
    expect(end()).toBeUndefined();
    expect(orders((await serve(loginReport)).sent)).toEqual(['fill', 'stop']);
  });

  it('gets nothing without an intent', async () => {
    expect((await serve(loginReport)).sent).toEqual([]);
    expect(asked()).toBe(0);
  });

  it('gets nothing after the intent’s time (invariant 5)', async () => {
    await intentOf('front');
    world.state.now += 10_000;
    expect((await serve(loginReport)).sent).toEqual([]);
    expect(asked()).toBe(0);
  });

  it('gets nothing for a committed intent (invariant 5)', async () => {
    await intentOf('launch');
    const intent = world.intents.get(5);
    if (intent) world.intents.set(5, { ...intent, stage: 'committed' });
    expect((await serve(loginReport)).sent).toEqual([]);
    expect(asked()).toBe(0);
    world.pages.inject.mockClear();
    await injectFor(world.ports, world.live, 5);
    expect(world.pages.inject).not.toHaveBeenCalled();
  });
});

describe('while IT Glue answers', () => {
  const during = (change: () => void) => {
    world.itGlue.password.mockImplementationOnce(async () => {
      change();
      return ok({ summary, value: new Secret(passwordMarker) });
    });
  };

  it('a lock ends the fill (invariant 6)', async () => {
    await intentOf('front');
    during(() => {
      world.state.role = null;
    });
    expect(orders((await serve(loginReport)).sent)).toEqual(['stop']);
    expect(end()).toEqual({ failure: { code: 'locked' } });
  });

  it('losing View ends the fill (invariant 6)', async () => {
    world.state.role = 'technician';
    await intentOf('front');
    during(() =>
      world.entries.set('c', { ...credential, permissions: { view: false, viewPassword: false, edit: false } }),
    );
    expect(orders((await serve(loginReport)).sent)).toEqual(['stop']);
    expect(end()).toEqual({ failure: { code: 'entry-not-found' } });
  });

  it('a newer intent takes over: the older one gives nothing (invariant 5)', async () => {
    await intentOf('front');
    during(() => {
      const intent = world.intents.get(5);
      if (intent) world.intents.set(5, { ...intent, nonce: 'newer' });
    });
    expect(orders((await serve(loginReport)).sent)).toEqual(['stop']);
  });

  it('another document may have been given the script: the older one gets nothing (invariant 3)', async () => {
    await intentOf('launch');
    during(() => {
      const intent = world.intents.get(5);
      if (intent) world.intents.set(5, { ...intent, documentId: 'DOC2' });
    });
    expect(orders((await serve(loginReport)).sent)).not.toContain('fill');
    expect(end()).toEqual({ failure: { code: 'interrupted' } });
  });

  it('the intent may be used up by another port: it serves once (invariant 5)', async () => {
    await intentOf('launch');
    during(() => {
      const intent = world.intents.get(5);
      if (intent) world.intents.set(5, { ...intent, stage: 'committed' });
    });
    expect(orders((await serve(loginReport)).sent)).not.toContain('fill');
    expect(end()).toEqual({ failure: { code: 'interrupted' } });
  });

  it('the time may run out (invariant 5)', async () => {
    await intentOf('front');
    during(() => {
      world.state.now += 31_000;
    });
    expect(orders((await serve(loginReport)).sent)).toEqual(['stop']);
    expect(end()).toEqual({ failure: { code: 'intent-expired' } });
  });

  it('the page may go: nothing is sent any more (invariant 3)', async () => {
    await intentOf('front');
    const scripted = scriptedPort(loginReport, filled);
    during(() => scripted.disconnect());
    await serveFillPort(world.ports, world.live, scripted.port, 'ours');
    expect(scripted.sent).toEqual([]);
    expect(end()).toEqual({ outcome: { kind: 'refused', reason: 'changed-during-fill' } });
  });

  it('a record of another organization is not handed over (invariant 7)', async () => {
    await intentOf('front');
    world.itGlue.password.mockResolvedValueOnce(
      ok({ summary: { ...summary, organizationId: asId('2') }, value: new Secret(passwordMarker) }),
    );
    expect(orders((await serve(loginReport)).sent)).toEqual(['stop']);
    expect(end()).toEqual({ failure: { code: 'record-moved' } });
  });

  it('a record of another id is not handed over (invariant 7)', async () => {
    await intentOf('front');
    world.itGlue.password.mockResolvedValueOnce(
      ok({ summary: { ...summary, id: asId('78') }, value: new Secret(passwordMarker) }),
    );
    expect(orders((await serve(loginReport)).sent)).toEqual(['stop']);
  });

  it('its record may name other fields: a page that then says anything but what was judged gets nothing', async () => {
    await intentOf('front');
    const places = [{ role: 'username', steps: ['#user'] }] as const;
    const reply = { summary, value: new Secret(passwordMarker), places };
    world.itGlue.password.mockResolvedValueOnce(ok(reply));
    expect(orders((await serve(loginReport)).sent)).toEqual(['hints', 'stop']);
    expect(end()).toEqual({ failure: { code: 'interrupted' } });
  });
});

describe('a launch', () => {
  const launch = () =>
    createLaunchSession(world.live)(world.ports, { entryId: asId('s'), passwordId: null }, { role: 'administrator' });

  it('opens the address, leaves an intent without a secret, and fills when the page has loaded', async () => {
    expect(await launch()).toEqual(ok({ tabId: 5 }));
    expect(world.pages.openTab).toHaveBeenCalledWith('https://portal.example/login');
    expect(asked()).toBe(0);
    expect(JSON.stringify([...world.intents.values()])).not.toContain(passwordMarker);
    await injectFor(world.ports, world.live, 5);
    expect(orders((await serve(loginReport)).sent)).toEqual(['fill', 'stop']);
    expect(world.intents.size).toBe(0);
  });

  it('goes on from the user name page to the password page, with one value asked', async () => {
    await launch();
    await injectFor(world.ports, world.live, 5);
    const step = { kind: 'filled', roles: ['username'], more: true } as const;
    expect(orders((await serve({ ...loginReport, fields: ['username'] }, step)).sent)).toEqual(['fill', 'watch']);
    world.pages.inject.mockResolvedValueOnce({ documentId: 'DOC2' });
    await injectFor(world.ports, world.live, 5);
    const onto = { documentId: 'DOC2', origin: 'https://login.example', url: 'https://login.example/password' };
    const { sent } = await serve(
      { fields: ['password'], actionOrigin: null, refusal: null, inOwnFrame: false },
      filled,
      onto,
    );
    expect(orders(sent)).toEqual(['fill', 'stop']);
    expect(sent[0]).toMatchObject({ username: null, password: passwordMarker });
    expect(world.itGlue.password).toHaveBeenCalledTimes(1);
  });

  it('waits for a form that renders late', async () => {
    await launch();
    await injectFor(world.ports, world.live, 5);
    expect(orders((await serve({ fields: [], actionOrigin: null, refusal: null, inOwnFrame: false })).sent)).toEqual([
      'watch',
    ]);
    expect(world.intents.size).toBe(1);
    expect(orders((await serve(loginReport)).sent)).toEqual(['fill', 'stop']);
  });

  it('opens nothing before the choice, for an entry that always prompts', async () => {
    world.entries.set('c', { ...credential, selection: { mode: 'always-prompt' } });
    expect(await launch()).toMatchObject({ failure: { code: 'choose-first' } });
    expect(world.pages.openTab).not.toHaveBeenCalled();
  });

  it('opens nothing without site access, and says for which site', async () => {
    world.state.missing = ['https://login.example'];
    expect(await launch()).toMatchObject({ failure: { code: 'site-not-permitted', origin: 'https://login.example' } });
    expect(world.pages.openTab).not.toHaveBeenCalled();
  });

  it('never gives another password than the entry’s (invariant 7)', async () => {
    const answer = await createLaunchSession(world.live)(
      world.ports,
      { entryId: asId('s'), passwordId: asId('99') },
      { role: 'administrator' },
    );
    expect(answer).toMatchObject({ failure: { code: 'not-in-list' } });
  });

  it('leaves plain http out unless the session says so (invariant 12)', async () => {
    world.entries.set('s', { ...session, signInOrigins: ['http://login.example'] });
    await intentOf('launch');
    expect(world.intents.get(5)?.origins).toEqual(['https://portal.example']);
    world.entries.set('s', { ...session, signInOrigins: ['http://login.example'], allowHttp: true });
    await intentOf('launch');
    expect(world.intents.get(5)?.origins).toEqual(['https://portal.example', 'http://login.example']);
  });
});

describe('after the worker died (invariant 13)', () => {
  it('a launch whose page has loaded is taken up again', async () => {
    await intentOf('launch');
    world.pages.inject.mockClear();
    world.pages.isComplete.mockResolvedValueOnce(true);
    await resumeFills(world.ports, world.live);
    expect(world.pages.inject).toHaveBeenCalledTimes(1);
    expect(orders((await serve(loginReport)).sent)).toEqual(['fill', 'stop']);
  });

  it('a value that was handed over is not handed over again, and that is said', async () => {
    await intentOf('launch');
    const intent = world.intents.get(5);
    if (intent) world.intents.set(5, { ...intent, stage: 'committed' });
    await resumeFills(world.ports, world.live);
    expect(end()).toEqual({ failure: { code: 'interrupted' } });
    expect(world.intents.size).toBe(0);
  });

  it('an intent whose time is up ends in words', async () => {
    await intentOf('launch');
    world.state.now += 121_000;
    await resumeFills(world.ports, world.live);
    expect(end()).toEqual({ failure: { code: 'intent-expired' } });
    expect(world.pages.showEnd).toHaveBeenCalled();
  });

  it('a launch that went quiet is looked at again, and one that said something is left alone', async () => {
    await intentOf('launch');
    world.pages.inject.mockClear();
    world.pages.isComplete.mockResolvedValue(true);
    await sweepIntents(world.ports, world.live);
    expect(world.pages.inject).toHaveBeenCalledTimes(1);
    expect(world.ports.alarms.set).toHaveBeenLastCalledWith('intents', world.state.now + 5_000);
    await serve({ fields: [], actionOrigin: null, refusal: null, inOwnFrame: false });
    await sweepIntents(world.ports, world.live);
    expect(world.pages.inject).toHaveBeenCalledTimes(1);
    expect(world.ports.alarms.set).toHaveBeenLastCalledWith('intents', world.intents.get(5)?.expiresAt);
  });

  it('a launched page that never finishes loading is looked at, once', async () => {
    await intentOf('launch');
    world.pages.inject.mockClear();
    await nudgeLaunch(world.ports, world.live, 5);
    expect(world.pages.inject).toHaveBeenCalledTimes(1);
    await serve({ fields: [], actionOrigin: null, refusal: null, inOwnFrame: false });
    await nudgeLaunch(world.ports, world.live, 5);
    expect(world.pages.inject).toHaveBeenCalledTimes(1);
  });

  it('and a page in front is never looked at without a gesture', async () => {
    await intentOf('front');
    world.pages.inject.mockClear();
    await nudgeLaunch(world.ports, world.live, 5);
    expect(world.pages.inject).not.toHaveBeenCalled();
  });
});
