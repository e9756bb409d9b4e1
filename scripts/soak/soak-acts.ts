import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import type { Fault } from '../../src/demo/it-glue/fault-rule.ts';
import type { FillEnd } from '../../src/messaging/contract.ts';
import { until } from '../../test/browser/until.ts';
import type { Desk, LinkedSession } from '../../test/e2e/desk.ts';

const portal = 'https://portal.northwind.example/';

/** What every act works on. */
export interface SoakWorld {
  readonly desk: Desk;
  readonly linked: LinkedSession;
  readonly prompting: LinkedSession;
  readonly random: () => number;
  /** Called while the popup is open and shows its list. */
  readonly lookAtPopup: () => Promise<void>;
}

/** How an act ended, in one word: `ok`, an outcome, or the code of a failure. */
type Act = (world: SoakWorld) => Promise<string>;

const faults: readonly Fault[] = [
  { kind: 'server-error' },
  { kind: 'gateway-error', status: 502 },
  { kind: 'reset' },
  { kind: 'html' },
  { kind: 'truncated-body' },
  { kind: 'cut-body' },
  { kind: 'empty-body' },
  { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
  { kind: 'status', status: 403 },
  { kind: 'latency', ms: 300 },
];

/** The word of an answer; an answer that is none of the contract's is told as it is, and counts as no outcome. */
function word(answer: unknown): string {
  const { ok, failure } = Object(answer) as { readonly ok?: unknown; readonly failure?: { readonly code?: unknown } };
  if (ok === true) return 'ok';
  return typeof failure?.code === 'string' ? failure.code : `no outcome: ${JSON.stringify(answer)}`;
}

const endWord = (end: FillEnd): string => {
  if ('failure' in end) return end.failure.code;
  if ('copied' in end) return 'copied';
  return 'signInDialog' in end ? 'dialog' : end.outcome.kind;
};

async function unlocked({ desk }: SoakWorld): Promise<string> {
  return word(await desk.tryAsk('vault.unlock', { passphrase: demoPassphrase }));
}

/** Opens the session and waits until its fill has ended in words, whatever they are. */
async function launch(world: SoakWorld): Promise<string> {
  const { desk, linked } = world;
  const answer = await desk.tryAsk('session.launch', { entryId: linked.sessionId, passwordId: null });
  if (word(answer) !== 'ok') return word(answer);
  const tab = await desk.browser.waitForTab((url) => url.startsWith(portal));
  await tab.bringToFront();
  // A lock or the end of the worker may fall into it; then the popup says so when it looks.
  const said = await until('the end of the launch', async () => {
    const front = (await desk.tryAsk('page.front', {})) as {
      readonly ok: boolean;
      readonly value?: { readonly lastOutcome: { readonly end: FillEnd } | null };
      readonly failure?: { readonly code: string };
    };
    if (!front.ok) return front.failure?.code ?? null;
    return front.value?.lastOutcome ? endWord(front.value.lastOutcome.end) : null;
  });
  await tab.close();
  return said;
}

const reveal: Act = async ({ desk, linked }) => {
  const request = { entryId: linked.credentialId, passwordId: null, purpose: 'reveal' } as const;
  return word(await desk.tryAsk('credential.reveal', request));
};

const list: Act = async ({ desk, prompting }) =>
  word(await desk.tryAsk('credentials.list', { entryId: prompting.credentialId, refresh: true }));

const search: Act = async ({ desk }) =>
  word(await desk.tryAsk('index.search', { query: 'portal', limit: 20, origin: null, organizationId: null }));

const sync: Act = async ({ desk }) => word(await desk.tryAsk('index.sync', { apiKeyId: null, full: false }));

const lock: Act = async (world) => {
  const locked = word(await world.desk.tryAsk('vault.lock', {}));
  return locked === 'ok' ? unlocked(world) : locked;
};

const kill: Act = async (world) => {
  await world.desk.browser.killWorker();
  return word(await world.desk.tryAsk('vault.status', {}));
};

const popup: Act = async ({ desk, lookAtPopup }) => {
  const opened = await desk.popup();
  await opened.sees('Session portal.northwind.example');
  await lookAtPopup();
  await desk.browser.closePopup();
  return 'ok';
};

/** From now on something else goes wrong, or nothing for a while. */
const weather: Act = async ({ desk, random }) => {
  desk.fake.faults.clear();
  const fault = faults[Math.floor(random() * faults.length * 2)];
  if (fault !== undefined) desk.fake.faults.add({ when: { times: 3 }, fault });
  return fault === undefined ? 'calm' : fault.kind;
};

/** Every act, and how often among a hundred. */
export const soakActs: readonly { readonly name: string; readonly share: number; readonly act: Act }[] = [
  { name: 'launch', share: 30, act: launch },
  { name: 'reveal', share: 12, act: reveal },
  { name: 'list', share: 12, act: list },
  { name: 'search', share: 10, act: search },
  { name: 'sync', share: 6, act: sync },
  { name: 'popup', share: 10, act: popup },
  { name: 'lock and unlock', share: 5, act: lock },
  { name: 'end the worker', share: 5, act: kill },
  { name: 'weather', share: 10, act: weather },
];
