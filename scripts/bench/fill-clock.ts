import type { EntryId } from '../../src/domain/ids.ts';
import type { Tab } from '../../test/browser/surface.ts';
import type { Desk } from '../../test/e2e/desk.ts';

/** One fill: when it was asked and when the password field had its value, in milliseconds since 1970. */
export interface TimedFill {
  readonly askedAt: number;
  readonly filledAt: number;
  /** By how much the clocks of the two pages disagree. */
  readonly skewMs: number;
}

interface Noted {
  filledAt?: number;
}

/** Runs in the login page: notes when the password field says that it has a value. Gives its clock against the system's. */
function watchPassword(): number {
  const noted = globalThis as typeof globalThis & Noted;
  delete noted.filledAt;
  const now = () => performance.timeOrigin + performance.now();
  const field = document.querySelector('input[type=password]');
  if (!(field instanceof HTMLInputElement)) throw new Error('The page has no password field.');
  field.addEventListener('input', () => {
    if (field.value !== '') noted.filledAt ??= now();
  });
  return now() - Date.now();
}

/** Runs in the options page, behind the login page. */
async function askFill(body: object): Promise<{ readonly askedAt: number; readonly offset: number; said: string }> {
  const { runtime } = (
    globalThis as unknown as {
      readonly chrome: {
        readonly runtime: { sendMessage(m: unknown): Promise<unknown>; getManifest(): { version: string } };
      };
    }
  ).chrome;
  const now = () => performance.timeOrigin + performance.now();
  const build = runtime.getManifest().version;
  const offset = now() - Date.now();
  const askedAt = now();
  const answer = await runtime.sendMessage({ command: 'page.fill', body, build });
  return { askedAt, offset, said: JSON.stringify(answer) };
}

/** Loads the login page anew and fills it by command. Throws when the field stays empty. */
export async function timeFill(desk: Desk, tab: Tab, url: string, entryId: EntryId): Promise<TimedFill> {
  await tab.bringToFront();
  await tab.goto(url);
  const pageOffset = await tab.evaluate(watchPassword);
  const { tabId } = await desk.ask('page.front', {});
  const asked = await desk.options.evaluate(askFill, { entryId, passwordId: null, tabId });
  const filledAt = await tab.evaluate(() => (globalThis as typeof globalThis & Noted).filledAt ?? null);
  if (filledAt === null) throw new Error(`The password field stayed empty: ${asked.said}`);
  return { askedAt: asked.askedAt, filledAt, skewMs: Math.abs(asked.offset - pageOffset) };
}
