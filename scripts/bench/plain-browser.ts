import { resolve } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import type { DemoServer } from '../../src/demo/demo-server.ts';
import { endBrowser, profileFolder } from '../../test/browser/profile-folder.ts';
import { until } from '../../test/browser/until.ts';
import { ensureBrowsers } from '../install-browsers.ts';

export interface PlainBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

const flags = ({ port, spki }: DemoServer): readonly string[] => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--window-size=1280,900',
  `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
  `--ignore-certificate-errors-spki-list=${spki}`,
];

async function load(browser: Browser, folder: string): Promise<void> {
  const path = resolve(folder);
  await browser.installExtension(path);
  await until('the extension', async () => [...(await browser.extensions()).values()].some((one) => one.path === path));
}

/** Chromium with just this unpacked extension in it, or with none, in front of the demo server. */
export async function launchPlain(server: DemoServer, folder: string | null): Promise<PlainBrowser> {
  const { chromium } = await ensureBrowsers(['chromium']);
  const profile = profileFolder(undefined);
  const browser = await puppeteer.launch({
    executablePath: chromium,
    headless: true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    userDataDir: profile.path,
    args: [...flags(server)],
  });
  const close = async () => {
    await endBrowser(browser);
    profile.remove();
  };
  try {
    if (folder !== null) await load(browser, folder);
    return { browser, close };
  } catch (error) {
    await close();
    throw error;
  }
}
