import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Secret } from '../../src/domain/secret.ts';

const ours = 'chrome-extension://ours/src/offscreen/index.html';
const page = vi.hoisted(() => ({ created: vi.fn(), closed: vi.fn() }));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: { id: 'ours', getURL: (path: string) => `chrome-extension://ours/${path}` },
    offscreen: { createDocument: page.created, closeDocument: page.closed },
  },
}));
vi.stubGlobal('navigator', {});
const { createClipboard } = await import('../../src/background/adapters/clipboard.ts');

type Served = Parameters<ReturnType<typeof createClipboard>['serve']>[0];

/** What the page that connects is told; `answers`: it says that it wrote. */
function connect(clipboard: ReturnType<typeof createClipboard>, told: unknown[], answers: boolean): void {
  let heard = () => undefined;
  const port = {
    sender: { id: 'ours', url: ours },
    disconnect: () => undefined,
    onMessage: {
      addListener: (listener: () => undefined) => {
        heard = listener;
      },
    },
    postMessage(text: unknown) {
      told.push(text);
      if (answers) heard();
    },
  };
  clipboard.serve(port as unknown as Served);
}

describe('the page that writes to the clipboard for the worker', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    page.created.mockReset().mockResolvedValue(undefined);
    page.closed.mockReset().mockResolvedValue(undefined);
  });
  afterEach(() => void vi.useRealTimers());

  it('is told once what to write, and closed when it has written', async () => {
    const clipboard = createClipboard();
    const told: unknown[] = [];
    page.created.mockImplementation(async () => connect(clipboard, told, true));
    await clipboard.write(new Secret('301184'));
    expect(told).toEqual(['301184']);
    expect(page.closed).toHaveBeenCalledTimes(1);
  });

  it.each([
    [
      'never says that it wrote',
      (told: unknown[]) => (c: ReturnType<typeof createClipboard>) => connect(c, told, false),
    ],
    ['cannot be opened', () => () => Promise.reject(new Error('Only a single offscreen document may be created.'))],
  ])('that %s is tried three times, and then nothing is said to be copied', async (_what, made) => {
    const clipboard = createClipboard();
    const told: unknown[] = [];
    page.created.mockImplementation(async () => made(told)(clipboard));
    const end = clipboard.write(new Secret('301184')).then(
      () => 'written',
      () => 'refused',
    );
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await end).toBe('refused');
    expect(page.created).toHaveBeenCalledTimes(3);
  });
});
