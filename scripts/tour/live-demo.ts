import { demoKeys, demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { welcomeHost } from '../../src/demo/sites/welcome.ts';
import type { BrowserKind } from '../../test/browser/driver.ts';
import { endedByPerson, interrupted } from './ended-by-person.ts';
import { openDemo } from './open-demo.ts';

const greeting = (kind: BrowserKind, port: number): string => `
Linked Vault runs in ${kind === 'chromium' ? 'Chromium' : 'Firefox'}. The welcome tab leads from nothing to a filled sign-in.

  Welcome page     https://${welcomeHost}/
  Demo passphrase  ${demoPassphrase}
  Demo API key     ${demoKeys.full}
                   (region: United States; the browser takes api.itglue.com to the demo on port ${port})

Ctrl+C ends it, and so does closing the browser.`;

/** The demo with a window, for a person: until the browser is closed or Ctrl+C is pressed. */
export async function liveDemo(kind: BrowserKind): Promise<void> {
  console.log('Building the extension and opening the browser…');
  const { server, browser, close } = await openDemo(kind, false);
  const signal = interrupted();
  try {
    const [first] = await browser.tabs();
    const welcome = `https://${welcomeHost}/`;
    await (first === undefined ? browser.openTab(welcome) : first.goto(welcome));
    console.log(greeting(kind, server.port));
    await endedByPerson(browser, signal);
  } finally {
    await close();
  }
  console.log('Ended.');
}
