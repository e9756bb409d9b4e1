import type { Browser, CDPSession, HTTPResponse, Page } from 'puppeteer-core';

/** Long enough for what extensions do when a page is idle. */
const settleMs = 1_000;

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, settleMs));

async function inNewTab<T>(browser: Browser, work: (page: Page, session: CDPSession) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.bringToFront();
    return await work(page, await page.createCDPSession());
  } finally {
    await page.close();
  }
}

export interface PageEffort {
  /** Processor time of the page's main thread, in milliseconds, from the start of its process to its rest. */
  readonly taskMs: number;
  /** Nodes alive in the page's process, in the document or not. */
  readonly nodes: number;
}

/** One visit with nothing watched but the counters, since watching costs time itself. */
export const visitEffort = (browser: Browser, url: string): Promise<PageEffort> =>
  inNewTab(browser, async (page, session) => {
    // Processor time and not wall time: other programs on the machine then count for nothing.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(url);
    await settle();
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return { taskMs: metric('TaskDuration') * 1000, nodes: metric('Nodes') };
  });

export interface PageContents {
  /** Code and data of extensions that came into the page. */
  readonly extensionBytes: number;
  /** Nodes of the document with its shadow trees, closed ones too, and the frames of its own process. */
  readonly nodes: number;
  /** The document as the page itself could write it down. */
  readonly html: string;
}

const ofExtension = (url: string | undefined): boolean => url?.startsWith('chrome-extension://') ?? false;

interface Watch {
  readonly bytes: () => Promise<number>;
}

/** Collects scripts of extensions in any world of the page, and what it requested from extensions. */
async function watchExtensions(page: Page, session: CDPSession): Promise<Watch> {
  const worlds = new Set<number>();
  const scripts: { readonly id: string; readonly url: string }[] = [];
  const responses = new Map<string, HTTPResponse>();
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (ofExtension(context.origin)) worlds.add(context.id);
  });
  session.on('Debugger.scriptParsed', ({ scriptId, url, executionContextId }) => {
    if (worlds.has(executionContextId) || ofExtension(url)) scripts.push({ id: scriptId, url });
  });
  page.on('response', (response) => {
    if (ofExtension(response.url())) responses.set(response.url(), response);
  });
  for (const domain of ['Runtime', 'Debugger'] as const) await session.send(`${domain}.enable`);
  return {
    async bytes() {
      const loaded = await Promise.all([...responses.values()].map((response) => response.buffer()));
      const inPlace = scripts.filter(({ url }) => !responses.has(url));
      const sources = await Promise.all(
        inPlace.map(({ id }) => session.send('Debugger.getScriptSource', { scriptId: id })),
      );
      const code = sources.map(({ scriptSource, bytecode }) => Buffer.byteLength(scriptSource + (bytecode ?? '')));
      return [...loaded.map((body) => body.length), ...code].reduce((sum, length) => sum + length, 0);
    },
  };
}

interface SomeNode {
  readonly children?: readonly SomeNode[] | undefined;
  readonly shadowRoots?: readonly SomeNode[] | undefined;
  readonly contentDocument?: SomeNode | undefined;
}

const countNodes = ({ children = [], shadowRoots = [], contentDocument }: SomeNode): number =>
  [...children, ...shadowRoots, ...(contentDocument === undefined ? [] : [contentDocument])].reduce(
    (sum, node) => sum + countNodes(node),
    1,
  );

/** One visit that looks at everything; its time means nothing. */
export const visitContents = (browser: Browser, url: string): Promise<PageContents> =>
  inNewTab(browser, async (page, session) => {
    const watch = await watchExtensions(page, session);
    await page.goto(url);
    await settle();
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return {
      extensionBytes: await watch.bytes(),
      nodes: countNodes(root),
      html: await page.evaluate(() => document.documentElement.outerHTML),
    };
  });
