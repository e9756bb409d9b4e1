import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import { fail, ok, type Result } from '../../src/domain/result.ts';
import type { IndexHit, IndexSearch } from '../../src/domain/search/index-hit.ts';
import type { SessionEntryView } from '../../src/messaging/contract.ts';
import { askedOf } from './fake-worker.ts';
import {
  activeText,
  click,
  openPopup,
  press as pressAtOnce,
  search,
  setScene,
  type as typeAtOnce,
} from './popup-scene.tsx';
import { acmePortal, acmePrompt, everybody, fetched, foundNothing, hit, password } from './scene.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-worker.ts')).fakeBrowser }));

const tenants: SessionEntryView = {
  ...acmePortal,
  id: asId('s-tenants'),
  name: 'Tenants',
  credentialEntryId: everybody.id,
};

/** As a task of the browser: what it brings is drawn before the next one. */
const drawn = (deed: () => unknown) =>
  act(async () => {
    deed();
    await new Promise((resolve) => setTimeout(resolve, 0));
  });

/** A worker that answers a search when the test says so. */
function slowWorker() {
  const open = new Map<string, (answer: Result<IndexSearch>) => void>();
  const ask = ({ query }: { readonly query: string }): Promise<Result<IndexSearch>> =>
    new Promise((resolve) => {
      open.set(query, resolve);
    });
  const settle = async (query: string, answer: Result<IndexSearch>) => {
    await vi.waitFor(() => expect([...open.keys()]).toContain(query));
    await drawn(() => open.get(query)?.(answer));
  };
  const finds = (query: string, ...names: readonly string[]) => {
    const hits: readonly IndexHit[] = names.map((name) => hit(password(name, { name })));
    return settle(query, ok({ ...foundNothing, hits, total: hits.length }));
  };
  return { ask, finds, fails: (query: string) => settle(query, fail({ code: 'storage-failed' })) };
}

const type = (text: string) => drawn(() => typeAtOnce(text));
const press = (key: string) => drawn(() => pressAtOnce(key));

const does = {
  'page.fill': () =>
    ok({ end: { outcome: { kind: 'filled', roles: [], more: false } } as const, entryName: '', at: 1 }),
  'credential.reveal': () => fail({ code: 'offline' }),
  'credentials.list': () => ok(fetched([password('p-1')])),
};

beforeEach(() => {
  vi.spyOn(window, 'close').mockImplementation(() => undefined);
});
afterEach(cleanup);

describe('Enter pressed before what was typed last is found', () => {
  const openHome = async () => {
    const worker = slowWorker();
    setScene({ entries: [acmePortal, acmePrompt], answers: { ...does, 'index.search': worker.ask } });
    await openPopup();
    await type('zy');
    await worker.finds('zy', 'Zyxel core', 'Zywall');
    expect(activeText()).toContain('Zyxel core');
    return worker;
  };

  it('fills what these words find, not what the words before had found', async () => {
    const worker = await openHome();
    await type('zywall');
    await press('Enter');
    expect(askedOf('page.fill')).toEqual([]);
    await worker.finds('zywall', 'Zywall');
    expect(askedOf('page.fill')).toEqual([{ entryId: acmePortal.id, passwordId: 'Zywall', tabId: 7 }]);
  });

  it('does so where nothing was found before, as over a worker that has just begun', async () => {
    const worker = slowWorker();
    setScene({ entries: [acmePortal, acmePrompt], answers: { ...does, 'index.search': worker.ask } });
    await openPopup();
    await type('zywall');
    await press('Enter');
    await worker.finds('zywall', 'Zywall');
    expect(askedOf('page.fill')).toMatchObject([{ passwordId: 'Zywall' }]);
  });

  it('is let go by typing on', async () => {
    const worker = await openHome();
    await type('zyw');
    await press('Enter');
    await type('zywall');
    await worker.finds('zywall', 'Zywall');
    await worker.finds('zyw', 'Zywall');
    expect(askedOf('page.fill')).toEqual([]);
  });

  it('is let go where nothing can be found', async () => {
    const worker = await openHome();
    await type('zywall');
    await press('Enter');
    await worker.fails('zywall');
    expect(askedOf('page.fill')).toEqual([]);
  });

  it('takes the row that a person went to since', async () => {
    await openHome();
    await type('zyw');
    await press('ArrowDown');
    expect(activeText()).toContain('Zywall');
    await press('Enter');
    expect(askedOf('page.fill')).toMatchObject([{ passwordId: 'Zywall' }]);
  });

  it('takes an entry at once: that is found without asking', async () => {
    await openHome();
    await type('acme');
    expect(activeText()).toContain('Acme portal');
    await press('Enter');
    await screen.findByRole('heading', { name: 'IT Glue credentials list' });
  });
});

it('a key that copies waits for what was typed last, too', async () => {
  const worker = slowWorker();
  setScene({ entries: [acmePortal, acmePrompt], answers: { ...does, 'index.search': worker.ask } });
  await openPopup();
  await type('zy');
  await worker.finds('zy', 'Zyxel core');
  await type('zywall');
  await drawn(() => fireEvent.keyDown(search(), { key: 'C', ctrlKey: true, shiftKey: true }));
  await worker.finds('zywall', 'Zywall');
  expect(askedOf('credential.reveal')).toMatchObject([{ passwordId: 'Zywall' }]);
});

describe('in the list of an entry of all organizations', () => {
  const openList = async () => {
    const worker = slowWorker();
    setScene({
      entries: [tenants, everybody],
      front: { sessions: [], origin: 'https://elsewhere.example' },
      answers: { 'credentials.search': worker.ask, 'session.launch': () => ok({ tabId: 8 }) },
    });
    await openPopup();
    click('Launch Tenants');
    await vi.waitFor(() => expect(askedOf('credentials.search')).toHaveLength(1));
    await worker.finds('', 'Acme', 'Globex', 'Initech');
    return worker;
  };
  const launched = () => askedOf('session.launch').map((body) => (body as { readonly passwordId: string }).passwordId);

  it('Enter waits for the rows of what was typed', async () => {
    const worker = await openList();
    await type('init');
    expect(screen.getByRole('listbox').getAttribute('aria-busy')).toBe('true');
    await press('Enter');
    expect(launched()).toEqual([]);
    await worker.finds('init', 'Initech');
    expect(launched()).toEqual(['Initech']);
  });

  it('the rows of what was typed begin at their first, wherever those before were left', async () => {
    const worker = await openList();
    await press('ArrowDown');
    await type('i');
    await press('ArrowDown');
    expect(activeText()).toContain('Initech');
    await worker.finds('i', 'Initech', 'Inter', 'Iona');
    expect(activeText()).toContain('Initech');
    expect(screen.getByRole('listbox').getAttribute('aria-busy')).not.toBe('true');
  });

  it('Enter takes the row that a person went to since', async () => {
    await openList();
    await type('i');
    await press('ArrowDown');
    await press('Enter');
    expect(launched()).toEqual(['Globex']);
  });

  it('where the search fails, Enter takes nothing, now or later', async () => {
    const worker = await openList();
    await type('init');
    await press('Enter');
    await worker.fails('init');
    await press('Enter');
    click('Try again');
    await vi.waitFor(() => expect(askedOf('credentials.search')).toHaveLength(3));
    await worker.finds('init', 'Initech');
    expect(launched()).toEqual([]);
    await press('Enter');
    expect(launched()).toEqual(['Initech']);
  });
});
