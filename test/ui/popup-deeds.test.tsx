import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../src/domain/result.ts';
import type { SessionEntryView } from '../../src/messaging/contract.ts';
import { askedOf, fakeBrowser, worker } from './fake-worker.ts';
import { activeText, click, openPopup, press, reopenPopup, search, setScene, type } from './popup-scene.tsx';
import { acmePortal, acmePrompt, globexFirewall, globexOne } from './scene.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-worker.ts')).fakeBrowser }));

const writeText = vi.fn(async (_text: string) => undefined);
const here = { origin: globexFirewall.origin, sessions: [globexFirewall.id] };
const code = { algorithm: 'SHA1', digits: 6, periodSeconds: 30, issuer: null } as const;
const headings = () => screen.queryAllByRole('columnheader').map((heading) => heading.textContent);
const items = () => screen.getAllByRole('menuitem').map((item) => item.getAttribute('aria-label'));

function key(letter: string, held: Partial<KeyboardEventInit> = {}): boolean {
  const target = document.activeElement ?? document.body;
  return fireEvent.keyDown(target, { key: letter, code: `Key${letter.toUpperCase()}`, ctrlKey: true, ...held });
}

/** Ctrl+Alt+C; with AltGr the browser says the same and one thing more. */
function pressAltC(altGr: boolean): void {
  const held = { code: 'KeyC', ctrlKey: true, altKey: true, bubbles: true, cancelable: true };
  const event = new KeyboardEvent('keydown', { key: altGr ? 'ć' : 'c', ...held });
  vi.spyOn(event, 'getModifierState').mockImplementation((name) => altGr && name === 'AltGraph');
  search().dispatchEvent(event);
}

beforeEach(() => {
  writeText.mockClear();
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  vi.spyOn(window, 'close').mockImplementation(() => undefined);
  setScene({
    front: here,
    entries: [globexFirewall, { ...globexOne, code }],
    answers: {
      'credential.reveal': () => ok({ password: 'Blue-42' }),
      'credential.code': () => ok({ code: '123456', validUntil: Date.now() + 9_000 }),
      'clipboard.clearLater': () => ok({ clearAt: Date.now() + 30_000 }),
    },
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('keys of the row in front', () => {
  it('Ctrl+C copies its user name, and says so', async () => {
    await openPopup();
    expect(key('c')).toBe(false);
    await screen.findByText('Globex firewall: User name copied.');
    expect(writeText.mock.calls).toEqual([['fw-admin']]);
    expect(document.activeElement).toBe(search());
  });

  it('Ctrl+C stays the browser’s where text is selected', async () => {
    await openPopup();
    type('globex');
    search().setSelectionRange(0, 6);
    expect(key('c')).toBe(true);
    expect(writeText).not.toHaveBeenCalled();
  });

  it('Ctrl+Shift+C copies its password, which is cleared again; Ctrl+Alt+C its one-time code', async () => {
    await openPopup();
    key('C', { shiftKey: true });
    await screen.findByText(/Globex firewall: Copied\. The clipboard is cleared in/);
    expect(askedOf('credential.reveal')).toEqual([{ entryId: globexOne.id, passwordId: null, purpose: 'copy' }]);
    pressAltC(false);
    await waitFor(() => expect(writeText.mock.calls).toEqual([['Blue-42'], ['123456']]));
  });

  it('AltGr is for typing', async () => {
    await openPopup();
    pressAltC(true);
    expect(askedOf('credential.code')).toEqual([]);
  });

  it('on a page of another site the password waits for the step that names its own (SR-10)', async () => {
    worker.answers['page.front'] = () =>
      ok({
        ...here,
        tabId: 7,
        origin: 'https://fw.example.evil',
        sessions: [],
        choosing: null,
        lastOutcome: null,
        workingFor: null,
        pinned: null,
        aim: null,
      });
    await openPopup();
    press('ArrowDown');
    key('C', { shiftKey: true });
    await screen.findByText('Reveal or copy it for 10.0.0.1:8443');
    expect(askedOf('credential.reveal')).toEqual([]);
    expect(writeText).not.toHaveBeenCalled();
  });

  it('of a list that always prompts, the password is chosen first', async () => {
    setScene({ entries: [acmePortal, acmePrompt], answers: { 'credentials.list': () => fail({ code: 'offline' }) } });
    await openPopup();
    key('C', { shiftKey: true });
    await screen.findByRole('heading', { name: 'IT Glue credentials list' });
    expect(askedOf('credential.reveal')).toEqual([]);
  });

  it('says what is not possible, and why nothing was copied', async () => {
    const noView = { view: true, viewPassword: false, edit: false };
    setScene({ front: here, entries: [globexFirewall, { ...globexOne, rights: noView }] });
    await openPopup();
    key('C', { shiftKey: true });
    await screen.findByText('Globex firewall: “Copy password” is not possible here.');
    writeText.mockRejectedValueOnce(new Error('no'));
    key('c');
    await screen.findByText('The browser did not let the clipboard be written.');
  });

  it('Ctrl+E opens the entry in options', async () => {
    await openPopup();
    key('e');
    expect(fakeBrowser.tabs.create).toHaveBeenCalledWith({
      url: `extension://id/src/options/index.html#/session/${globexFirewall.id}`,
    });
  });

  it('does nothing to a row that nobody chose', async () => {
    setScene({ front: { origin: 'https://other.example', sessions: [] } });
    await openPopup();
    key('c');
    await screen.findByText('Choose an entry first, with the arrow keys.');
    expect(writeText).not.toHaveBeenCalled();
  });
});

describe('a remote session of a pack', () => {
  it('is opened once its address was said to be right', async () => {
    const kind = { kind: 'remote', protocol: 'ssh', host: 'dc01.example', port: null } as const;
    const { id, rev, deletedAt, credentialEntryId, rights } = globexFirewall;
    const dc = { ...kind, id, rev, name: 'DC 01', deletedAt, credentialEntryId, rights };
    const way = { kind: 'link', address: 'ssh://dc01.example' } as const;
    let confirmed = false;
    setScene({
      entries: [dc, globexOne],
      answers: {
        'remote.handOver': () =>
          confirmed
            ? ok({ way, clearAt: 1, withheld: null })
            : fail({ code: 'origins-unconfirmed', origins: ['ssh://dc01.example'] }),
        'sessionEntry.confirmOrigins': () => {
          confirmed = true;
          return ok(dc);
        },
      },
    });
    const opened = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await openPopup();
    click('Launch DC 01');
    expect(await screen.findByText(/This session came in a pack .* at ssh:\/\/dc01\.example\./)).toBeTruthy();
    expect(opened).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText('This address is right'));
    expect(await screen.findByText(/The password is on the clipboard for 30 seconds/)).toBeTruthy();
    expect(askedOf('sessionEntry.confirmOrigins')).toEqual([{ entryId: dc.id, origins: ['ssh://dc01.example'] }]);
    expect(opened).toHaveBeenCalledTimes(1);
  });
});

describe('the menu of a row', () => {
  it('holds everything, moves by keys, and gives the focus back', async () => {
    await openPopup();
    key('k');
    await screen.findByRole('menu', { name: 'Actions of Globex firewall' });
    expect(items()).toEqual([
      'Fill',
      'Launch',
      'Copy user name',
      'Copy password',
      'Copy one-time code',
      'Show',
      'Add to favourites',
      'Edit',
    ]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Fill');
    press('End');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Edit'));
    press('ArrowDown');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Fill'));
    press('Escape');
    await waitFor(() => expect(document.activeElement).toBe(search()));
    expect(activeText()).toContain('Globex firewall');
  });

  it('opens by the button of the row and does what is chosen', async () => {
    await openPopup();
    click('More for Globex firewall admin');
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Copy user name' }));
    await screen.findByText('Globex firewall admin: User name copied.');
    expect(writeText.mock.calls).toEqual([['fw-admin']]);
  });

  it('shows a hostile name as text', async () => {
    const name = `<img src=x>\u202Eevil ${'x'.repeat(400)}`;
    setScene({ front: here, entries: [{ ...globexFirewall, name }, globexOne] });
    await openPopup();
    key('k');
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain('<img src=x>');
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('favourites and what was used last', () => {
  it('stand above the rest, each once, and give way to a search', async () => {
    const more = { ...globexFirewall, id: 's-more', name: 'Initech wiki' } as unknown as SessionEntryView;
    setScene({
      entries: [acmePortal, acmePrompt, globexFirewall, globexOne, more],
      marks: { favourites: [globexOne.id], recents: [more.id, globexOne.id, acmePortal.id] },
    });
    await openPopup();
    expect(headings()).toEqual(['For this page', 'Favourites', 'Used last', 'Website sessions', 'Credential entries']);
    expect(screen.getAllByText('Initech wiki')).toHaveLength(1);
    type('initech');
    expect(headings()).toEqual(['Website sessions']);
  });

  it('are given and taken in the menu', async () => {
    let favourites: readonly (typeof globexOne.id)[] = [];
    worker.answers['entry.favourite'] = ({ entryId, favourite }) => {
      favourites = favourite ? [entryId] : [];
      return ok({ favourite });
    };
    worker.answers['entries.list'] = () =>
      ok({
        entries: [globexFirewall, globexOne],
        deleted: [],
        damaged: [],
        marks: { favourites, recents: [] },
        folders: [],
        deletedFolders: [],
      });
    await openPopup();
    click('More for Globex firewall admin');
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Add to favourites' }));
    await screen.findByText('Globex firewall admin: added to favourites.');
    await waitFor(() => expect(headings()).toContain('Favourites'));
    click('More for Globex firewall admin');
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Remove from favourites' }));
    await waitFor(() => expect(headings()).not.toContain('Favourites'));
    expect(askedOf('entry.favourite')).toEqual([
      { entryId: globexOne.id, favourite: true },
      { entryId: globexOne.id, favourite: false },
    ]);
  });
});

describe('the row in front survives closing', () => {
  const onPage = (origin: string): void => {
    const nothing = { choosing: null, lastOutcome: null, workingFor: null, pinned: null, aim: null };
    worker.answers['page.front'] = () => ok({ tabId: 7, origin, sessions: [], ...nothing });
  };

  it('on the same page, not on another', async () => {
    onPage('https://one.example');
    await openPopup();
    press('ArrowDown');
    const row = activeText();
    expect(row).not.toBeNull();
    await reopenPopup();
    expect(activeText()).toBe(row);
    onPage('https://other.example');
    await reopenPopup();
    expect(activeText()).toBeNull();
  });

  it('but Enter means what is for the page, where something is', async () => {
    await openPopup();
    const own = activeText();
    expect(own).not.toBeNull();
    press('ArrowDown');
    expect(activeText()).toContain('Globex firewall admin');
    await reopenPopup();
    expect(activeText()).toBe(own);
  });

  it('with the list where it was scrolled to', async () => {
    await openPopup();
    const list = document.querySelector('.virtual-list');
    if (list === null) throw new Error('no list');
    list.scrollTop = 46;
    fireEvent(list, new Event('scrollend'));
    await reopenPopup();
    expect(document.querySelector('.virtual-list')?.scrollTop).toBe(46);
  });
});

describe('beside the page', () => {
  const listeners: (() => void)[] = [];
  const event = { addListener: (listener: () => void) => listeners.push(listener), removeListener: vi.fn() };
  beforeEach(() => {
    location.hash = '#panel';
    Object.assign(fakeBrowser.tabs, { onActivated: event, onUpdated: { ...event, addListener: vi.fn() } });
    Object.assign(fakeBrowser, { windows: { onFocusChanged: { ...event, addListener: vi.fn() } } });
  });
  afterEach(() => {
    location.hash = '';
    listeners.length = 0;
  });

  it('follows the tab in front, and stays after a launch', async () => {
    worker.answers['session.launch'] = () => ok({ tabId: 8 });
    await openPopup();
    expect(headings()).toContain('For this page');
    worker.answers['page.front'] = () =>
      ok({
        tabId: 9,
        origin: 'https://other.example',
        sessions: [],
        choosing: null,
        lastOutcome: null,
        workingFor: null,
        pinned: null,
        aim: null,
      });
    for (const listener of listeners) listener();
    await waitFor(() => expect(headings()).not.toContain('For this page'));
    expect(askedOf('entries.list')).toHaveLength(1);
    type('firewall');
    press('Enter');
    await screen.findByText(/^Opened https/);
    expect(window.close).not.toHaveBeenCalled();
  });

  it('asks in the click itself for the sites that are not allowed, where the page is none that is known', async () => {
    const request = vi.fn(async (_wanted: unknown) => false);
    Object.assign(fakeBrowser, { permissions: { request } });
    const missing = { ...globexFirewall, missingSites: [globexFirewall.origin] };
    setScene({ front: { origin: null, sessions: [] }, entries: [missing, globexOne] });
    await openPopup();
    click('Allow access');
    expect(request.mock.calls).toEqual([[{ origins: ['https://10.0.0.1/*'] }]]);
    await screen.findByText(/The browser did not allow it/);
    request.mockResolvedValue(true);
    const before = askedOf('entries.list').length;
    click('Allow access');
    await waitFor(() => expect(askedOf('entries.list')).toHaveLength(before + 1));
    cleanup();
    location.hash = '';
    await openPopup();
    expect(screen.queryByText(/not allowed yet/)).toBeNull();
  });
});
