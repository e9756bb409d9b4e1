import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findBrowsers } from '../../scripts/find-browsers.ts';
import { ensureBrowsers } from '../../scripts/install-browsers.ts';
import { type BrowserDriver, type BrowserKind, launchBrowser } from './driver.ts';
import { writeProbeExtension } from './probe-extension.ts';
import { until } from './until.ts';

const kinds = ['chromium', 'firefox'] as const satisfies readonly BrowserKind[];

declare const browser: {
  readonly tabs: { query(which: object): Promise<readonly { readonly id: number }[]> };
  readonly scripting: { executeScript(injection: object): Promise<unknown> };
  readonly runtime: { sendMessage(message: string): Promise<number> };
  readonly permissions: { contains(what: { origins: string[] }): Promise<boolean> };
};

describe.each(kinds)('the %s driver', (kind) => {
  let probe: ReturnType<typeof writeProbeExtension>;
  let scratch: string;
  let server: Server;
  let driver: BrowserDriver;

  const launch = () =>
    launchBrowser(kind, {
      extension: probe.folder,
      demoPort: (server.address() as AddressInfo).port,
      profileDir: join(scratch, 'profile'),
    });

  beforeAll(async () => {
    probe = writeProbeExtension(kind);
    scratch = mkdtempSync(join(tmpdir(), 'linked-vault-driver-'));
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>${request.headers.host}</title><h1>Hello</h1><input id="user">`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    driver = await launch();
  }, 60_000);

  afterAll(async () => {
    await driver?.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    probe.remove();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  });

  const title = () => document.title;

  it('opens a page of any host name and drives it', async () => {
    const tab = await driver.openTab('http://login.example.test:8080/');
    expect(await tab.evaluate(title)).toBe('login.example.test:8080');
    expect(await tab.url()).toBe('http://login.example.test:8080/');
    expect(await tab.text('h1')).toBe('Hello');
    await tab.type('#user', 'anna');
    await tab.type('#user', 'ben');
    expect(await tab.evaluate(() => document.querySelector('input')?.value)).toBe('ben');
    await tab.goto('http://other.example.test/');
    expect(await tab.evaluate(title)).toBe('other.example.test');
    const before = (await driver.tabs()).length;
    await tab.close();
    expect((await driver.tabs()).length).toBe(before - 1);
  });

  it('opens an extension page and drives it', async () => {
    const tab = await driver.openExtensionPage('options.html');
    expect(await tab.url()).toBe(`${driver.extensionUrl}options.html`);
    await tab.type('#name', 'new');
    expect(await tab.evaluate(() => document.querySelector('input')?.value)).toBe('new');
    await tab.select('#region', 'eu');
    await tab.waitFor(() => document.body.innerText.includes('region eu'));
    await tab.click('button >> Below');
    expect(await tab.text('#said')).toBe('below');
    await tab.screenshot(join(scratch, 'options.png'));
    expect(readFileSync(join(scratch, 'options.png')).subarray(1, 4).toString()).toBe('PNG');
    await tab.close();
  });

  it('says what is missing or covered', async () => {
    const tab = await driver.openExtensionPage('options.html');
    await expect(tab.waitFor('#nowhere', 200)).rejects.toThrow('#nowhere');
    await expect(tab.click('#under', 200)).rejects.toThrow('covered by <div id="cover">');
    await expect(tab.evaluate(() => Promise.reject(new Error('told')))).rejects.toThrow('told');
    await tab.close();
  });

  it('the extension may not touch a page before the gesture', async () => {
    const tab = await driver.openTab('http://untouched.example.test/');
    const touch = async () => {
      const [front] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
      const injection = { target: { tabId: front?.id ?? -1 }, files: ['popup.js'] };
      return browser.scripting.executeScript(injection).then(
        () => 'touched',
        () => 'refused',
      );
    };
    expect(await driver.evaluateInWorker(touch)).toBe('refused');
    await driver.openPopup(tab);
    expect(await driver.evaluateInWorker(touch)).toBe('touched');
    await driver.closePopup();
    await tab.close();
  });

  it('opens the true popup with activeTab, and presses real keys in it', async () => {
    const tab = await driver.openTab('http://popup.example.test/');
    const popup = await driver.openPopup(tab);
    expect(await popup.text('h1')).toBe('Popup');
    await popup.click('#mark');
    await popup.waitFor(() => document.querySelector('#said')?.textContent !== '');
    expect(await popup.text('#said')).toBe('true marked');
    expect(await tab.evaluate(title)).toBe('popup');
    await popup.type('#field', 'hello');
    await popup.type('#field', 'Ab ö');
    expect(await popup.evaluate(() => document.querySelector('input')?.value)).toBe('Ab ö');
    await popup.press('Control+a');
    await popup.press('x');
    expect(await popup.evaluate(() => document.querySelector('input')?.value)).toBe('x');
    await popup.type('#field', '');
    expect(await popup.evaluate(() => document.querySelector('input')?.value)).toBe('');
    await popup.press('Tab');
    expect(await popup.evaluate(() => document.activeElement?.id)).toBe('mark');
    await popup.press('Shift+Tab');
    expect(await popup.evaluate(() => document.activeElement?.id)).toBe('field');
    await popup.press('ArrowDown');
    expect(await popup.text('#keys')).toContain('Tab Shift+Shift Shift+Tab ArrowDown');
    await popup.screenshot(join(scratch, 'popup.png'));
    expect(readFileSync(join(scratch, 'popup.png')).length).toBeGreaterThan(500);
    await driver.closePopup();
    expect(await driver.popupIsOpen()).toBe(false);
    await tab.close();
  });

  it('finds the tab that the extension opens', async () => {
    const tab = await driver.openTab('http://popup.example.test/');
    const popup = await driver.openPopup(tab);
    await popup.click('button >> Same');
    const options = await driver.waitForTab((url) => url.endsWith('/options.html'));
    expect(await options.text('h1')).toBe('Options');
    await until('the popup to close itself', async () => !(await driver.popupIsOpen()));
    await options.close();
    await tab.close();
  });

  it('chooses a context menu item on the page and on a field', async () => {
    const tab = await driver.openTab('http://menu.example.test/');
    await driver.clickMenuItem('mark', tab);
    await tab.waitFor(() => document.title === 'menu mark false');
    await tab.goto('http://other.example.test/');
    await driver.clickMenuItem('other', tab, '#user');
    await tab.waitFor(() => document.title === 'menu other true');
    await tab.close();
  });

  it('runs a command with activeTab', async () => {
    const tab = await driver.openTab('http://command.example.test/');
    await driver.runCommand('mark-page', tab);
    await tab.waitFor(() => document.title === 'command mark-page');
    await driver.runCommand('quiet');
    await tab.waitFor(() => document.title === 'command quiet');
    await driver.runCommand('_execute_action');
    expect(await driver.popupIsOpen()).toBe(true);
    await driver.closePopup();
    await tab.close();
  });

  it('kills the background, which the next message starts again', async () => {
    const tab = await driver.openExtensionPage('options.html');
    const started = () => browser.runtime.sendMessage('started');
    const first = await tab.evaluate(started);
    expect(await tab.evaluate(started)).toBe(first);
    await driver.killWorker();
    expect(await tab.evaluate(started)).not.toBe(first);
    await tab.evaluate(() => void browser.runtime.sendMessage('never').catch(() => null));
    await driver.killWorker();
    expect(await driver.evaluateInWorker((a: number, b: number) => a + b, 2, 3)).toBe(5);
    await tab.close();
  });

  it('grants site access, and answers the prompt either way', async () => {
    const has = (origin: string) => browser.permissions.contains({ origins: [origin] });
    await driver.grantSiteAccess('https://given.example.test/*');
    const tab = await driver.openExtensionPage('options.html');
    expect(await tab.evaluate(has, 'https://given.example.test/*')).toBe(true);
    expect(await tab.evaluate(has, 'https://asked.example.test/*')).toBe(false);
    await driver.answerPrompts('deny');
    await tab.goto(await tab.url());
    await tab.click('#grant');
    await tab.waitFor(() => document.querySelector('#said')?.textContent === 'false');
    await driver.answerPrompts('accept');
    await tab.click('#grant');
    await tab.waitFor(() => document.querySelector('#said')?.textContent === 'true');
    expect(await tab.evaluate(has, 'https://asked.example.test/*')).toBe(true);
    await tab.close();
  });

  it('reads the clipboard', async () => {
    const tab = await driver.openExtensionPage('options.html');
    await tab.click('#copy');
    await tab.waitFor(() => document.querySelector('#said')?.textContent === 'copied');
    expect(await driver.clipboardText()).toBe('copied old');
    await tab.close();
  });

  it('starts again with the same profile: the same address, IndexedDB and site access', async () => {
    const write = () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('probe', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('kept').put('still here', 1);
        opening.onsuccess = () => resolve(opening.result.close());
      });
    const read = () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('probe', 1);
        opening.onupgradeneeded = () => reject(new Error('nothing was kept'));
        opening.onsuccess = () => {
          const getting = opening.result.transaction('kept').objectStore('kept').get(1);
          getting.onsuccess = () => resolve(String(getting.result));
        };
      });
    const address = driver.extensionUrl;
    await (await driver.openExtensionPage('options.html')).evaluate(write);
    await driver.close();
    await driver.close();
    driver = await launch();
    expect(driver.extensionUrl).toBe(address);
    const tab = await driver.openExtensionPage('options.html');
    expect(await tab.evaluate(read)).toBe('still here');
    const has = () => browser.permissions.contains({ origins: ['https://given.example.test/*'] });
    expect(await tab.evaluate(has)).toBe(true);
  }, 60_000);
});

it('finds the browsers that the variables name, and no others in their place', () => {
  const machine = (env: Record<string, string>, files: string[]) =>
    findBrowsers({ env, exists: (path) => files.includes(path) });
  expect(machine({ PATH: '/bin' }, ['/bin/chromium', '/bin/firefox-esr'])).toEqual({
    chromium: '/bin/chromium',
    firefox: '/bin/firefox-esr',
  });
  expect(machine({ PATH: '/bin', CHROMIUM_PATH: '/mine' }, ['/bin/chromium', '/mine']).chromium).toBe('/mine');
  expect(machine({ PATH: '/bin', CHROMIUM_PATH: '/gone' }, ['/bin/chromium'])).toEqual({});
});

it('says in one sentence which browser is missing and what to set', async () => {
  vi.stubEnv('FIREFOX_PATH', '/gone/firefox');
  await expect(ensureBrowsers(['firefox'])).rejects.toThrow('FIREFOX_PATH names no file (/gone/firefox)');
  vi.unstubAllEnvs();
});
