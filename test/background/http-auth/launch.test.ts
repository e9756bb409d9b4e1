import { beforeEach, describe, expect, it } from 'vitest';
import { endChallenge } from '../../../src/background/use-cases/meet-challenge.ts';
import { asId } from '../../../src/domain/ids.ts';
import { fail } from '../../../src/domain/result.ts';
import { credential, passwordMarker } from '../fill/fill-world.ts';
import { challenge, device, httpAuthWorld, launchIntent, part, passwordOf, settled } from './http-auth-world.ts';

let world: ReturnType<typeof httpAuthWorld>;
beforeEach(() => {
  world = httpAuthWorld();
  world.intents.set(5, launchIntent);
});

const windows = () => world.chooser.open.mock.calls.length;

describe('a launch', () => {
  it('answers by itself, with one request to IT Glue, and says so', async () => {
    const reply = await world.meet();
    expect(reply).toMatchObject({ username: 'alice@northwind.example' });
    expect(passwordOf(reply)).toBe(passwordMarker);
    expect(world.itGlue.password).toHaveBeenCalledTimes(1);
    expect(windows()).toBe(0);
    expect(world.outcomes.get(5)).toMatchObject({ end: { signInDialog: 'answered' }, entryName: device.name });
    expect(world.pages.showEnd).toHaveBeenCalled();
  });

  it('is written down with the origin that asked', async () => {
    world.entries.set('s', { ...device, origin: 'https://other.example', signInOrigins: [device.origin] });
    await world.meet();
    expect(world.noted).toMatchObject([
      { action: 'filled', outcome: 'ok', by: 'launch', origin: device.origin, entryId: device.id },
    ]);
  });

  it('that IT Glue gives nothing for is written down as refused', async () => {
    world.itGlue.password.mockResolvedValueOnce(fail({ code: 'offline' }) as never);
    await world.meet();
    expect(world.noted).toMatchObject([{ action: 'refused', outcome: 'offline', by: 'launch' }]);
  });

  it('invariant 7: answers once: its intent is spent before IT Glue is asked', async () => {
    world.itGlue.password.mockImplementationOnce(async () => {
      expect(world.intents.size).toBe(0);
      return fail({ code: 'offline' }) as never;
    });
    expect(await world.meet()).toBeNull();
    expect(world.outcomes.get(5)).toMatchObject({ end: { failure: { code: 'offline' } } });
    void world.meet({ requestId: 'r2' });
    await settled();
    expect(world.itGlue.password).toHaveBeenCalledTimes(1);
    expect(windows()).toBe(1);
  });

  it('invariant 11: an answer that comes after its two minutes is not given', async () => {
    const usual = world.itGlue.password.getMockImplementation();
    world.itGlue.password.mockImplementationOnce(async () => {
      world.state.now = launchIntent.expiresAt;
      return (await usual?.()) as never;
    });
    expect(await world.meet()).toBeNull();
    expect(world.outcomes.get(5)).toMatchObject({ end: { failure: { code: 'intent-expired' } } });
  });

  it.each([
    ['the page in front', { ...launchIntent, source: 'front' as const }],
    ['an expired launch', { ...launchIntent, expiresAt: 1_000 }],
    ['a launch that gave its password already', { ...launchIntent, stage: 'committed' as const }],
    ['a launch of another session', { ...launchIntent, sessionEntryId: asId<'entry'>('other') }],
    ['a launch of other origins', { ...launchIntent, origins: ['https://portal.example'] }],
    ['a launch in another tab', { ...launchIntent, tabId: 6 }],
  ])('invariant 7: %s asks a person first', async (_name, intent) => {
    world.intents.clear();
    world.intents.set(intent.tabId, intent);
    void world.meet();
    await settled();
    expect(world.itGlue.password).not.toHaveBeenCalled();
    expect(windows()).toBe(1);
  });

  it.each([
    ['1: its switch is off', { ...device, httpAuth: false }],
    ['1: it is deleted', { ...device, deletedAt: 5 }],
    ['5: it is of another port', { ...device, origin: 'https://switch.example:8443' }],
  ])('invariant %s: nothing is answered and no window opens', async (_name, entry) => {
    world.entries.set('s', entry);
    expect(await world.meet()).toBeNull();
    expect(world.itGlue.password).not.toHaveBeenCalled();
    expect(windows()).toBe(0);
  });

  it('invariant 5: is judged by the address that challenges', async () => {
    expect(
      await world.meet({ url: 'https://evil.example/', challenger: { host: 'evil.example', port: 443 } }),
    ).toBeNull();
    expect(world.itGlue.password).not.toHaveBeenCalled();
    expect(world.intents.size).toBe(1);
  });

  it.each([
    ['2', { scheme: 'ntlm' }],
    ['3', { isProxy: true }],
    ['4', { challenger: { host: 'evil.example', port: 443 } }],
    ['6', { ...part, initiators: ['https://evil.example'] }],
  ])('invariant %s: what the policy refuses is not even looked up', async (_number, change) => {
    expect(await world.meet(change)).toBeNull();
    expect(world.itGlue.password).not.toHaveBeenCalled();
    expect(windows()).toBe(0);
  });
});

describe('rights', () => {
  it('invariant 10: a technician without View gets nothing', async () => {
    world.state.role = 'technician';
    world.entries.set('c', { ...credential, permissions: { view: false, viewPassword: false, edit: false } });
    expect(await world.meet()).toBeNull();
    expect(world.itGlue.password).not.toHaveBeenCalled();
  });

  it('invariant 10: View is enough', async () => {
    world.state.role = 'technician';
    expect(await world.meet()).not.toBeNull();
  });

  it.each([
    ['locked', () => void Object.assign(world.state, { role: null })],
    ['unlinked', () => void world.entries.set('s', { ...device, credentialEntryId: null })],
    ['switched off', () => void world.entries.set('s', { ...device, httpAuth: false })],
  ])('invariant 10: %s while IT Glue answers: nothing is handed over', async (_name, change) => {
    const usual = world.itGlue.password.getMockImplementation();
    world.itGlue.password.mockImplementationOnce(async () => {
      change();
      return (await usual?.()) as never;
    });
    expect(await world.meet()).toBeNull();
    expect(world.answered).toEqual([]);
  });
});

describe('invariant 8: credentials are tried once', () => {
  it('a challenge that comes back is left to the browser, and said', async () => {
    expect(await world.meet()).not.toBeNull();
    expect(await world.meet({ at: 1_500 })).toBeNull();
    expect(world.itGlue.password).toHaveBeenCalledTimes(1);
    expect(windows()).toBe(0);
    expect(world.outcomes.get(5)).toMatchObject({
      end: { failure: { code: 'sign-in-refused', origin: 'https://switch.example' } },
      entryName: device.name,
    });
  });

  it('an answered request that is sent on to another origin is not answered there, and not called wrong', async () => {
    world.entries.set('s', { ...device, signInOrigins: ['https://sso.example'] });
    expect(await world.meet()).not.toBeNull();
    const on = { url: 'https://sso.example/', challenger: { host: 'sso.example', port: 443 }, at: 1_500 };
    expect(await world.meet(on)).toBeNull();
    expect(windows()).toBe(0);
    expect(world.outcomes.get(5)).toMatchObject({ end: { signInDialog: 'answered' } });
  });

  it('also as another request of the tab, and by a worker that was started anew', async () => {
    expect(await world.meet()).not.toBeNull();
    const anew = httpAuthWorld();
    anew.answered.push(...world.answered);
    anew.intents.set(5, launchIntent);
    expect(await anew.meet({ requestId: 'r2', at: 1_500 })).toBeNull();
    expect(anew.itGlue.password).not.toHaveBeenCalled();
  });

  it('a new launch, in its new tab, may try again', async () => {
    expect(await world.meet()).not.toBeNull();
    world.intents.set(6, { ...launchIntent, tabId: 6 });
    expect(await world.meet({ requestId: 'r2', tabId: 6, at: 1_500 })).not.toBeNull();
  });

  it('one beside it waits, and is answered once the device has taken it', async () => {
    const first = world.meet({}, part);
    const second = world.meet({ requestId: 'r2' }, part);
    expect(await first).not.toBeNull();
    await settled();
    let done = false;
    void second.then(() => {
      done = true;
    });
    await settled();
    expect(done).toBe(false);
    await endChallenge(world.ports, world.live, 'r1', true);
    expect(passwordOf(await second)).toBe(passwordMarker);
    expect(world.itGlue.password).toHaveBeenCalledTimes(1);
  });

  it('one beside it gives up when the first comes back: the browser would try what it keeps of that', async () => {
    const first = world.meet({}, part);
    const second = world.meet({ requestId: 'r2' }, part);
    expect(await first).not.toBeNull();
    expect(await world.meet({ at: 1_500 }, part)).toBeNull();
    expect(await second).toBe('give-up');
    expect(world.answered.map(({ requestId }) => requestId)).toEqual(['r1']);
  });
});

describe('invariant 13: the word', () => {
  it('is shown again when the new page has wiped the toolbar button', async () => {
    await world.meet();
    const before = world.pages.showEnd.mock.calls.length;
    await endChallenge(world.ports, world.live, 'r1', true);
    expect(world.pages.showEnd.mock.calls.length).toBe(before + 1);
    await endChallenge(world.ports, world.live, 'of somebody else', true);
    expect(world.pages.showEnd.mock.calls.length).toBe(before + 1);
  });
});

it('invariant 9: keeps no password in session memory', async () => {
  await world.meet();
  expect(JSON.stringify([world.answered, [...world.outcomes]])).not.toContain(passwordMarker);
  expect(challenge.requestId).toBe(world.answered[0]?.requestId);
});
