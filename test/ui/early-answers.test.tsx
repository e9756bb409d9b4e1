import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../src/domain/result.ts';
import { askEarly } from '../../src/popup/early-answers.ts';
import { Popup } from '../../src/popup/popup.tsx';
import { askedOf, locked, unlocked, worker } from './fake-worker.ts';
import { openPopup, setScene } from './popup-scene.tsx';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-worker.ts')).fakeBrowser }));

const first = ['vault.status', 'entries.list', 'page.front'] as const;
const counts = () => first.map((command) => askedOf(command).length);

describe('what a popup asks before it is drawn', () => {
  beforeEach(() => setScene());
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('is asked at once, and not again when it is drawn', async () => {
    askEarly();
    expect(counts()).toEqual([1, 1, 1]);
    await openPopup();
    screen.getByText('Acme portal');
    expect(counts()).toEqual([1, 1, 1]);
  });

  it('serves one drawing only: a second one asks for itself', async () => {
    askEarly();
    await openPopup();
    cleanup();
    await openPopup();
    expect(counts()).toEqual([2, 2, 2]);
  });

  it('is asked again after an unlock, since it was refused before', async () => {
    const refused = () => fail({ code: 'locked' });
    const { 'entries.list': list, 'page.front': front } = worker.answers;
    Object.assign(worker.answers, {
      'vault.status': () => ok(locked),
      'vault.unlock': () => ok(unlocked),
      'entries.list': refused,
      'page.front': refused,
    });
    askEarly();
    render(<Popup />);
    fireEvent.input(await screen.findByLabelText('Passphrase'), { target: { value: 'correct horse battery' } });
    Object.assign(worker.answers, { 'vault.status': () => ok(unlocked), 'entries.list': list, 'page.front': front });
    fireEvent.submit(screen.getByLabelText('Passphrase').closest('form') as HTMLFormElement);
    await screen.findByRole('combobox');
    screen.getByText('Acme portal');
  });

  it('says nothing about two seconds later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    askEarly();
    await vi.advanceTimersByTimeAsync(2_000);
    vi.useRealTimers();
    await openPopup();
    expect(counts()).toEqual([2, 2, 2]);
  });
});
