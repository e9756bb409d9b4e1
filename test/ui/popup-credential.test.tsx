import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noMarks } from '../../src/domain/marks.ts';
import { fail, ok } from '../../src/domain/result.ts';
import { askedOf, sessionMemory, worker } from './fake-worker.ts';
import { click, openPopup, pass, press, reopenPopup, setScene } from './popup-scene.tsx';
import { acmePrompt, entries, fetched, front, globexFirewall, globexOne, password } from './scene.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-worker.ts')).fakeBrowser }));

const value = '  Tr0ub4dor & 3<b>';
const writeText = vi.fn(async (_text: string) => undefined);

async function openEntry(): Promise<void> {
  await openPopup();
  click('Show Globex firewall admin');
  await screen.findByRole('heading', { name: 'Globex firewall admin' });
}

/** Everything a person could read, including titles and field values. */
const readable = () => document.documentElement.outerHTML;

describe('a credential entry', () => {
  beforeEach(() => {
    setScene({
      front: { origin: 'https://10.0.0.1:8443' },
      answers: {
        'credential.reveal': () => ok({ password: value }),
        'clipboard.clearLater': () => ok({ clearAt: Date.now() + 30_000 }),
        'credentials.list': () => ok(fetched([password('1', { name: 'AAA mailbox' }), password('2')])),
      },
    });
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    writeText.mockClear();
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('shows what it is and on which hosts it is meant to be used, and asks for no value', async () => {
    await openEntry();
    for (const text of ['Globex', 'FW01 - admin', 'fw-admin']) screen.getByText(text);
    expect(screen.getAllByText('https://10.0.0.1:8443').length).toBeGreaterThan(0);
    expect(askedOf('credential.reveal')).toEqual([]);
  });

  it('SR-10: offers neither reveal nor copy over a page of another site, before a step that names the right one', async () => {
    worker.answers['page.front'] = () => ok(front({ origin: 'https://10.0.0.1.evil.example' }));
    await openEntry();
    expect(screen.queryByRole('button', { name: 'Reveal password' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Copy password' })).toBeNull();
    screen.getByText(/^The page in front is/);
    click('Reveal or copy it for 10.0.0.1:8443');
    click('Reveal password');
    await waitFor(() => expect(readable()).toContain('Tr0ub4dor'));
  });

  it('asks for no second step where no page is in front', async () => {
    worker.answers['page.front'] = () => ok(front({ origin: null }));
    await openEntry();
    screen.getByRole('button', { name: 'Reveal password' });
  });

  it('reveals the value as it is, character by character, and hides it on demand', async () => {
    await openEntry();
    click('Reveal password');
    const shown = await waitFor(() => {
      const code = document.querySelector('code');
      if (code === null) throw new Error('not revealed');
      return code;
    });
    expect(shown.textContent).toBe(value);
    expect(shown.querySelector('b')).toBeNull();
    expect(askedOf('credential.reveal')).toEqual([{ entryId: globexOne.id, passwordId: null, purpose: 'reveal' }]);
    click('Hide password');
    expect(readable()).not.toContain('Tr0ub4dor');
  });

  it('hides it again after 20 seconds', async () => {
    await openEntry();
    vi.useFakeTimers();
    click('Reveal password');
    await pass(5);
    await pass(19_000);
    expect(readable()).toContain('Tr0ub4dor');
    await pass(1_500);
    expect(readable()).not.toContain('Tr0ub4dor');
    screen.getByRole('button', { name: 'Reveal password' });
  });

  it('hides it when the person leaves the view or the popup, and keeps it nowhere', async () => {
    await openEntry();
    click('Reveal password');
    await waitFor(() => expect(readable()).toContain('Tr0ub4dor'));
    await act(() => void window.dispatchEvent(new Event('pagehide')));
    expect(readable()).not.toContain('Tr0ub4dor');
    click('Reveal password');
    await waitFor(() => expect(readable()).toContain('Tr0ub4dor'));
    click('Back');
    await screen.findByRole('combobox');
    expect(readable()).not.toContain('Tr0ub4dor');
    expect(JSON.stringify(sessionMemory)).not.toContain('Tr0ub4dor');
  });

  it('copies: asks for the value, has the clipboard cleared later, writes it, and says so', async () => {
    await openEntry();
    click('Copy password');
    await screen.findByText('Copied. The clipboard is cleared in 30 seconds.');
    expect(writeText).toHaveBeenCalledWith(value);
    expect(askedOf('credential.reveal')).toEqual([{ entryId: globexOne.id, passwordId: null, purpose: 'copy' }]);
    expect(askedOf('clipboard.clearLater')).toHaveLength(1);
    expect(readable()).not.toContain('Tr0ub4dor');
  });

  it('says when the browser did not let it copy', async () => {
    writeText.mockRejectedValueOnce(new Error('no focus'));
    await openEntry();
    click('Copy password');
    await screen.findByText(/did not let the clipboard be written/);
  });

  it('copies nothing whose clearing was not settled before', async () => {
    const written = writeText.mock.calls.length;
    worker.answers['clipboard.clearLater'] = () => fail({ code: 'interrupted' });
    await openEntry();
    click('Copy password');
    await screen.findByRole('alert');
    expect(writeText.mock.calls.length).toBe(written);
  });

  it('says why a value could not be had', async () => {
    worker.answers['credential.reveal'] = () => fail({ code: 'password-empty' });
    await openEntry();
    click('Reveal password');
    await screen.findByText(/has no value in IT Glue/);
  });

  it('copies the user name', async () => {
    await openEntry();
    click('Copy user name');
    await screen.findByText('User name copied.');
    expect(writeText).toHaveBeenCalledWith('fw-admin');
  });

  it('without View password there is neither reveal nor copy, and a line that says why', async () => {
    const veiled = { ...globexOne, rights: { ...globexOne.rights, viewPassword: false } };
    setScene({ entries: [globexFirewall, veiled] });
    await openEntry();
    expect(screen.queryByRole('button', { name: /reveal/i })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Copy password' })).toBeNull();
    screen.getByText(/does not allow View password/);
    screen.getByRole('button', { name: 'Copy user name' });
  });

  it('that always prompts has its list first, then the chosen password', async () => {
    worker.answers['page.front'] = () => ok(front());
    await openPopup();
    click('Open list Acme passwords');
    await screen.findByRole('listbox');
    expect(screen.queryByRole('button', { name: /reveal/i })).toBeNull();
    fireEvent.click(screen.getByText('AAA mailbox'));
    await screen.findByText('user-1');
    click('Reveal password');
    await waitFor(() =>
      expect(askedOf('credential.reveal')).toEqual([{ entryId: acmePrompt.id, passwordId: '1', purpose: 'reveal' }]),
    );
    press('Escape');
    await screen.findByRole('listbox');
  });

  it('is still open when the popup is opened again, its value hidden', async () => {
    await openEntry();
    click('Reveal password');
    await waitFor(() => expect(readable()).toContain('Tr0ub4dor'));
    await reopenPopup().catch(() => undefined);
    await screen.findByRole('heading', { name: 'Globex firewall admin' });
    expect(readable()).not.toContain('Tr0ub4dor');
  });

  it('that is gone meanwhile says so and leads back', async () => {
    await openEntry();
    worker.answers['entries.list'] = () =>
      ok({
        entries: entries.filter((entry) => entry.id !== globexOne.id),
        deleted: [],
        damaged: [],
        marks: noMarks,
        folders: [],
        deletedFolders: [],
      });
    await reopenPopup().catch(() => undefined);
    await screen.findByText(/does not exist/);
    click('Back');
    await screen.findByRole('combobox');
  });
});
