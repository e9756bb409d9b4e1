import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import { fail, ok } from '../../src/domain/result.ts';
import type { RemoteEntryView } from '../../src/messaging/contract.ts';
import { askedOf, worker } from './fake-worker.ts';
import { activeText, click, openPopup, press, reopenPopup, search, setScene, type } from './popup-scene.tsx';
import { acmePortal, acmePrompt, fetched, front, password } from './scene.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-worker.ts')).fakeBrowser }));

const rows = [
  password('1', { name: 'AAA mailbox' }),
  password('2', { name: 'Portal admin', url: 'https://portal.acme.example/login', username: 'admin@acme.example' }),
  password('3', { name: 'HOST1 - Bitlocker Key' }),
  password('4', { name: 'Vaulted root', vaulted: true }),
  password('5', { name: 'Old', archived: true }),
];
const filled = { outcome: { kind: 'filled', roles: ['username', 'password'], more: false } } as const;
const title = () => screen.findByRole('heading', { name: 'IT Glue credentials list' });
const options = () => screen.getAllByRole('option').map((option) => option.querySelector('bdi')?.textContent);

async function openList(): Promise<void> {
  await openPopup();
  click('Fill Acme portal');
  await screen.findByRole('listbox');
}

describe('the IT Glue credentials list', () => {
  beforeEach(() => {
    setScene({
      answers: {
        'credentials.list': () => ok(fetched(rows)),
        'page.fill': () => ok({ end: filled, entryName: 'Acme portal', at: Date.now() }),
        'session.launch': () => ok({ tabId: 8 }),
      },
    });
  });
  afterEach(cleanup);

  it('comes before a launch: nothing is opened, filled or revealed until something is chosen', async () => {
    await openPopup();
    click('Launch Acme portal');
    await screen.findByRole('listbox');
    expect(askedOf('credentials.list')).toEqual([{ entryId: acmePrompt.id, refresh: false }]);
    expect(askedOf('session.launch')).toEqual([]);
    expect(askedOf('credential.reveal')).toEqual([]);
    type('mailbox');
    press('Enter');
    await screen.findByText('Opened https://portal.acme.example.');
    expect(askedOf('session.launch')).toEqual([{ entryId: acmePortal.id, passwordId: '1' }]);
  });

  it('names the organization and the site, ranks for it and marks it', async () => {
    await openList();
    await title();
    screen.getByText('Acme Manufacturing');
    screen.getByText(/^Fills/);
    expect(options()).toEqual(['Portal admin', 'AAA mailbox', 'HOST1 - Bitlocker Key', 'Vaulted root']);
    expect(screen.getByText('this site').closest('[role="option"]')?.textContent).toContain('Portal admin');
    expect(document.activeElement).toBe(search());
  });

  it('fills with what Enter chooses', async () => {
    await openList();
    press('ArrowDown');
    expect(activeText()).toContain('AAA mailbox');
    press('ArrowUp');
    press('Enter');
    await screen.findByText('Filled user name and password.');
    expect(askedOf('page.fill')).toEqual([{ entryId: acmePortal.id, passwordId: '2', tabId: 7 }]);
  });

  it('chooses by the pointer', async () => {
    await openList();
    fireEvent.click(screen.getByText('AAA mailbox'));
    await waitFor(() => expect(askedOf('page.fill')).toHaveLength(1));
  });

  it('stays with what was typed and says why a fill was refused', async () => {
    const refused = { outcome: { kind: 'refused', reason: 'form-sends-elsewhere' } } as const;
    worker.answers['page.fill'] = () => ok({ end: refused, entryName: 'Acme portal', at: 1 });
    await openList();
    type('portal');
    press('Enter');
    await screen.findByText(/send the password to another site/);
    expect(search().value).toBe('portal');
  });

  it('does not even try a vaulted password', async () => {
    await openList();
    type('vaulted');
    press('Enter');
    await screen.findByText(/which no API key can open/);
    expect(askedOf('page.fill')).toEqual([]);
  });

  it('tells the age, and refreshes', async () => {
    await openList();
    screen.getByText(/fetched 2 min ago/);
    click('Refresh');
    await waitFor(() => expect(askedOf('credentials.list')).toContainEqual({ entryId: acmePrompt.id, refresh: true }));
  });

  it('keeps the older list when a refresh fails', async () => {
    await openList();
    worker.answers['credentials.list'] = () => fail({ code: 'rate-limited', waitSeconds: 45 });
    click('Refresh');
    await screen.findByText(/45 seconds/);
    expect(options()).toContain('Portal admin');
  });

  it('warns of a list that is not complete', async () => {
    worker.answers['credentials.list'] = () => ok(fetched(rows, { complete: false }));
    await openList();
    screen.getByText(/not complete/);
  });

  it.each([
    [[], '', 'The API key sees no passwords in this organization.'],
    [[password('5', { archived: true })], '', 'All passwords of this organization are archived.'],
    [rows, 'zzz', /No password holds all of “zzz”/],
  ])('says why it is empty (%#)', async (found, typed, sentence) => {
    worker.answers['credentials.list'] = () => ok(fetched(found));
    await openPopup();
    click('Fill Acme portal');
    await screen.findByText(/fetched/);
    type(typed);
    await screen.findByText(sentence);
  });

  it('says why it could not be read, and tries again', async () => {
    worker.answers['credentials.list'] = () => fail({ code: 'offline' });
    await openPopup();
    click('Fill Acme portal');
    await screen.findByText(/cannot be reached/);
    worker.answers['credentials.list'] = () => ok(fetched(rows));
    click('Try again');
    await screen.findByRole('listbox');
    expect(screen.queryByText(/cannot be reached/)).toBeNull();
  });

  it('opens at once when a right click asked for it', async () => {
    setScene({ front: { choosing: acmePortal.id }, answers: { 'credentials.list': () => ok(fetched(rows)) } });
    await openPopup();
    await title();
    screen.getByText(/^Fills/);
  });

  it('is still there, with what was typed, when the popup is opened again', async () => {
    await openList();
    type('mail');
    await reopenPopup();
    await title();
    expect(search().value).toBe('mail');
    expect(options()).toEqual(['AAA mailbox']);
  });

  it('launches instead of filling when another page is in front by now', async () => {
    await openList();
    worker.answers['page.front'] = () => ok(front({ tabId: 9, origin: 'https://other.example', sessions: [] }));
    await reopenPopup();
    await screen.findByText(/^Launches/);
    press('Enter');
    await waitFor(() => expect(askedOf('session.launch')).toHaveLength(1));
    expect(askedOf('page.fill')).toEqual([]);
  });

  it('stands where it was left, row and scrolling, be it of a website or of a remote session', async () => {
    const rdp: RemoteEntryView = {
      ...{ kind: 'remote', id: asId('r-1'), rev: 1, name: 'Acme DC', deletedAt: null, rights: acmePortal.rights },
      ...{ protocol: 'rdp', host: 'dc.acme.example', port: null, credentialEntryId: acmePrompt.id },
    };
    setScene({
      entries: [acmePortal, rdp, acmePrompt],
      answers: { 'credentials.list': () => ok(fetched(rows)) },
    });
    await openPopup();
    for (const opens of ['Fill Acme portal', 'Launch Acme DC', 'Open list Acme passwords']) {
      click(opens);
      const list = await screen.findByRole('listbox');
      press('ArrowDown');
      const left = activeText();
      expect(left).not.toBeNull();
      list.scrollTop = 50;
      fireEvent(list, new Event('scrollend'));
      await reopenPopup();
      const again = await screen.findByRole('listbox');
      expect({ opens, row: activeText(), top: again.scrollTop }).toEqual({ opens, row: left, top: 50 });
      press('Escape');
      await screen.findByText('For this page');
    }
  });

  it('Escape clears first, then goes back', async () => {
    await openList();
    type('mail');
    press('Escape');
    expect(search().value).toBe('');
    await title();
    press('Escape');
    await screen.findByText('For this page');
  });
});
