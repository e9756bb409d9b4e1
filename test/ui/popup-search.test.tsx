import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import type { IndexState } from '../../src/domain/index-state.ts';
import { fail, ok } from '../../src/domain/result.ts';
import type { IndexHit } from '../../src/domain/search/index-hit.ts';
import { indexAgeText } from '../../src/ui/index-age-text.ts';
import { askedOf, fakeBrowser, searchesAsked } from './fake-worker.ts';
import { activeText, click, openPopup, press, setScene, type } from './popup-scene.tsx';
import { acmePortal, acmePrompt, fetched, foundNothing, globexFirewall, globexOne, hit, password } from './scene.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-worker.ts')).fakeBrowser }));

const filled = { outcome: { kind: 'filled', roles: ['username', 'password'], more: false } } as const;
const found = (...hits: readonly IndexHit[]) => ({
  'index.search': () => ok({ ...foundNothing, hits, total: hits.length }),
  'page.fill': () => ok({ end: filled, entryName: 'Acme portal', at: Date.now() }),
  'session.launch': () => ok({ tabId: 8 }),
  'credentials.list': () => ok(fetched(hits.map(({ summary }) => summary))),
});

describe('what IT Glue has, below the entries', () => {
  beforeEach(() => {
    vi.spyOn(window, 'close').mockImplementation(() => undefined);
  });
  afterEach(cleanup);

  it('is searched for the page in front and its client', async () => {
    setScene({ answers: found() });
    await openPopup();
    type('switch 12');
    await vi.waitFor(() => expect(searchesAsked()).toHaveLength(1));
    expect(searchesAsked()[0]).toMatchObject({
      query: 'switch 12',
      origin: 'https://portal.acme.example',
      organizationId: acmePrompt.organizationId,
    });
  });

  it('has its index opened before anything is typed, and is then asked once for each key', async () => {
    setScene({ answers: found(hit(password('p-1', { name: 'Zyxel core' }))) });
    await openPopup();
    await vi.waitFor(() => expect(askedOf('index.search')).toMatchObject([{ query: '', limit: 1 }]));
    type('z');
    await screen.findByText('In IT Glue');
    type('zy');
    await vi.waitFor(() => expect(searchesAsked()).toMatchObject([{ query: 'z' }, { query: 'zy' }]));
  });

  it('is not asked for nothing', async () => {
    setScene({ answers: found() });
    await openPopup();
    type('   ');
    expect(searchesAsked()).toEqual([]);
  });

  it('fills the page in front by Enter with the very record, through the entry that prompts', async () => {
    setScene({ answers: found(hit(password('p-1', { name: 'Zyxel core' }))) });
    await openPopup();
    type('zyxel');
    await screen.findByText('In IT Glue');
    expect(activeText()).toContain('Zyxel core');
    press('Enter');
    await screen.findByText(/Filled user name and password/);
    expect(askedOf('page.fill')).toEqual([{ entryId: acmePortal.id, passwordId: 'p-1', tabId: 7 }]);
  });

  it('does not fill a record of another site into the page in front', async () => {
    setScene({ answers: found(hit(password('p-1', { name: 'Zyxel core', url: 'https://10.9.9.9/' }))) });
    await openPopup();
    type('zyxel');
    await screen.findByText('In IT Glue');
    expect(screen.queryByRole('button', { name: /^Fill Zyxel/ })).toBeNull();
    screen.getByRole('button', { name: /^Show Zyxel/ });
  });

  it('fills it where the record’s address is of this page', async () => {
    const row = password('p-1', { name: 'Zyxel core', url: 'https://portal.acme.example/admin' });
    setScene({ answers: found(hit(row, { why: [{ because: 'same-address' }] })) });
    await openPopup();
    type('zyxel');
    await screen.findByRole('button', { name: /^Fill Zyxel/ });
  });

  it('launches the session that opens the record’s own address', async () => {
    const row = password('p-9', { name: 'FW01 - admin', url: 'https://10.0.0.1:8443/' });
    setScene({ answers: found(hit(row, { entryIds: [globexOne.id] })), front: { sessions: [] } });
    await openPopup();
    type('fw01');
    await screen.findByText('In IT Glue');
    click(/^Launch FW01/);
    await vi.waitFor(() =>
      expect(askedOf('session.launch')).toEqual([{ entryId: globexFirewall.id, passwordId: null }]),
    );
  });

  it('shows a record that no session uses', async () => {
    setScene({ answers: found(hit(password('p-5', { name: 'Printer pin' }))), front: { sessions: [] } });
    await openPopup();
    type('printer');
    await screen.findByText('In IT Glue');
    click(/^Show Printer pin/);
    await screen.findByRole('heading', { name: /Acme passwords/ });
  });

  it('leads to a new entry where none covers the record', async () => {
    setScene({ answers: found(hit(password('p-5', { name: 'Lonely' }), { entryIds: [] })) });
    await openPopup();
    type('lonely');
    await screen.findByText('In IT Glue');
    click(/^Add entry Lonely/);
    await vi.waitFor(() =>
      expect(fakeBrowser.tabs.create).toHaveBeenCalledWith({
        url: expect.stringMatching(/#\/credential\/new\/k\/o-acme\/p-5$/),
      }),
    );
    expect(askedOf('page.fill')).toEqual([]);
  });

  it('refuses a vaulted record with the reason', async () => {
    setScene({ answers: found(hit(password('p-1', { name: 'Sealed one', vaulted: true }))) });
    await openPopup();
    type('sealed');
    await screen.findByText('In IT Glue');
    press('Enter');
    await screen.findByText(/in an IT Glue vault/);
    expect(askedOf('page.fill')).toEqual([]);
  });

  it('says why a record stands where it does, and offers to complete a filter', async () => {
    const why = [{ because: 'same-host' }] as const;
    setScene({
      answers: {
        ...found(hit(password('p-1', { name: 'Zyxel core' }), { why })),
        'index.search': () =>
          ok({
            ...foundNothing,
            hits: [hit(password('p-1', { name: 'Zyxel core' }), { why })],
            total: 1,
            completions: [{ typed: 'org:"Acme Manufacturing" ', label: 'Acme Manufacturing', filter: 'org' }],
          }),
      },
    });
    await openPopup();
    type('org:ac');
    await screen.findByText('this host');
    // The same pasted over itself draws nothing: its answer is left over, and is no answer to what comes next.
    type('org:ac');
    click('Acme Manufacturing');
    await vi.waitFor(() => expect(searchesAsked().at(-1)).toMatchObject({ query: 'org:"Acme Manufacturing" ' }));
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('org:"Acme Manufacturing" ');
  });

  it('leaves the entries alone when the index cannot be read', async () => {
    setScene({ answers: { 'index.search': () => fail({ code: 'storage-failed' }) } });
    await openPopup();
    type('globex');
    await vi.waitFor(() => expect(searchesAsked()).toHaveLength(1));
    expect(activeText()).toContain('Globex firewall');
  });
});

describe('how fresh it is', () => {
  const state: IndexState = {
    apiKeyId: asId('k'),
    coverage: 'complete',
    passwords: 10,
    organizations: 1,
    excluded: [],
    syncing: null,
    syncedAt: 1_000_000,
    fullSyncedAt: 1_000_000,
    waitSeconds: 0,
    requestsSent: 0,
    failure: null,
  };
  it.each<[string, Partial<IndexState>, string]>([
    ['fresh', {}, 'Synced 3 min ago'],
    ['in part', { coverage: 'partial' }, 'Synced 3 min ago, in part'],
    ['never', { syncedAt: null, coverage: 'none' }, 'IT Glue was not read yet'],
    ['being read', { syncing: { pages: 4, ofPages: 20 } }, 'Reading IT Glue: page 4 of 20…'],
    ['of unknown length', { syncing: { pages: 4, ofPages: null } }, 'Reading IT Glue: page 4…'],
    ['waiting', { syncing: { pages: 4, ofPages: 20 }, waitSeconds: 30 }, 'Reading IT Glue goes on in 30 s'],
  ])('%s', (_name, change, text) => {
    expect(indexAgeText([{ ...state, ...change }], 1_000_000 + 3 * 60_000)).toBe(text);
  });

  it('names the last failure beside the age', () => {
    expect(indexAgeText([{ ...state, failure: { code: 'offline' } }], 1_000_000)).toMatch(/^Synced just now\. .+/);
  });

  it('is read anew by Refresh', async () => {
    setScene({
      answers: {
        'index.state': () => ok([state]),
        'index.sync': () => ok([{ ...state, syncing: { pages: 1, ofPages: 2 } }]),
      },
    });
    await openPopup();
    await screen.findByText(/^Synced/);
    click('Read what is new in IT Glue');
    await screen.findByText('Reading IT Glue: page 1 of 2…');
    expect(askedOf('index.sync')).toEqual([{ apiKeyId: null, full: false }]);
    cleanup();
  });
});

describe('what is typed', () => {
  afterEach(cleanup);
  const sessions = ['Apportal', 'Portal A', 'Portal B', 'Portal C'].map((name, at) => ({
    ...globexFirewall,
    id: asId<'entry'>(`s-${at}`),
    name,
  }));
  const [apportal, , b, c] = sessions.map(({ id }) => id);
  const nameInFront = () => activeText()?.match(/Apportal|Portal ./)?.[0];

  it('puts first what begins so, of that what was used last, then what has a star; the pinned client before all', async () => {
    const marks = { recents: [apportal, c].flatMap((id) => id ?? []), favourites: [b].flatMap((id) => id ?? []) };
    const all = [...sessions, globexOne];
    setScene({ entries: all, marks, front: { origin: null, sessions: [] }, answers: found() });
    await openPopup();
    type('p');
    const order = () =>
      screen.getAllByRole('row').flatMap((row) => row.textContent?.match(/Apportal|Portal ./)?.[0] ?? []);
    expect(nameInFront()).toBe('Portal C');
    expect(order()).toEqual(['Portal C', 'Portal B', 'Portal A', 'Apportal']);
    cleanup();
    const theirs = { ...acmePortal, id: asId<'entry'>('s-theirs'), name: 'Apportal of Acme' };
    const { organizationId, organizationName } = acmePrompt;
    const workingFor = { organizationId, organizationName, by: 'window' as const };
    setScene({
      entries: [...all, theirs, acmePrompt],
      marks,
      front: { origin: null, sessions: [], workingFor },
      answers: found(),
    });
    await openPopup();
    type('p');
    expect(activeText()).toContain('Apportal of Acme');
  });
});
