import type { Browser, CDPSession } from 'puppeteer-core';

/** When the popup was ready, by its own clock, in milliseconds since 1970. */
export interface PopupTimes {
  readonly navigationStart: number;
  /** The search box has the focus and the first rows have been painted. */
  readonly ready: number;
  readonly rows: number;
}

/** How a popup came to be what it stays. */
export interface PopupPaint {
  /** Milliseconds from the start of its navigation. */
  readonly firstPaint: number;
  /** Sum of the layout shifts after that, as the browser scores them; what a person's own input moves is not counted. */
  readonly shift: number;
}

interface Noted {
  popupReady?: PopupTimes;
  popupShift?: number;
}

/** Runs in the popup before its own script. */
function noteReady(): void {
  const noted = globalThis as typeof globalThis & { popupShift?: number };
  noted.popupShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) noted.popupShift = (noted.popupShift ?? 0) + entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
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

/** Runs in the popup once it has come to rest. */
export function notedPaint(): PopupPaint {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const { popupShift } = globalThis as typeof globalThis & Noted;
  return { firstPaint: paint?.startTime ?? Number.NaN, shift: popupShift ?? Number.NaN };
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
