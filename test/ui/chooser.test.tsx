import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Chooser } from '../../src/chooser/chooser.tsx';
import { asId } from '../../src/domain/ids.ts';
import { noMarks } from '../../src/domain/marks.ts';
import { fail, ok } from '../../src/domain/result.ts';
import type { WaitingChallenge } from '../../src/messaging/contract.ts';
import { askedOf, locked, resetWorker, type worker } from './fake-worker.ts';
import { acmePortal, entries } from './scene.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-worker.ts')).fakeBrowser }));

const waiting = (change: Partial<WaitingChallenge> = {}): WaitingChallenge => ({
  origin: 'https://switch.example:8443',
  realm: 'Switch',
  expiresAt: Date.now() + 120_000,
  sessions: [acmePortal.id],
  ...change,
});

function open(challenge: WaitingChallenge, answers: typeof worker.answers = {}): void {
  resetWorker({
    'challenge.get': () => ok(challenge),
    'challenge.cancel': () => ok({}),
    'entries.list': () => ok({ entries, deleted: [], damaged: [], marks: noMarks, folders: [], deletedFolders: [] }),
    ...answers,
  });
  render(<Chooser id={asId('window')} />);
}

describe('the window that asks what answers the browser’s sign-in dialog', () => {
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });

  it('shows the origin as ours and the realm as the device’s, in quotation marks that it cannot close', async () => {
    open(waiting({ realm: 'Hall”. Linked Vault asks for your passphrase: “\u202e' }));
    await screen.findByText('https://switch.example:8443');
    expect(screen.getByText(/It calls itself/).textContent).toBe(
      'It calls itself “Hall’. Linked Vault asks for your passphrase: ’\uFFFD”',
    );
  });

  it('locked, it holds the unlock form and names no session', async () => {
    open(waiting({ sessions: [] }), { 'vault.status': () => ok(locked) });
    await screen.findByLabelText('Passphrase');
    expect(screen.queryByText(acmePortal.name)).toBeNull();
    expect(askedOf('entries.list')).toEqual([]);
  });

  it('closes itself once nothing waits any more', async () => {
    const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
    open(waiting(), { 'challenge.get': () => fail({ code: 'challenge-gone' }) });
    await waitFor(() => expect(close).toHaveBeenCalled());
  });

  it('leaves it to the browser at a click, and answers nothing', async () => {
    const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
    open(waiting());
    fireEvent.click(await screen.findByRole('button', { name: 'Use the browser’s own dialog' }));
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(askedOf('challenge.cancel')).toEqual([{ challengeId: 'window' }]);
    expect(askedOf('challenge.answer')).toEqual([]);
  });
});
