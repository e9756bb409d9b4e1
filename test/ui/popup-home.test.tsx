import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import { noPermissions } from '../../src/domain/permission.ts';
import { fail, ok } from '../../src/domain/result.ts';
import { askedOf, fakeBrowser, worker } from './fake-worker.ts';
import { activeText, click, openPopup, press, reopenPopup, search, setScene, type } from './popup-scene.tsx';
import { acmePortal, acmePrompt, entries, globexFirewall, globexOne } from './scene.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-worker.ts')).fakeBrowser }));

const filled = { outcome: { kind: 'filled', roles: ['username', 'password'], more: false } } as const;

describe('the list of entries', () => {
  beforeEach(() => {
    setScene({ answers: { 'session.launch': () => ok({ tabId: 8 }) } });
    vi.spyOn(window, 'close').mockImplementation(() => undefined);
  });
  afterEach(cleanup);

  it('has the focus in the search field, and what fits this page first', async () => {
    await openPopup();
    expect(document.activeElement).toBe(search());
    const groups = screen.getAllByRole('columnheader').map((heading) => heading.textContent);
    expect(groups).toEqual(['For this page', 'Website sessions', 'Credential entries']);
    expect(activeText()).toContain('Acme portal');
  });

  it('names the folder where that says more than the organization, and finds by every folder around', async () => {
    const place = {
      rev: 1,
      permissions: null,
      credentialEntryId: null,
      deletedAt: null,
      gives: noPermissions,
    } as const;
    const acme = { ...place, id: asId<'folder'>('f-acme'), name: 'Acme Manufacturing', parentId: null };
    const plant = { ...place, id: asId<'folder'>('f-plant'), name: 'Plant Ulm', parentId: acme.id };
    setScene({
      entries: [
        { ...acmePortal, folderId: plant.id },
        { ...acmePrompt, folderId: acme.id },
      ],
      folders: [acme, plant],
    });
    await openPopup();
    expect(screen.getByText('Acme portal').closest('[role=row]')?.textContent).toContain('Plant Ulm');
    type('ulm manufacturing');
    expect(activeText()).toContain('Acme portal');
    expect(screen.queryByText('Acme passwords')).toBeNull();
  });

  it('finds by every word in name, host or organization', async () => {
    await openPopup();
    type('8443 GLOBEX');
    expect(screen.getAllByRole('button', { name: /^Launch|^Fill/ })).toHaveLength(1);
    expect(activeText()).toContain('Globex firewall');
    type('sso.acme');
    expect(activeText()).toContain('Acme portal');
    type('globex nonsense');
    screen.getByText('No entry holds all of “globex nonsense”.');
  });

  it('launches what was found by Enter, with the right id and no password of its own', async () => {
    await openPopup();
    type('firewall');
    press('Enter');
    await screen.findByText('Opened https://10.0.0.1:8443.');
    expect(askedOf('session.launch')).toEqual([{ entryId: globexFirewall.id, passwordId: null }]);
  });

  it('warns before another client’s credential goes into a tab, and fills it once that is meant', async () => {
    let asked = 0;
    setScene({
      front: { sessions: [globexFirewall.id], origin: globexFirewall.origin },
      answers: {
        'page.fill': () => {
          asked += 1;
          if (asked === 1) return fail({ code: 'other-client', organizationName: 'Initech', by: 'tab' });
          return ok({ end: filled, entryName: 'Globex firewall', at: Date.now() });
        },
      },
    });
    await openPopup();
    press('Enter');
    await screen.findByText(/This tab works for Initech/);
    click('Fill anyway');
    await screen.findByText(/Filled user name and password/);
    expect(askedOf('page.fill')).toEqual([
      { entryId: globexFirewall.id, passwordId: null, tabId: 7 },
      { entryId: globexFirewall.id, passwordId: null, tabId: 7, otherClient: true },
    ]);
  });

  it('opens one tab however often Enter is pressed', async () => {
    await openPopup();
    type('firewall');
    press('Enter');
    press('Enter');
    await screen.findByText('Opened https://10.0.0.1:8443.');
    expect(askedOf('session.launch')).toHaveLength(1);
  });

  it('does not launch anything by Enter before something was typed or chosen', async () => {
    setScene({ front: { sessions: [], origin: 'https://other.example' } });
    await openPopup();
    expect(activeText()).toBeNull();
    press('Enter');
    expect(askedOf('session.launch')).toEqual([]);
    press('ArrowDown');
    expect(activeText()).toContain('Acme portal');
  });

  it('fills the page in front and says how it ended', async () => {
    const session = { ...acmePortal, credentialEntryId: globexOne.id };
    setScene({
      entries: [session, globexOne],
      answers: { 'page.fill': () => ok({ end: filled, entryName: 'Acme portal', at: Date.now() }) },
    });
    await openPopup();
    press('Enter');
    await screen.findByText('Filled user name and password.');
    expect(askedOf('page.fill')).toEqual([{ entryId: acmePortal.id, passwordId: null, tabId: 7 }]);
  });

  it.each([
    [() => ok({ end: { outcome: { kind: 'absent' } as const }, entryName: '', at: 1 }), /No login form was found/],
    [() => fail({ code: 'no-password-access' } as const), /no Password Access/],
  ])('says why nothing was filled (%#)', async (answer, sentence) => {
    const session = { ...acmePortal, credentialEntryId: globexOne.id };
    setScene({ entries: [session, globexOne], answers: { 'page.fill': answer } });
    await openPopup();
    click('Fill Acme portal');
    await screen.findByText(sentence);
  });

  it('on a page that matches no session there is nothing to fill, reveal or copy', async () => {
    setScene({ front: { sessions: [], origin: 'https://evil.example' } });
    await openPopup();
    expect(screen.queryAllByRole('button', { name: /fill|reveal|copy/i })).toEqual([]);
  });

  it('leads to options for site access, naming the origin', async () => {
    const session = { ...globexFirewall, missingSites: [globexFirewall.origin] };
    setScene({ entries: [session, globexOne], front: { sessions: [] } });
    await openPopup();
    click('Allow access to https://10.0.0.1:8443');
    const url = 'extension://id/src/options/index.html#/session/s-firewall';
    await waitFor(() => expect(fakeBrowser.tabs.create).toHaveBeenCalledWith({ url }));
    expect(askedOf('session.launch')).toEqual([]);
  });

  it('leads to options for a session that is not linked', async () => {
    setScene({ entries: [{ ...globexFirewall, credentialEntryId: null }], front: { sessions: [] } });
    await openPopup();
    screen.getByText('not linked to a credential entry');
    click('Link Globex firewall');
    await waitFor(() => expect(fakeBrowser.tabs.create).toHaveBeenCalledTimes(1));
  });

  it('takes what is typed while a button has the focus', async () => {
    await openPopup();
    screen.getByRole('button', { name: 'Options' }).focus();
    press('g');
    expect(document.activeElement).toBe(search());
  });

  it('Escape clears what was typed', async () => {
    await openPopup();
    type('firewall');
    press('Escape');
    expect(search().value).toBe('');
  });

  it('keeps the search over closing, and forgets it after a launch', async () => {
    await openPopup();
    type('firewall');
    await reopenPopup();
    expect(search().value).toBe('firewall');
    press('Enter');
    await screen.findByText('Opened https://10.0.0.1:8443.');
    await reopenPopup();
    expect(search().value).toBe('');
  });

  it('works without session memory', async () => {
    fakeBrowser.storage.session.get.mockRejectedValueOnce(new Error('unavailable'));
    fakeBrowser.storage.session.set.mockRejectedValue(new Error('unavailable'));
    await openPopup();
    type('firewall');
    expect(activeText()).toContain('Globex firewall');
    fakeBrowser.storage.session.set.mockReset();
  });

  it('shows how the last fill of this page ended, but not that it waited for the popup', async () => {
    const at = Date.now() - 125_000;
    setScene({ front: { lastOutcome: { end: { outcome: { kind: 'absent' } }, entryName: 'Acme portal', at } } });
    await openPopup();
    screen.getByText(/No login form was found/);
    screen.getByText('2 min ago');
    cleanup();
    setScene({ front: { lastOutcome: { end: { failure: { code: 'locked' } }, entryName: '', at } } });
    await openPopup();
    expect(screen.queryByText('The vault is locked.')).toBeNull();
  });

  it('does not come back to an earlier end once something was done', async () => {
    const lastOutcome = { end: { outcome: { kind: 'absent' } }, entryName: 'Acme portal', at: 1 } as const;
    setScene({ front: { lastOutcome }, answers: { 'session.launch': () => ok({ tabId: 8 }) } });
    await openPopup();
    type('firewall');
    press('Enter');
    await screen.findByText('Opened https://10.0.0.1:8443.');
    click('Show Globex firewall admin');
    fireEvent.click(await screen.findByRole('button', { name: 'Back' }));
    await screen.findByText('For this page');
    expect(screen.queryByText(/No login form was found/)).toBeNull();
  });

  it('forgets the search at once on a launch, since the opened tab closes the popup before the answer', async () => {
    worker.answers['session.launch'] = () => new Promise(() => undefined);
    await openPopup();
    type('firewall');
    press('Enter');
    await reopenPopup();
    expect(search().value).toBe('');
  });

  it('keeps the search when nothing was opened', async () => {
    worker.answers['session.launch'] = () => fail({ code: 'offline' });
    await openPopup();
    type('firewall');
    press('Enter');
    await screen.findByText(/cannot be reached/);
    await reopenPopup();
    expect(search().value).toBe('firewall');
  });

  it('puts few of many entries into the document and reaches the last', async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({
      ...globexFirewall,
      id: asId<'entry'>(`s-${index}`),
      name: `Session ${String(index).padStart(3, '0')}`,
    }));
    setScene({ entries: [...many, globexOne], front: { sessions: [] } });
    worker.answers['session.launch'] = () => ok({ tabId: 8 });
    await openPopup();
    expect(screen.getAllByRole('button', { name: /^Launch/ }).length).toBeLessThan(60);
    type('499');
    press('Enter');
    await waitFor(() => expect(askedOf('session.launch')).toEqual([{ entryId: 's-499', passwordId: null }]));
  });

  it('every action is a button that Tab reaches', async () => {
    await openPopup();
    const buttons = ['Lock', 'Options', 'Fill Acme portal', 'Launch Acme portal', 'Launch Globex firewall'];
    for (const name of [...buttons, 'Open list Acme passwords', 'Show Globex firewall admin'])
      expect(screen.getByRole('button', { name }).tabIndex).toBe(0);
    fireEvent.focusIn(screen.getByRole('button', { name: 'Launch Globex firewall' }));
    await waitFor(() => expect(activeText()).toContain('Globex firewall'));
    expect(entries).toHaveLength(4);
  });
});
