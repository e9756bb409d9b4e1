import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const silent = () => new Promise<never>(() => undefined);
const tabs = vi.hoisted(() => ({ get: vi.fn(), query: vi.fn(), update: vi.fn() }));
const action = vi.hoisted(() => ({ setBadgeText: vi.fn(), setTitle: vi.fn(), setBadgeBackgroundColor: vi.fn() }));
const scripting = vi.hoisted(() => ({ executeScript: vi.fn() }));

vi.mock('webextension-polyfill', () => ({ default: { tabs, action, scripting } }));
vi.mock('../../src/content/fill.iife.ts?iife', () => ({ default: 'fill.js' }));
vi.mock('../../src/content/fill-field.iife.ts?iife', () => ({ default: 'fill-field.js' }));
vi.mock('../../src/content/choose-field.iife.ts?iife', () => ({ default: 'choose.js' }));
vi.mock('../../src/content/explain.iife.ts?iife', () => ({ default: 'explain.js' }));

const { pages } = await import('../../src/background/adapters/pages.ts');

/** The answer after two seconds of the clock, or 'still waiting'. */
async function afterTwoSeconds<Value>(asked: Promise<Value>): Promise<Value | 'still waiting'> {
  const late = new Promise<'still waiting'>((resolve) => setTimeout(() => resolve('still waiting'), 2001));
  const first = Promise.race([asked, late]);
  await vi.advanceTimersByTimeAsync(2001);
  return first;
}

beforeEach(() => {
  vi.useFakeTimers();
  for (const call of [...Object.values(tabs), ...Object.values(action), ...Object.values(scripting)])
    call.mockReset().mockImplementation(silent);
});
afterEach(() => vi.useRealTimers());

describe('a browser that never answers (SR-56)', () => {
  it('has no page in front', async () => expect(await afterTwoSeconds(pages.front())).toBeNull());
  it('has no window of a tab', async () => expect(await afterTwoSeconds(pages.windowOf(1))).toBeNull());
  it('has no complete tab', async () => expect(await afterTwoSeconds(pages.isComplete(1))).toBe(false));
  it('does not hold what follows bringing a tab to the front', async () =>
    expect(await afterTwoSeconds(pages.bringToFront(1))).toBeUndefined());
  it('does not hold what follows the badge', async () =>
    expect(await afterTwoSeconds(pages.showChosen(1))).toBeUndefined());
  it('is a page that lets no script run, once fifteen seconds are over', async () => {
    const answer = pages.inject(1, 'fill');
    expect(await afterTwoSeconds(answer)).toBe('still waiting');
    await vi.advanceTimersByTimeAsync(13_000);
    expect(await afterTwoSeconds(answer)).toBe('silent');
  });
  it('is no proof that the tab of a refused script is gone', async () => {
    scripting.executeScript.mockRejectedValue(new Error('no access'));
    expect(await afterTwoSeconds(pages.inject(1, 'fill'))).toBe('not-permitted');
  });
});

describe('a browser that answers', () => {
  it('is believed', async () => {
    tabs.get.mockResolvedValue({ id: 1, windowId: 7, status: 'complete', url: 'https://a.example/' });
    expect(await pages.windowOf(1)).toBe(7);
    expect(await pages.isComplete(1)).toBe(true);
  });
  it('puts a script into the outermost frame alone, and needs the name of its document', async () => {
    scripting.executeScript.mockResolvedValue([{ documentId: 'D1' }]);
    expect(await pages.inject(1, 'fill')).toEqual({ documentId: 'D1' });
    expect(scripting.executeScript).toHaveBeenCalledWith({ target: { tabId: 1, frameIds: [0] }, files: ['fill.js'] });
    for (const unnamed of [[{}], [{ documentId: 5 }], []]) {
      scripting.executeScript.mockResolvedValue(unnamed);
      expect(await pages.inject(1, 'fill')).toBe('not-permitted');
    }
  });
  it('says that a tab is closed', async () => {
    scripting.executeScript.mockRejectedValue(new Error('no tab'));
    tabs.get.mockRejectedValue(new Error('no tab'));
    expect(await pages.inject(1, 'fill')).toBe('tab-closed');
  });
});
