import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DBSchema, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asId } from '../../src/domain/ids.ts';

/** Every call of the browser that was made, as `tabs.get`. */
const called = vi.hoisted(() => new Set<string>());

/** A browser none of whose calls is ever answered. What answers at once, or is only listened to, is as it is. */
const silent = vi.hoisted(() => {
  const atOnce: Record<string, () => unknown> = {
    'runtime.getURL': () => 'chrome-extension://ours/',
    'runtime.getManifest': () => ({ version: '1' }),
    // What comes after them is not answered either.
    'permissions.contains': () => Promise.resolve(true),
    'extension.isAllowedIncognitoAccess': () => Promise.resolve(true),
  };
  const deeper = (path: string): object =>
    new Proxy(() => undefined, {
      get: (_target, name) => (typeof name === 'symbol' ? undefined : deeper(path === '' ? name : `${path}.${name}`)),
      apply: () => {
        called.add(path);
        return atOnce[path] ? atOnce[path]() : new Promise<never>(() => undefined);
      },
    });
  return deeper('');
});

vi.stubGlobal('navigator', {});
vi.mock('webextension-polyfill', () => ({ default: silent }));
for (const script of ['fill', 'fill-field', 'choose-field', 'explain'])
  vi.doMock(`../../src/content/${script}.iife.ts?iife`, () => ({ default: `${script}.js` }));

const { alarms } = await import('../../src/background/adapters/alarms.ts');
const { chooserWindow } = await import('../../src/background/adapters/chooser-window.ts');
const { createClipboard } = await import('../../src/background/adapters/clipboard.ts');
const { database } = await import('../../src/background/adapters/database.ts');
const { hostAccess } = await import('../../src/background/adapters/host-access.ts');
const { noteGrantedLate } = await import('../../src/background/adapters/http-auth-access.ts');
const { isolation } = await import('../../src/background/adapters/isolation.ts');
const { createManagedPolicy } = await import('../../src/background/adapters/managed-policy.ts');
const { pages } = await import('../../src/background/adapters/pages.ts');
const { patientArea } = await import('../../src/background/adapters/patient-area.ts');
const { inTime } = await import('../../src/background/adapters/within.ts');
const { Secret } = await import('../../src/domain/secret.ts');
const browser = silent as typeof import('webextension-polyfill');

const area = patientArea(browser.storage.session);
const record = { end: { failure: { code: 'interrupted' } }, entryName: '', at: 0 } as const;

const waits: Readonly<Record<string, () => Promise<unknown>>> = {
  'the tab in front': () => pages.front(),
  'the window of a tab': () => pages.windowOf(1),
  'a new tab': () => pages.openTab('https://portal.example/'),
  'bringing a tab to the front': () => pages.bringToFront(1),
  'whether a tab is complete': () => pages.isComplete(1),
  'a script in a page': () => pages.inject(1, 'fill'),
  'the number on the button': () => pages.showCount(1, 2),
  'the numbers on all buttons': () => pages.clearCounts(),
  'the end on the button': () => pages.showEnd(1, record),
  'the popup': () => pages.openPopup(),
  'a container': () => isolation.container('known', { name: 'Northwind', color: 'blue' }),
  'a tab in a container': () => isolation.openInContainer('https://portal.example/', 'known'),
  'a private window': () => isolation.openPrivately('https://portal.example/'),
  'containers that are removed': () => isolation.removeContainers(['known']),
  'an alarm': () => alarms.set('lock', 1),
  'a small window': () => chooserWindow.open(asId('x')),
  'granted sites': () => hostAccess.missing(['https://portal.example']),
  'granted permissions': () => hostAccess.httpAuth(),
  'a permission that is given back': () => hostAccess.dropHttpAuth(),
  'a late permission that is noted': () => noteGrantedLate(),
  'session memory that is read': () => area.get('x'),
  'session memory that is written': () => area.set({}),
  'session memory that forgets one thing': () => area.remove('x'),
  'session memory that forgets all': () => area.clear(),
  'the managed policy': () =>
    createManagedPolicy(
      { get: () => inTime(browser.storage.managed.get()), onChanged: () => undefined },
      () => undefined,
    ).read(),
  'a page that writes to the clipboard': () => createClipboard().write(new Secret('x')),
  'a page that clears the clipboard': () => createClipboard().clear(),
};

interface NewSchema extends DBSchema {
  new: { key: string; value: string };
}

/** Three attempts at the clipboard, one after the other, are the longest. */
const longestMs = 3 * (5_000 + 2_000) + 100;

describe('SR-56: a browser that never answers', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each(Object.entries(waits))('the wait for %s ends', async (_what, wait) => {
    let ended = false;
    const over = () => {
      ended = true;
    };
    void wait().then(over, over);
    await vi.advanceTimersByTimeAsync(longestMs);
    expect(ended).toBe(true);
  });

  it('no call of the background is missing above', async () => {
    /** Nobody waits for these: events, and what is only looked at or answered at once. */
    const none =
      /\.(on[A-Z]\w*|addListener|removeListener|hasListener|getURL|getManifest|id)\b|^(contextMenus|omnibox)\.|^webRequest\b/;
    const named = readdirSync('src/background', { recursive: true, encoding: 'utf8' }).flatMap((file) =>
      file.endsWith('.ts')
        ? [...readFileSync(join('src/background', file), 'utf8').matchAll(/\bbrowser\.([a-z]\w*(?:\.\w+)*)\(/g)].map(
            ([, path]) => String(path),
          )
        : [],
    );
    const missing = [...new Set(named)].filter((path) => !none.test(path) && !called.has(path));
    expect(named.length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
    expect(called.size).toBeGreaterThan(15);
  });
});

describe('SR-56: a database that an older context keeps to itself', () => {
  it('is given up within 15 seconds, the next time within two, and there at the next use once it is free', async () => {
    const openings = vi.spyOn(indexedDB, 'open');
    const older = await openDB('kept', 1, { blocking: () => undefined });
    const connected = database<NewSchema>('kept', 2, (db) => void db.createObjectStore('new'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const use = () =>
      connected().then(
        () => 'opened',
        () => 'given up',
      );
    const first = use();
    await vi.advanceTimersByTimeAsync(15_001);
    expect(await first).toBe('given up');
    const second = use();
    await vi.advanceTimersByTimeAsync(2_001);
    vi.useRealTimers();
    expect(await second).toBe('given up');
    // The older one, and what is still waited for: nothing queues up behind it that nobody would close.
    expect(openings).toHaveBeenCalledTimes(2);
    older.close();
    const db = await connected();
    expect([...db.objectStoreNames]).toEqual(['new']);
    db.close();
  });
});
