import { type DemoServer, startDemoServer } from '../../src/demo/demo-server.ts';
import { type BrowserDriver, type BrowserKind, launchBrowser } from '../../test/browser/driver.ts';
import { ensureBrowsers } from '../install-browsers.ts';
import { buildExtension } from './build-extension.ts';

export interface Demo {
  readonly server: DemoServer;
  readonly browser: BrowserDriver;
  close(): Promise<void>;
}

async function launched(kind: BrowserKind, server: DemoServer, headless: boolean): Promise<BrowserDriver> {
  const executable = (await ensureBrowsers([kind]))[kind];
  const extension = await buildExtension(kind);
  return launchBrowser(kind, { extension, executable, headless, demoPort: server.port, spki: server.spki });
}

/** A browser with the freshly built extension, in front of the demo IT Glue and its sites. Nothing stays if it fails. */
export async function openDemo(kind: BrowserKind, headless: boolean): Promise<Demo> {
  const server = await startDemoServer();
  try {
    const browser = await launched(kind, server, headless);
    const close = async () => {
      await browser.close();
      await server.close();
    };
    return { server, browser, close };
  } catch (error) {
    await server.close();
    throw error;
  }
}
