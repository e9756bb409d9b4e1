import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/domain/ids.ts';
import type { Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { browserKinds } from '../e2e/desk.ts';
import { allValues, type Bench, holdsLoot, loot, openBench } from './bench.ts';
import { clobberedPages, clobberedTargets } from './pages/clobbering.ts';
import {
  deepPage,
  emptyFormsPage,
  formsPage,
  gridPage,
  type HugePage,
  inputsPage,
  labelPage,
  layersPage,
  loginsPage,
  longPage,
  passwordsPage,
} from './pages/huge-pages.ts';
import { lateGrid, lateLoginInStorm, stormyLogin } from './pages/storms.ts';

const host = 'hostile.attack.example';
const launched = 'launched.attack.example';
/** No page may stand still for longer (ms). A reading is given up after a quarter of it; the rest is for busy machines. */
const longestBlockMs = 1_000;

interface Ticking {
  longestGapMs?: number;
}

/** Runs in the page: from now on it notes how long its own timers were held up. */
function tick(): void {
  const noted = window as Window & Ticking;
  noted.longestGapMs = 0;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    noted.longestGapMs = Math.max(noted.longestGapMs ?? 0, now - last);
    last = now;
  }, 20);
}

/** The gap until now counts too: what blocks at this moment has not been noted yet. */
const longestGap = async (tab: Tab): Promise<number> => {
  await tab.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  return tab.evaluate(() => (window as Window & Ticking).longestGapMs ?? Number.POSITIVE_INFINITY);
};

/** Runs in pages that have names for what the document is asked. */
const readFields = (tab: Tab) =>
  tab.evaluate(() => {
    const value = (id: string) =>
      (Document.prototype.querySelector.call(document, `#${id}`) as HTMLInputElement | null)?.value ?? null;
    return { username: value('username'), password: value('password') };
  });

/**
 * Pages in which the login is certain, however much is around it; the others are more than can be judged. Where two ends
 * stand, the machine decides: a fast one has read the whole page before the clock of a reading runs out.
 */
const rows: readonly { readonly page: HugePage; readonly ends: readonly string[] }[] = [
  { page: longPage, ends: ['filled'] },
  { page: gridPage, ends: ['filled'] },
  { page: deepPage, ends: ['filled'] },
  { page: emptyFormsPage, ends: ['filled', 'too-complex'] },
  { page: layersPage, ends: ['covered-field', 'too-complex'] },
  { page: inputsPage, ends: ['too-complex'] },
  { page: formsPage, ends: ['too-complex'] },
  { page: loginsPage, ends: ['too-complex', 'several-password-fields'] },
  { page: passwordsPage, ends: ['too-complex', 'several-password-fields'] },
  { page: labelPage, ends: ['too-complex', 'several-password-fields'] },
];

describe.each(browserKinds)('SR-44: hostile pages in %s', (kind) => {
  let bench: Bench;
  let entryId: EntryId;
  let launchId: EntryId;
  beforeAll(async () => {
    bench = await openBench(kind);
    entryId = (await bench.link(host)).sessionId;
    launchId = (await bench.link(launched)).sessionId;
  });
  afterAll(() => bench?.close());

  const open = (html: string): Promise<Tab> => {
    bench.serve(host, html);
    return bench.visit(`https://${host}/`);
  };

  /** Launches the page in a tab of its own, which goes on ticking from its start. */
  const launch = async (html: string): Promise<Tab> => {
    bench.serve(launched, html);
    await bench.desk.ask('session.launch', { entryId: launchId, passwordId: null });
    const tab = await bench.desk.browser.waitForTab((url) => url.startsWith(`https://${launched}/`));
    await tab.evaluate(tick);
    return tab;
  };

  it.each(rows)('$page.name: a verdict, and the page goes on', async ({ page: { html }, ends }) => {
    const before = bench.desk.reveals();
    const tab = await open(html);
    await tab.evaluate(tick);
    const end = await bench.fill(tab, entryId);
    expect(await longestGap(tab)).toBeLessThan(longestBlockMs);
    expect(ends).toContain(end);
    const written = (await allValues(tab)).filter((value) => value !== '');
    expect(written).toEqual(end === 'filled' ? [loot.username, loot.password] : []);
    expect(bench.desk.reveals()).toBe(before + (end === 'filled' ? 1 : 0));
  });

  it('a page that never stops changing is filled, and goes on', async () => {
    const tab = await open(stormyLogin);
    await tab.evaluate(tick);
    expect(await bench.fill(tab, entryId)).toBe('filled');
    expect(await readFields(tab)).toEqual(loot);
    expect(await longestGap(tab)).toBeLessThan(longestBlockMs);
  });

  it('a launch waits in a storm of changes, and fills the login that comes out of it', async () => {
    const tab = await launch(lateLoginInStorm);
    await until('the first look', async () => (await bench.outcomeInFront()) === 'absent');
    await until('the late login', async () => (await bench.outcomeInFront()) === 'filled', 20_000);
    expect(await readFields(tab)).toEqual(loot);
    expect(await longestGap(tab)).toBeLessThan(longestBlockMs);
    await tab.close();
  });

  it('a launch whose page grows beyond judging ends with that, and not with silence', async () => {
    const tab = await launch(lateGrid);
    await until('the first look', async () => (await bench.outcomeInFront()) === 'absent');
    await until('the end', async () => (await bench.outcomeInFront()) === 'too-complex', 30_000);
    expect(holdsLoot(await allValues(tab))).toBe(false);
    await tab.close();
  });

  it.each(clobberedPages)('$name is no hindrance', async ({ html }) => {
    const tab = await open(html);
    expect(await bench.fill(tab, entryId)).toBe('filled');
    expect(await readFields(tab)).toEqual(loot);
  });

  it.each(clobberedTargets)('fields named like what a form is asked do not hide its $refusal', async (row) => {
    const tab = await open(row.html);
    expect(await bench.fill(tab, entryId)).toBe(row.refusal);
    expect(await readFields(tab)).toEqual({ username: '', password: '' });
  });
});
