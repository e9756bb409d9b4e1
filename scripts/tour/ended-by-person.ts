import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserDriver } from '../../test/browser/driver.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Aborted at Ctrl+C or when the terminal goes. To be called once the browser runs. */
export function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals) {
    // The browser's own listener would end this program at once, before the profile and the server are tidied up.
    process.removeAllListeners(signal);
    process.on(signal, () => controller.abort());
  }
  return controller.signal;
}

/** No tab is left that answers: a browser that crashed still lists those it had. */
const isGone = async (browser: BrowserDriver): Promise<boolean> => {
  try {
    await Promise.any((await browser.tabs()).map((tab) => tab.url()));
    return false;
  } catch {
    return true;
  }
};

/** Resolves when the person has closed the browser, or `signal` is aborted. */
export async function endedByPerson(browser: BrowserDriver, signal: AbortSignal): Promise<void> {
  // Asked twice: a tab that closes while it is looked at is no end.
  for (let gone = 0; gone < 2 && !signal.aborted; gone = (await isGone(browser)) ? gone + 1 : 0)
    await pause(400, undefined, { signal }).catch(() => undefined);
}
