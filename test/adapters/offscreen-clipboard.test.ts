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

/** What the page that connects is told; `answers`: it says that it wrote. Gives what closes the page from without. */
function connect(clipboard: ReturnType<typeof createClipboard>, told: unknown[], answers: boolean): () => void {
  let heard = () => undefined;
  let gone = () => undefined;
  const port = {
    sender: { id: 'ours', url: ours },
    disconnect: () => undefined,
    onDisconnect: {
      addListener: (listener: () => undefined) => {
        gone = listener;
      },
    },
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
  return () => gone();
}

/** A port that notes what it is told. */
const strangerOf = (sender: object) => ({
  sender,
  disconnect: vi.fn(),
  postMessage: vi.fn(),
  onMessage: { addListener: vi.fn() },
  onDisconnect: { addListener: vi.fn() },
});

/** A clipboard whose page writes what it is told. */
function answering() {
  const clipboard = createClipboard();
  const told: unknown[] = [];
  page.created.mockImplementation(async () => void connect(clipboard, told, true));
  return { clipboard, told };
}

describe('the page that writes to the clipboard for the worker', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    page.created.mockReset().mockResolvedValue(undefined);
    page.closed.mockReset().mockResolvedValue(undefined);
  });
  afterEach(() => void vi.useRealTimers());

  it('is told once what to write, and closed a second after it has written: Chromium loses what is closed sooner', async () => {
    const { clipboard, told } = answering();
    await clipboard.write(new Secret('301184'));
    expect(told).toEqual(['301184']);
    await vi.advanceTimersByTimeAsync(999);
    expect(page.closed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(page.closed).toHaveBeenCalledTimes(1);
  });

  it('that is still there takes the next text too, and has its second after that one', async () => {
    const { clipboard, told } = answering();
    await clipboard.write(new Secret('frontdesk'));
    await vi.advanceTimersByTimeAsync(700);
    await clipboard.write(new Secret('301184'));
    expect(told).toEqual(['frontdesk', '301184']);
    expect(page.created).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(999);
    expect(page.closed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(page.closed).toHaveBeenCalledTimes(1);
  });

  it('that is gone is opened anew', async () => {
    const clipboard = createClipboard();
    const told: unknown[] = [];
    let close: () => void = () => undefined;
    page.created.mockImplementation(async () => {
      close = connect(clipboard, told, true);
    });
    await clipboard.write(new Secret('frontdesk'));
    close();
    await clipboard.write(new Secret('301184'));
    expect(told).toEqual(['frontdesk', '301184']);
    expect(page.created).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['another extension', { id: 'theirs', url: ours }],
    ['another page of ours', { id: 'ours', url: 'chrome-extension://ours/src/popup/index.html' }],
  ])('%s is told nothing while a text waits', async (_who, sender) => {
    const clipboard = createClipboard();
    const stranger = strangerOf(sender);
    page.created.mockImplementation(async () => clipboard.serve(stranger as unknown as Served));
    const end = clipboard.write(new Secret('301184')).catch(() => 'refused');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await end).toBe('refused');
    expect(stranger.postMessage).not.toHaveBeenCalled();
    expect(stranger.disconnect).toHaveBeenCalledTimes(3);
  });

  it('is told nothing when nothing waits', () => {
    const early = strangerOf({ id: 'ours', url: ours });
    createClipboard().serve(early as unknown as Served);
    expect(early.postMessage).not.toHaveBeenCalled();
    expect(early.disconnect).toHaveBeenCalledTimes(1);
  });

  it.each([
    [
      'never says that it wrote',
      (told: unknown[]) => (c: ReturnType<typeof createClipboard>) => void connect(c, told, false),
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
