import { beforeEach, describe, expect, it } from 'vitest';
import { fillSubject } from '../../../src/background/fill-subject.ts';
import type { NotInjected } from '../../../src/background/ports.ts';
import { openIntent, serveFillPort } from '../../../src/background/use-cases/fill.ts';
import { createFillPage } from '../../../src/background/use-cases/fill-page.ts';
import { injectFor } from '../../../src/background/use-cases/inject-for.ts';
import { sweepIntents } from '../../../src/background/use-cases/sweep-intents.ts';
import type { IntentSource, Outcome } from '../../../src/domain/fill.ts';
import { asId } from '../../../src/domain/ids.ts';
import { fillWorld, loginReport, scriptedPort } from './fill-world.ts';

const filled: Outcome = { kind: 'filled', roles: ['username', 'password'], more: false };
const pageSilent = { failure: { code: 'page-silent' } };

let world: ReturnType<typeof fillWorld>;
beforeEach(() => {
  world = fillWorld();
});

const inject = () => injectFor(world.ports, world.live, 5);
const end = () => world.outcomes.get(5)?.end;
const asked = () => world.itGlue.password.mock.calls.length + world.itGlue.passwordSummary.mock.calls.length;

async function open(source: IntentSource) {
  const subject = await fillSubject(world.ports, asId('s'), null);
  if (!subject.ok) throw new Error(subject.failure.code);
  return openIntent(world.ports, source, 5, { ...subject.value, passwordId: asId('77'), organization: null });
}

/** A fill whose page lets no script run. */
async function silent(source: IntentSource) {
  await open(source);
  world.pages.inject.mockResolvedValueOnce('silent');
  await inject();
}

/** The script runs at last, and reports what it sees. */
async function runs() {
  const scripted = scriptedPort(loginReport, filled);
  await serveFillPort(world.ports, world.live, scripted.port, 'ours');
  return scripted.sent.map(({ type }) => type);
}

/** Asks for a script and gives it to the page when the test says so. */
function waiting() {
  let give: (given: { documentId: string } | NotInjected) => void = () => undefined;
  const given = new Promise<{ documentId: string } | NotInjected>((resolve) => {
    give = resolve;
  });
  world.pages.inject.mockImplementationOnce(() => given);
  return (what: { documentId: string } | NotInjected) => give(what);
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('a page that lets no script run', () => {
  it('ends a fill of the page in front in its own words, and is filled with nothing when it runs the script at last', async () => {
    await silent('front');
    expect(end()).toEqual(pageSilent);
    expect(await runs()).toEqual([]);
    expect(asked()).toBe(0);
    expect(end()).toEqual(pageSilent);
  });

  it('is told to the popup', async () => {
    world.pages.inject.mockResolvedValueOnce('silent');
    const request = { entryId: asId<'entry'>('s'), passwordId: null, tabId: 5 };
    const answer = await createFillPage(world.live)(world.ports, request, { role: 'administrator' });
    expect(answer).toMatchObject({ ok: true, value: { end: pageSilent } });
  });

  it('ends a launch where it has loaded: nothing is filled later, nor once it is loaded anew', async () => {
    world.pages.isComplete.mockResolvedValue(true);
    await silent('launch');
    expect(end()).toEqual(pageSilent);
    expect(await runs()).toEqual([]);
    await inject();
    expect(await runs()).toEqual([]);
    expect(asked()).toBe(0);
    expect(end()).toEqual(pageSilent);
  });

  it('is looked at again by a launch while it is still loading, and not by the script that came late', async () => {
    await silent('launch');
    expect(end()).toEqual(pageSilent);
    expect(await runs()).toEqual([]);
    expect(asked()).toBe(0);
    await inject();
    expect(await runs()).toEqual(['fill', 'stop']);
    expect(end()).toEqual({ outcome: filled });
  });

  it('gives no code after the password, though it was the awaited page before; what was filled stays the last word', async () => {
    const intent = await open('launch');
    world.intents.set(5, { ...intent, stage: 'code-only', documentId: 'DOC' });
    world.pages.inject.mockResolvedValueOnce('silent');
    await inject();
    expect(await runs()).toEqual([]);
    expect(world.outcomes.size).toBe(0);
    await inject();
    expect(world.intents.get(5)).toMatchObject({ stage: 'code-only', documentId: 'DOC' });
  });
});

/** A fill whose page has not yet let a script run; `give` is what the browser answers in the end. */
async function waitingFill(source: IntentSource) {
  const intent = await open(source);
  const give = waiting();
  const injected = inject();
  await settled();
  return { intent, give, injected };
}

describe('while a page makes a fill wait', () => {
  it('its time runs out: it ends once, and as what it is', async () => {
    const { give, injected } = await waitingFill('front');
    world.state.now += 10_000;
    const swept = sweepIntents(world.ports, world.live);
    await settled();
    expect(world.outcomes.size).toBe(0);
    give('silent');
    await Promise.all([injected, swept]);
    expect(end()).toEqual(pageSilent);
    expect(world.noted.map(({ outcome }) => outcome)).toEqual(['page-silent']);
  });

  it('a script that comes after its time fills nothing, and that is said', async () => {
    const { give, injected } = await waitingFill('front');
    world.state.now += 10_000;
    const swept = sweepIntents(world.ports, world.live);
    give({ documentId: 'DOC' });
    await Promise.all([injected, swept]);
    expect(await runs()).toEqual([]);
    expect(end()).toEqual({ failure: { code: 'intent-expired' } });
  });

  it.each(['silent' as const, { documentId: 'DOC' }])('a newer fill is left alone (%j)', async (given) => {
    const { intent: older, give, injected } = await waitingFill('front');
    const newer = await open('front');
    const told = world.live.end(older.nonce, 1_000);
    give(given);
    await injected;
    expect(await told).toEqual({ failure: { code: 'interrupted' } });
    expect(world.intents.get(5)).toEqual(newer);
    expect(world.outcomes.size).toBe(0);
  });

  it('a newer fill outlives the end of the older one’s time', async () => {
    const { give, injected } = await waitingFill('front');
    world.state.now += 10_000;
    const swept = sweepIntents(world.ports, world.live);
    await settled();
    const newer = await open('front');
    give('silent');
    await Promise.all([injected, swept]);
    expect(world.intents.get(5)).toEqual(newer);
    expect(world.outcomes.size).toBe(0);
  });

  it('a lock stays a lock: the intent that it forgot does not come back', async () => {
    const { give, injected } = await waitingFill('launch');
    world.intents.clear();
    give({ documentId: 'DOC' });
    await injected;
    expect(world.intents.size).toBe(0);
  });
});
