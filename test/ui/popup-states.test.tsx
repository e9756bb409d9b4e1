import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noMarks } from '../../src/domain/marks.ts';
import { fail, ok } from '../../src/domain/result.ts';
import { Popup } from '../../src/popup/popup.tsx';
import { absent, askedOf, fakeBrowser, locked, unlocked, worker } from './fake-worker.ts';
import { click, openPopup, pass, press, search, setScene, type } from './popup-scene.tsx';
import { acmePortal, fetched, globexFirewall, globexOne } from './scene.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-worker.ts')).fakeBrowser }));

const field = () => screen.findByLabelText<HTMLInputElement>('Passphrase');

async function unlock(): Promise<void> {
  fireEvent.input(await field(), { target: { value: 'correct horse battery' } });
  fireEvent.submit((await field()).closest('form') as HTMLFormElement);
  await screen.findByRole('combobox');
}

/** The worker says that the vault was locked meanwhile, until it is unlocked. */
function lockMeanwhile(): void {
  worker.answers['vault.status'] = () => ok(locked);
  worker.answers['vault.unlock'] = () => ok(unlocked);
}

describe('the popup', () => {
  beforeEach(() => {
    setScene();
    vi.spyOn(window, 'close').mockImplementation(() => undefined);
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('without a vault leads to options', async () => {
    worker.answers['vault.status'] = () => ok(absent);
    render(<Popup />);
    fireEvent.click(await screen.findByRole('button', { name: 'Set up Linked Vault' }));
    expect(fakeBrowser.runtime.openOptionsPage).toHaveBeenCalledTimes(1);
    expect(askedOf('entries.list')).toEqual([]);
  });

  it('locked: asks for the passphrase with the focus in its field, and for nothing else', async () => {
    lockMeanwhile();
    render(<Popup />);
    const passphrase = await field();
    expect(document.activeElement).toBe(passphrase);
    expect(worker.asked.map(({ command }) => command)).toEqual(['vault.status']);
    await unlock();
    screen.getByText('Acme portal');
  });

  it('says why IT Glue could not be asked, and tries the same again', async () => {
    setScene({
      front: { origin: globexFirewall.origin, sessions: [globexFirewall.id] },
      entries: [globexFirewall, globexOne],
      answers: { 'page.fill': () => fail({ code: 'rate-limited', waitSeconds: 45 }) },
    });
    await openPopup();
    press('Enter');
    await screen.findByText(/Try again in 45 seconds/);
    const end = { outcome: { kind: 'filled', roles: ['password'], more: false } } as const;
    worker.answers['page.fill'] = () => ok({ end, entryName: 'Globex firewall', at: Date.now() });
    click('Try again');
    await screen.findByText(/Filled password/);
    expect(new Set(askedOf('page.fill').map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it('says that the page did not answer and what to do about it, and fills again', async () => {
    setScene({
      front: { origin: globexFirewall.origin, sessions: [globexFirewall.id] },
      entries: [globexFirewall, globexOne],
    });
    worker.answers['page.fill'] = () =>
      ok({ end: { failure: { code: 'page-silent' } }, entryName: 'Globex firewall', at: Date.now() });
    await openPopup();
    press('Enter');
    await screen.findByText(/The page did not answer\./);
    screen.getByText(/Close any message that the page shows, or reload it, and fill again\./);
    const end = { outcome: { kind: 'filled', roles: ['password'], more: false } } as const;
    worker.answers['page.fill'] = () => ok({ end, entryName: 'Globex firewall', at: Date.now() });
    click('Try again');
    await screen.findByText(/Filled password/);
  });

  it('names no key that leads nowhere', async () => {
    setScene({ entries: [] });
    await openPopup();
    await screen.findByText(/No entries yet/);
    expect(document.querySelector('kbd')).toBeNull();
  });

  it('sends a technician who may see nothing to the administrator, not to a form that is not theirs', async () => {
    setScene({ entries: [] });
    worker.answers['vault.status'] = () => ok({ ...unlocked, role: 'technician' });
    await openPopup();
    await screen.findByText('No entry allows you to see it yet. Ask your administrator.');
    expect(screen.queryByRole('button', { name: 'Add entries' })).toBeNull();
  });

  it('says why the vault cannot be read, and tries again', async () => {
    worker.answers['vault.status'] = () => fail({ code: 'interrupted' });
    render(<Popup />);
    await screen.findByText(/stopped Linked Vault/);
    worker.answers['vault.status'] = () => ok(unlocked);
    click('Try again');
    await screen.findByText('Acme portal');
  });

  it('asks for status first, then entries and the page in front, once each', async () => {
    await openPopup();
    const asked = worker.asked.map(({ command }) => command);
    const first = ['vault.status', 'entries.list', 'page.front'];
    expect(asked.slice(0, 3)).toEqual(first);
    expect(asked.slice(3).filter((command) => first.includes(command))).toEqual([]);
  });

  it('names the page in front, or says that it is none', async () => {
    await openPopup();
    screen.getByText('https://portal.acme.example');
    cleanup();
    setScene({ front: { origin: null, tabId: null, sessions: [] } });
    await openPopup();
    screen.getByText('Not a web page');
  });

  it('tells a technician of the role', async () => {
    worker.answers['vault.status'] = () => ok({ ...unlocked, role: 'technician' });
    await openPopup();
    screen.getByText('Technician');
  });

  it('locks on the button', async () => {
    worker.answers['vault.lock'] = () => ok(locked);
    await openPopup();
    click('Lock');
    await field();
    expect(screen.queryByText('Acme portal')).toBeNull();
  });

  it('asks for the status again when the vault is due to lock', async () => {
    vi.useFakeTimers();
    worker.answers['vault.status'] = () => ok({ ...unlocked, lockAt: Date.now() + 60_000 });
    render(<Popup />);
    await pass(200);
    screen.getByText('Acme portal');
    worker.answers['vault.status'] = () => ok(locked);
    await pass(61_000);
    screen.getByLabelText('Passphrase');
    expect(screen.queryByText('Acme portal')).toBeNull();
  });

  it('locked meanwhile: leads to the unlock view and back to where the person was, with what was typed', async () => {
    await openPopup();
    type('portal');
    lockMeanwhile();
    worker.answers['credentials.list'] = () => fail({ code: 'locked' });
    press('Enter');
    await field();
    worker.answers['credentials.list'] = () => ok(fetched([]));
    await unlock();
    await screen.findByRole('heading', { name: 'IT Glue credentials list' });
    press('Escape');
    await waitFor(() => expect(search().value).toBe('portal'));
  });

  it('a fill that found the vault locked on its way leads to the unlock view', async () => {
    const end = { failure: { code: 'locked' } } as const;
    setScene({
      entries: [{ ...acmePortal, credentialEntryId: globexOne.id }, globexOne],
      answers: { 'page.fill': () => ok({ end, entryName: 'Acme portal', at: 1 }) },
    });
    await openPopup();
    lockMeanwhile();
    press('Enter');
    await unlock();
    screen.getByText('Acme portal');
  });

  it('names damaged records and leads to options', async () => {
    const damaged = [{ kind: 'entry', id: 'e-17', reason: 'tampered' }] as const;
    worker.answers['entries.list'] = () =>
      ok({ entries: [], deleted: [], damaged, marks: noMarks, folders: [], deletedFolders: [] });
    await openPopup();
    screen.getByText(/entry e-17 was changed or damaged on disk/);
    click('Open options');
    expect(fakeBrowser.runtime.openOptionsPage).toHaveBeenCalledTimes(1);
  });
});
