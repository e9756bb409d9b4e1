import { parseArgs } from 'node:util';
import type { BrowserKind } from '../test/browser/driver.ts';
import { type Desk, openDesk } from '../test/e2e/desk.ts';
import { buildQuietly } from './build-quietly.ts';
import { ensureBrowsers } from './install-browsers.ts';
import { type MemoryWatch, memoryWatch } from './soak/memory-watch.ts';
import { seeded } from './soak/seeded.ts';
import { type SoakWorld, soakActs } from './soak/soak-acts.ts';

/**
 * `npm run soak [-- --minutes N] [--browser firefox] [--seed N]`: works like a technician against faults, and accounts
 * for how every act ended. Prints how memory went on, each time after a forced collection: in Chromium of worker and
 * popup, in Firefox of the process of both.
 */

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, browser: { type: 'string' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes ?? '3');
const kind: BrowserKind = values.browser === 'firefox' ? 'firefox' : 'chromium';
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const sampleEvery = 20;

/** How often an act ended in what. */
type Tally = Map<string, Map<string, number>>;

function count(tally: Tally, act: string, end: string): void {
  const ends = tally.get(act) ?? new Map<string, number>();
  ends.set(end, (ends.get(end) ?? 0) + 1);
  tally.set(act, ends);
}

function drawn(random: () => number) {
  let rest = random() * soakActs.reduce((sum, { share }) => sum + share, 0);
  return soakActs.find(({ share }) => {
    rest -= share;
    return rest < 0;
  });
}

/** Entries that are there; a lock in between is lifted by the next act. */
async function entriesLeft(desk: Desk): Promise<number> {
  const answer = (await desk.tryAsk('entries.list', {})) as { ok: boolean; value?: { entries: readonly unknown[] } };
  return answer.value?.entries.length ?? -1;
}

async function work(world: SoakWorld, memory: MemoryWatch, until: number): Promise<Tally> {
  const { random } = world;
  const tally: Tally = new Map();
  for (let done = 0; Date.now() < until; done += 1) {
    const chosen = drawn(random);
    if (chosen === undefined) continue;
    const end = await chosen.act(world).catch((reason: unknown) => `no outcome: ${String(reason).split('\n')[0]}`);
    count(tally, chosen.name, end);
    if (done % sampleEvery === 0) await memory.look('between');
    process.stderr.write(`\r\x1b[K${done + 1} acts, ${Math.max(0, Math.round((until - Date.now()) / 1000))} s left`);
  }
  process.stderr.write('\n');
  return tally;
}

function report(tally: Tally, memory: MemoryWatch): void {
  for (const [act, ends] of tally)
    console.log(`${act.padEnd(16)} ${[...ends].map(([end, times]) => `${end} ${times}`).join(', ')}`);
  for (const line of memory.told()) console.log(line);
}

await ensureBrowsers([kind]);
await buildQuietly(kind);
console.log(`soak: ${minutes} minutes in ${kind}, seed ${seed}`);
const desk = await openDesk(kind, { vault: true });
try {
  const linked = await desk.linked({ host: 'portal.northwind.example' });
  const prompting = await desk.linked({ host: 'mail.contoso.example', password: null });
  const before = await entriesLeft(desk);
  const memory = memoryWatch(desk);
  const lookAtPopup = () => memory.look('inPopup');
  const world: SoakWorld = { desk, linked, prompting, random: seeded(seed), lookAtPopup };
  const tally = await work(world, memory, Date.now() + minutes * 60_000);
  desk.fake.faults.clear();
  const left = await entriesLeft(desk);
  report(tally, memory);
  const ends = [...tally.values()].flatMap((each) => [...each]);
  const lost = ends.filter(([end]) => end.startsWith('no outcome')).reduce((sum, [, times]) => sum + times, 0);
  const all = ends.reduce((sum, [, times]) => sum + times, 0);
  console.log(`${all} acts, ${lost} without an outcome; ${left} of ${before} entries`);
  process.exitCode = lost === 0 && left === before ? 0 : 1;
} finally {
  await desk.close();
}
