import type { Browser, CDPSession } from 'puppeteer-core';

/** When the popup was ready, by its own clock, in milliseconds since 1970. */
export interface PopupTimes {
  readonly navigationStart: number;
  /** The search box has the focus and the first rows have been painted. */
  readonly ready: number;
  readonly rows: number;
}

interface Noted {
  popupReady?: PopupTimes;
}

/** Runs in the popup before its own script. */
function noteReady(): void {
  const rows = () => document.querySelectorAll('.virtual-list-row').length;
  const ready = () => rows() > 0 && document.activeElement?.getAttribute('role') === 'combobox';
  const note = () => {
    const navigationStart = performance.timeOrigin;
    const popupReady = { navigationStart, ready: navigationStart + performance.now(), rows: rows() };
    Object.assign(globalThis, { popupReady } satisfies Noted);
  };
  const observer = new MutationObserver(() => {
    if (!ready()) return;
    observer.disconnect();
    // A task after the frame's callbacks comes when the frame has been painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = note;
      port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
}

/** Runs in the popup: what `noteReady` noted, not before the browser's own first paint; null: not ready yet. */
export function notedReady(): PopupTimes | null {
  const noted = (globalThis as typeof globalThis & Noted).popupReady;
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  if (noted === undefined || paint === undefined) return null;
  return { ...noted, ready: Math.max(noted.ready, performance.timeOrigin + paint.startTime) };
}

async function prepare(session: CDPSession, url: string): Promise<void> {
  const source = `if (location.href.split(/[?#]/)[0] === ${JSON.stringify(url)}) (${noteReady})();`;
  await Promise.all([
    session.send('Page.enable'),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source }),
    session.send('Runtime.runIfWaitingForDebugger'),
  ]);
}

/** Has every document at `url` note when it is ready; documents wait until they are told to. */
export async function watchPopups(browser: Browser, url: string): Promise<() => Promise<void>> {
  const session = await browser.target().createCDPSession();
  // Targets that are no documents, or gone again, have nothing to note.
  session.on('sessionattached', (child) => void prepare(child, url).catch(() => undefined));
  // A worker that is begun anew meanwhile must not wait for anybody.
  const filter = [...['service_worker', 'browser', 'tab'].map((type) => ({ type, exclude: true })), {}];
  const auto = { waitForDebuggerOnStart: true, flatten: true, filter };
  await session.send('Target.setAutoAttach', { ...auto, autoAttach: true });
  return () => session.detach();
}
