import type { Browser } from 'puppeteer-core';
import type { DemoServer } from '../../src/demo/demo-server.ts';
import { pageOf } from '../../test/browser/page-tab.ts';
import type { Desk } from '../../test/e2e/desk.ts';
import type { Peer } from './bench-options.ts';
import { type PageContents, type PageEffort, visitContents, visitEffort } from './page-visit.ts';
import { launchPlain, type PlainBrowser } from './plain-browser.ts';
import { progress } from './progress.ts';
import { median, medianInterval, tenths } from './statistics.ts';
import { unlinkedUrl } from './unlinked-site.ts';

const pairs = 15;
const looks = 3;

/** What an extension costs a page that it has nothing to do with. */
export interface PageCost {
  readonly bytes: number;
  /** Median of the paired differences to the same page without an extension; processor time of the main thread. */
  readonly extraTaskMs: number;
  readonly extraNodes: number;
}

export interface PageCostDetails {
  readonly taskMs: { readonly without: number; readonly with: number };
  /** Where the true median of the differences lies, at 95 %. */
  readonly interval: { readonly low: number; readonly high: number };
  /** The browser's own count of living nodes, paired as the time is. */
  readonly extraLivingNodes: number;
  /** Characters by which the serialised document is longer. */
  readonly extraHtml: number;
  readonly differences: readonly number[];
}

export interface MeasuredPage {
  readonly cost: PageCost;
  readonly details: PageCostDetails;
}

interface Subject {
  readonly browser: Browser;
  readonly efforts: PageEffort[];
  readonly contents: PageContents[];
}

const subject = (browser: Browser): Subject => ({ browser, efforts: [], contents: [] });

async function visitAll(subjects: readonly Subject[]): Promise<void> {
  // The first visit of a browser fills its caches and counts for nobody.
  for (const { browser } of subjects) await visitEffort(browser, unlinkedUrl);
  for (let look = 0; look < looks; look += 1)
    for (const { browser, contents } of subjects) contents.push(await visitContents(browser, unlinkedUrl));
  for (let pair = 0; pair < pairs; pair += 1) {
    progress(`unlinked page: round ${pair + 1} of ${pairs}`);
    // Turned around each time: nobody is always the first.
    const order = pair % 2 === 0 ? subjects : subjects.toReversed();
    for (const { browser, efforts } of order) efforts.push(await visitEffort(browser, unlinkedUrl));
  }
}

const paired = (one: Subject, none: Subject, of: (effort: PageEffort) => number): readonly number[] =>
  one.efforts.map((effort, at) => of(effort) - of(none.efforts[at] ?? effort));

function costOf(one: Subject, none: Subject): MeasuredPage {
  const differences = paired(one, none, ({ taskMs }) => taskMs);
  const { low, high } = medianInterval(differences);
  const mid = ({ contents }: Subject, of: (contents: PageContents) => number) => median(contents.map(of));
  const taskMs = ({ efforts }: Subject) => tenths(median(efforts.map((effort) => effort.taskMs)));
  return {
    cost: {
      bytes: mid(one, ({ extensionBytes }) => extensionBytes),
      extraTaskMs: tenths(median(differences)),
      extraNodes: mid(one, ({ nodes }) => nodes) - mid(none, ({ nodes }) => nodes),
    },
    details: {
      taskMs: { without: taskMs(none), with: taskMs(one) },
      interval: { low: tenths(low), high: tenths(high) },
      extraLivingNodes: median(paired(one, none, ({ nodes }) => nodes)),
      extraHtml: mid(one, ({ html }) => html.length) - mid(none, ({ html }) => html.length),
      differences: differences.map(tenths),
    },
  };
}

async function launchAll(server: DemoServer, peers: readonly Peer[]): Promise<PlainBrowser[]> {
  const open: PlainBrowser[] = [];
  try {
    for (const folder of [null, ...peers.map((peer) => peer.folder)]) open.push(await launchPlain(server, folder));
    return open;
  } catch (error) {
    for (const one of open) await one.close();
    throw error;
  }
}

/**
 * Ours (unlocked, with a session linked to another site), none, and each peer (as installed), on the same page in turn
 * and in browsers of their own.
 */
export async function unlinkedPage(
  desk: Desk,
  peers: readonly Peer[],
): Promise<{ readonly ours: MeasuredPage; readonly peers: Readonly<Record<string, MeasuredPage>> }> {
  const open = await launchAll(desk.server, peers);
  try {
    const ours = subject(pageOf(desk.options).browser());
    const [none, ...others] = open.map(({ browser }) => subject(browser));
    if (none === undefined) throw new Error('There is no browser to compare with.');
    await visitAll([ours, none, ...others]);
    const named = peers.flatMap(({ name }, at) => (others[at] ? [[name, costOf(others[at], none)] as const] : []));
    return { ours: costOf(ours, none), peers: Object.fromEntries(named) };
  } finally {
    for (const one of open) await one.close();
  }
}
