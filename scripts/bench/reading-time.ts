import { existsSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import { startDemoServer } from '../../src/demo/demo-server.ts';
import type { Site } from '../../src/demo/site.ts';
import { htmlReply } from '../../test/attacks/pages/html.ts';
import {
  deepPage,
  emptyFormsPage,
  formsPage,
  gridPage,
  type HugePage,
  inputsPage,
  longPage,
} from '../../test/attacks/pages/huge-pages.ts';
import { sharedCases } from '../accuracy/accuracy-options.ts';
import { caseSite, originOf } from '../accuracy/case-site.ts';
import { readCases } from '../accuracy/form-case.ts';
import { launchPlain } from './plain-browser.ts';
import { progress } from './progress.ts';
import type { Reading } from './reading-probe.ts';
import { readingScript } from './reading-script.ts';
import { median, percentile, tenths } from './statistics.ts';

const runs = 9;

/** Milliseconds of one reading of a page, each the first in a document that was loaded anew. */
export interface ReadingCost {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
  /** What was concluded, each conclusion once. */
  readonly verdicts: readonly string[];
  readonly readings: number;
}

export const hugePages = {
  nodes5000: longPage,
  inputs1500: gridPage,
  inputs50000: inputsPage,
  forms10000: formsPage,
  emptyForms10000: emptyFormsPage,
  shadowRoots500: deepPage,
} as const satisfies Readonly<Record<string, HugePage>>;
export type HugeName = keyof typeof hugePages;

export interface ReadingTime extends Readonly<Record<HugeName, ReadingCost>> {
  /** Over the pages of the shared corpus; null where it does not stand beside the checkout. */
  readonly corpus: ReadingCost | null;
}

const host = 'reading.example';
const site: Site = {
  hosts: [host],
  handle: ({ url }) => htmlReply(hugePages[new URL(url).pathname.slice(1) as HugeName]?.html ?? ''),
};

const costOf = (readings: readonly Reading[]): ReadingCost => {
  const times = readings.map(({ ms }) => ms);
  return {
    median: tenths(median(times)),
    p95: tenths(percentile(times, 0.95)),
    most: tenths(Math.max(...times)),
    verdicts: [...new Set(readings.map(({ verdict }) => verdict))],
    readings: readings.length,
  };
};

/** Reads pages one after the other, each in a tab that has come to rest. */
async function readAll(browser: Browser, script: string, urls: readonly string[], what: string): Promise<ReadingCost> {
  const tab = await browser.newPage();
  tab.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  const readings: Reading[] = [];
  for (const [at, url] of urls.entries()) {
    if (at % 50 === 0) progress(`reading: ${what}, ${at + 1} of ${urls.length}`);
    await tab.goto(url);
    await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
    await tab.evaluate(script);
    readings.push(await tab.evaluate(() => (globalThis as unknown as { timedReading(): Reading }).timedReading()));
  }
  await tab.close();
  return costOf(readings);
}

const cases = () => (existsSync(sharedCases) ? readCases(sharedCases).cases : []);

/** How long the fill script reads a page until it knows what it would fill. */
export async function readingTime(): Promise<ReadingTime> {
  const corpus = cases();
  const server = await startDemoServer({ sites: [site, caseSite(corpus)] });
  const { browser, close } = await launchPlain(server, null);
  try {
    const script = await readingScript();
    const pages: Partial<Record<HugeName, ReadingCost>> = {};
    for (const name of Object.keys(hugePages) as HugeName[])
      pages[name] = await readAll(browser, script, Array(runs).fill(`https://${host}/${name}`), hugePages[name].name);
    const urls = corpus.map((one, at) => `${originOf(one, at)}/`);
    return {
      ...(pages as Record<HugeName, ReadingCost>),
      corpus: urls.length === 0 ? null : await readAll(browser, script, urls, 'the corpus'),
    };
  } finally {
    await close();
    await server.close();
  }
}
