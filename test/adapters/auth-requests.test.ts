import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToChallenges } from '../../src/background/adapters/auth-requests.ts';
import type { ChallengeReply } from '../../src/background/live-challenges.ts';
import { Secret } from '../../src/domain/secret.ts';

type Listener = (...told: readonly unknown[]) => unknown;

/** A browser's event: who listens, and how it is raised. */
function event() {
  const listeners = new Set<Listener>();
  return {
    listeners,
    addListener: vi.fn((listener: Listener, ..._more: readonly unknown[]) => void listeners.add(listener)),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    hasListener: (listener: Listener) => listeners.has(listener),
    raise: (...told: readonly unknown[]) => {
      for (const listener of [...listeners]) listener(...told);
    },
  };
}

const granted = () => ({ onAuthRequired: event(), onCompleted: event(), onErrorOccurred: event() });

const browser = vi.hoisted(() => ({}) as Record<string, unknown>);
vi.mock('webextension-polyfill', () => ({ default: browser }));

let added: ReturnType<typeof event>;
let webRequest: ReturnType<typeof granted>;
beforeEach(() => {
  added = event();
  webRequest = granted();
  Object.assign(browser, {
    webRequest: undefined,
    permissions: { onAdded: added },
    storage: { session: { set: async () => undefined } },
    tabs: { get: async () => ({ url: 'https://switch.example/' }) },
  });
});

const both = { permissions: ['webRequest', 'webRequestAuthProvider'] };
const details = {
  requestId: '1',
  url: 'https://switch.example/',
  tabId: 5,
  type: 'main_frame',
  frameId: 0,
  parentFrameId: -1,
  scheme: 'basic',
  realm: 'Switch',
  isProxy: false,
  challenger: { host: 'switch.example', port: 443 },
  timeStamp: 1_000,
};

const listen = (meet: () => Promise<ChallengeReply> = async () => null) => {
  const end = vi.fn(async () => undefined);
  const late = listenToChallenges({ meet, end, grantedLate: async () => undefined });
  return { end, late };
};

/** Raises a challenge and gives what the browser was answered. */
const challengeAnswer = (): Promise<unknown> =>
  new Promise((answer) => webRequest.onAuthRequired.raise(details, answer));

describe('listening', () => {
  it('invariant 1: not without the permission', () => {
    expect(listen().late()).toBe(false);
    expect(webRequest.onAuthRequired.listeners.size).toBe(0);
  });

  it('from the start where it is granted already', () => {
    browser.webRequest = webRequest;
    expect(listen().late()).toBe(false);
    expect(webRequest.onAuthRequired.listeners.size).toBe(1);
  });

  it('from the moment at which both are granted, and not for one of them', () => {
    const { late } = listen();
    browser.webRequest = webRequest;
    added.raise({ permissions: ['webRequest'] });
    expect(webRequest.onAuthRequired.listeners.size).toBe(0);
    added.raise(both);
    expect(webRequest.onAuthRequired.listeners.size).toBe(1);
    expect(late()).toBe(true);
  });

  it('a browser that forbids it does not keep the worker from starting', () => {
    browser.webRequest = webRequest;
    webRequest.onAuthRequired.addListener.mockImplementation(() => {
      throw new Error('You do not have permission to use blocking webRequest listeners.');
    });
    expect(listen().late()).toBe(false);
    expect(added.listeners.size).toBe(1);
  });
});

describe('answering', () => {
  beforeEach(() => {
    browser.webRequest = webRequest;
  });

  it('invariant 8: what gives up ends as refused', async () => {
    listen(async () => 'give-up');
    expect(await challengeAnswer()).toEqual({ cancel: true });
  });

  it('invariant 9: the password is in the browser’s answer', async () => {
    listen(async () => ({ username: 'alice', password: new Secret('marker'), entryName: 'Switch' }));
    expect(await challengeAnswer()).toEqual({ authCredentials: { username: 'alice', password: 'marker' } });
  });

  it.each([
    ['nothing that fits', async () => null],
    [
      'a fault of ours',
      async () => {
        throw new Error('a bug');
      },
    ],
  ])('leaves it to the browser’s own dialog: %s', async (_name, meet) => {
    listen(meet);
    expect(await challengeAnswer()).toEqual({});
  });

  it('invariant 3: watches no request that has no tab', () => {
    listen();
    webRequest.onAuthRequired.raise({ ...details, tabId: -1 });
    expect([webRequest.onCompleted.listeners.size, webRequest.onErrorOccurred.listeners.size]).toEqual([0, 0]);
  });

  it('watches the end of the challenged request alone, and stops then', async () => {
    const { end } = listen();
    await challengeAnswer();
    await challengeAnswer();
    webRequest.onCompleted.raise({ requestId: 'of another', statusCode: 200 });
    expect(end).not.toHaveBeenCalled();
    webRequest.onCompleted.raise({ requestId: '1', statusCode: 200 });
    expect(end.mock.calls).toEqual([['1', true]]);
    expect([webRequest.onCompleted.listeners.size, webRequest.onErrorOccurred.listeners.size]).toEqual([0, 0]);
  });
});
