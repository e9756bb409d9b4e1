import type { BrowserKind } from '../../test/browser/driver.ts';
import { interrupted } from './ended-by-person.ts';
import { hasDisplay } from './has-display.ts';
import { type Demo, openDemo } from './open-demo.ts';
import { runSteps } from './run-steps.ts';
import { freshFolder, writeReport } from './tour-report.ts';
import { type Tour, tourSteps } from './tour-steps.ts';

export interface TourSetup {
  readonly browser: BrowserKind;
  /** Folder of the screenshots and of `tour.json`. */
  readonly out: string;
}

/** Ends the browser under the running step when the person stops the tour. */
function closedOnce({ close }: Demo, signal: AbortSignal): () => Promise<void> {
  let closing: Promise<void> | undefined;
  const once = () => {
    closing ??= close();
    return closing;
  };
  signal.addEventListener('abort', () => void once().catch(() => undefined));
  return once;
}

async function walk(demo: Demo, { browser, out }: TourSetup, signal: AbortSignal): Promise<string | null> {
  const startedAt = new Date().toISOString();
  const tour: Tour = { browser: demo.browser, filled: null };
  const { done, failure } = await runSteps(tourSteps, tour, out, signal);
  const { filled } = tour;
  const ok = failure === null && filled?.passwordMatches === true;
  writeReport(out, { browser, startedAt, ok, filled, steps: done });
  return ok ? null : (failure ?? 'The sign-in was not filled.');
}

/** The guided tour, by itself; true when the sign-in form really held the right user name and password. */
export async function guidedTour(setup: TourSetup): Promise<boolean> {
  freshFolder(setup.out);
  console.log(`Guided tour in ${setup.browser}: building the extension and opening the browser…`);
  const demo = await openDemo(setup.browser, !hasDisplay());
  const signal = interrupted();
  const close = closedOnce(demo, signal);
  const failure = await walk(demo, setup, signal).finally(close);
  if (failure !== null) console.error(failure);
  else console.log(`\nThe sign-in was filled with the right user name and password. Pictures: ${setup.out}`);
  return failure === null;
}
