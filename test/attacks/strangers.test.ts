import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/domain/ids.ts';
import { rules } from '../../src/messaging/contract-rules.ts';
import { pageOf } from '../browser/page-tab.ts';
import { until } from '../browser/until.ts';
import { browserKinds, extensionFolder, optionsPath } from '../e2e/desk.ts';
import { allValues, type Bench, openBench } from './bench.ts';
import { inIsolatedWorld } from './isolated-world.ts';
import { htmlReply, loginForm, page } from './pages/html.ts';
import { type Letter, lettersFor, strangerFiles } from './stranger.ts';

const host = 'strangers.attack.example';
const siteAccess = 'https://*.attack.example/*';

const packageFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(folder, join(file.parentPath, file.name)));

/** Runs in a web page: asks for every address in every way a page has, and names those that came. */
async function reach(addresses: readonly string[]): Promise<readonly string[]> {
  const within = (attempt: Promise<unknown>) =>
    Promise.race([attempt, new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), 1_000))]);
  const loads = (tag: 'img' | 'script' | 'link', attribute: string, url: string, type = '') =>
    within(
      new Promise((resolve, reject) => {
        const made = document.createElement(tag) as HTMLElement;
        made.addEventListener('load', resolve);
        made.addEventListener('error', () => reject(new Error('refused')));
        if (tag === 'link') made.setAttribute('rel', 'stylesheet');
        if (type !== '') made.setAttribute('type', type);
        made.setAttribute(attribute, url);
        document.body.append(made);
      }),
    );
  const ways: Record<string, (url: string) => Promise<unknown>> = {
    fetch: (url) => within(fetch(url)),
    opaque: (url) => within(fetch(url, { mode: 'no-cors' })),
    image: (url) => loads('img', 'src', url),
    script: (url) => loads('script', 'src', url),
    style: (url) => loads('link', 'href', url),
    module: (url) => loads('script', 'src', url, 'module'),
  };
  const attempts = addresses.flatMap((url) =>
    Object.entries(ways).map(([way, go]) =>
      go(url).then(
        () => [`${way} ${url}`],
        () => [],
      ),
    ),
  );
  return (await Promise.all(attempts)).flat();
}

/** Runs in the worker: whether the page in front lets a script of the extension in. */
async function injectIntoFront(): Promise<string> {
  const { scripting, tabs } = (
    globalThis as unknown as {
      chrome: {
        scripting: { executeScript(what: object): Promise<unknown> };
        tabs: { query(q: object): Promise<{ id: number }[]> };
      };
    }
  ).chrome;
  const [front] = await tabs.query({ active: true, lastFocusedWindow: true });
  return scripting.executeScript({ target: { tabId: front?.id }, func: () => location.origin }).then(
    () => 'injected',
    () => 'refused',
  );
}

describe.each(browserKinds)('strangers in %s', (kind) => {
  let bench: Bench;
  let entryId: EntryId;
  beforeAll(async () => {
    bench = await openBench(kind, [siteAccess]);
    bench.serve(host, ({ url }) =>
      url.endsWith('.png') || url.endsWith('.js')
        ? new Response('', { headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' } })
        : htmlReply(page(loginForm())),
    );
    entryId = (await bench.link(host)).sessionId;
  });
  afterAll(() => bench?.close());

  /** What must be the same before and after: entries, settings, vault. */
  const state = async () => ({
    entries: await bench.desk.ask('entries.list', {}),
    keys: await bench.desk.ask('apiKey.list', {}),
    settings: await bench.desk.ask('settings.get', {}),
    vault: (await bench.desk.ask('vault.status', {})).state,
  });

  it('SR-21: a content script reaches neither session memory nor anything in local storage', async () => {
    const tab = await bench.visit(`https://${host}/`);
    const probe = await inIsolatedWorld(bench.desk.browser, await tab.url(), 'storage');
    expect(probe).toMatchObject({ session: expect.stringMatching(/^(absent|refused)/), local: '{}', sync: '{}' });
    const inWorker = await bench.desk.browser.evaluateInWorker(async () => {
      const { storage } = (
        globalThis as unknown as { chrome: { storage: Record<string, { get(k: null): Promise<object> }> } }
      ).chrome;
      return { session: Object.keys((await storage.session?.get(null)) ?? {}), local: await storage.local?.get(null) };
    });
    expect(inWorker.session).toContain('unlocked');
    expect(inWorker.local).toEqual({});
  });

  it('SR-25: a page reaches no file of the package', async () => {
    const base = bench.desk.browser.extensionUrl;
    const files = packageFiles(extensionFolder(kind));
    expect(files).toContain('manifest.json');
    const tab = await bench.visit(`https://${host}/`);
    expect(await tab.evaluate(reach, [`https://${host}/control.js`])).toContain(`script https://${host}/control.js`);
    expect(
      await tab.evaluate(
        reach,
        files.map((file) => base + file),
      ),
    ).toEqual([]);
  });

  it('SR-25: a page can neither frame nor open a page of the extension', async () => {
    const { extensionUrl, tabs } = bench.desk.browser;
    const tab = await bench.visit(`https://${host}/`);
    const addresses = [optionsPath, 'src/popup/index.html', 'manifest.json'].map((path) => extensionUrl + path);
    await tab.evaluate((urls) => {
      for (const url of [...urls, `${location.origin}/framed`]) {
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
      }
    }, addresses);
    const frames = () =>
      pageOf(tab)
        .frames()
        .map((frame) => frame.url());
    await until('the ordinary frame', async () => frames().includes(`https://${host}/framed`));
    const texts = await Promise.all(
      pageOf(tab)
        .frames()
        .slice(1)
        .map((frame) =>
          frame.evaluate(() => document.querySelector('#app, main, script[type=module]') !== null).catch(() => false),
        ),
    );
    expect(texts).not.toContain(true);
    const open = async () =>
      (await Promise.all((await tabs()).map((each) => each.url()))).filter((url) => addresses.includes(url));
    const before = await open();
    await tab.evaluate((urls) => {
      for (const url of urls) {
        try {
          window.open(url, '_blank', 'noopener');
        } catch {
          // Firefox refuses by an error.
        }
        const link = document.createElement('a');
        link.href = url;
        link.target = '_blank';
        document.body.append(link);
        link.click();
      }
    }, addresses);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await open()).toEqual(before);
  });

  it('SR-26: another extension gets no answer to any message, and no connection', async () => {
    const before = await state();
    const letters = lettersFor(entryId);
    const folder = mkdtempSync(join(tmpdir(), 'linked-vault-stranger-'));
    const ours = JSON.parse(readFileSync(join(extensionFolder(kind), 'manifest.json'), 'utf8')) as {
      browser_specific_settings?: { gecko: { id: string } };
    };
    const id = ours.browser_specific_settings?.gecko.id ?? new URL(bench.desk.browser.extensionUrl).host;
    const reports: { said: Letter[] }[] = [];
    bench.serve('stranger.attack.example', async (request) => {
      if (request.method === 'POST') reports.push((await request.json()) as { said: Letter[] });
      return new Response('{}', { headers: { 'access-control-allow-origin': '*' } });
    });
    for (const [name, text] of Object.entries(strangerFiles(kind, id, letters)))
      writeFileSync(join(folder, name), text);
    try {
      await pageOf(bench.desk.options).browser().installExtension(folder);
      const { said } = await until('what the stranger heard', async () => reports[0]);
      expect(said).toHaveLength(letters.length + 2);
      expect(
        said.filter(({ heard }) => !/^(refused: .*Receiving end does not exist|disconnected)/.test(heard)),
      ).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    expect(await state()).toEqual(before);
  });

  it('SR-27, SR-28: a script in a page gets no reply to any command, and nothing happens', async () => {
    const before = await state();
    const asked = bench.desk.asked().length;
    const tab = await bench.visit(`https://${host}/`);
    const letters = lettersFor(entryId);
    expect(letters.length).toBeGreaterThan(2 * Object.keys(rules).length);
    const said = await inIsolatedWorld(bench.desk.browser, await tab.url(), 'messages', letters);
    expect(Object.keys(said)).toHaveLength(letters.length);
    expect(Object.entries(said).filter(([, heard]) => !/^(nothing|refused)/.test(heard))).toEqual([]);
    expect(await state()).toEqual(before);
    expect(bench.desk.asked().length).toBe(asked);
  });

  it('SR-29: without site access a page is closed, a gesture opens it, and another origin is closed again', async () => {
    const { browser } = bench.desk;
    await browser.evaluateInWorker(async (pattern) => {
      const { permissions } = (
        globalThis as unknown as { chrome: { permissions: { remove(what: object): Promise<boolean> } } }
      ).chrome;
      await permissions.remove({ origins: [pattern] });
    }, siteAccess);
    const tab = await browser.openTab(`https://${host}/`);
    const injected = () => browser.evaluateInWorker(injectIntoFront);
    expect(await injected()).toBe('refused');
    expect(await bench.fill(tab, entryId)).toBe('page-not-fillable');
    const popup = await bench.desk.popup();
    await popup.sees(`https://${host}`);
    expect(await injected()).toBe('injected');
    await browser.closePopup();
    expect(await bench.fill(tab, entryId)).toBe('filled');
    await tab.goto('https://evil.attack.example/');
    expect(await injected()).toBe('refused');
    await tab.goto(`https://${host}/`);
    expect(await injected()).toBe('refused');
    expect(await allValues(tab)).toEqual(['', '']);
    await tab.close();
  });
});
