import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../src/domain/result.ts';
import { askedOf } from './fake-worker.ts';
import { click, openPopup, setScene } from './popup-scene.tsx';
import { entries, globexFirewall, globexOne } from './scene.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-worker.ts')).fakeBrowser }));

let given: string | null = null;
beforeEach(() => {
  given = null;
  setScene({
    front: { origin: 'https://10.0.0.1:8443' },
    answers: {
      'credential.reveal': () => (given === null ? fail({ code: 'reason-needed' }) : ok({ password: 'S3cret' })),
      'reason.give': ({ reason }) => {
        if (reason === '--') return fail({ code: 'invalid-input', field: 'reason' });
        given = reason;
        return ok({ until: 1 });
      },
    },
  });
});
afterEach(cleanup);

async function reveal(): Promise<HTMLInputElement> {
  await openPopup();
  click('Show Globex firewall admin');
  await screen.findByRole('heading', { name: 'Globex firewall admin' });
  click('Reveal password');
  return screen.findByLabelText<HTMLInputElement>('Reason or ticket number', { selector: 'input' });
}

const type = (field: HTMLInputElement, value: string) => fireEvent.input(field, { target: { value } });

describe('an entry that asks for a reason', () => {
  it('asks for it with the focus in its field, then does what was wanted', async () => {
    const field = await reveal();
    expect(document.activeElement).toBe(field);
    type(field, 'INC-4711');
    click('Go on');
    await screen.findByText('S3cret');
    expect(askedOf('reason.give')).toEqual([{ entryId: globexOne.id, reason: 'INC-4711' }]);
    expect(askedOf('credential.reveal')).toHaveLength(2);
    expect(screen.queryByLabelText('Reason or ticket number')).toBeNull();
  });

  it('says why a reason is not taken, and keeps what was typed', async () => {
    const field = await reveal();
    type(field, '--');
    click('Go on');
    await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy());
    expect(field.value).toBe('--');
    expect(screen.queryByText('S3cret')).toBeNull();
  });

  it('leaves it at Cancel, and says that a reason is asked for', async () => {
    await reveal();
    click('Cancel');
    await screen.findByText(/asks for a reason or ticket number/);
    expect(askedOf('reason.give')).toEqual([]);
    expect(askedOf('credential.reveal')).toHaveLength(1);
  });
});

describe('a right click on the page of such an entry', () => {
  it('opens the popup on the question, and fills after it', async () => {
    setScene({
      entries: entries.map((entry) => (entry.id === globexOne.id ? { ...globexOne, asksReason: true } : entry)),
      front: { origin: 'https://10.0.0.1:8443', tabId: 7, sessions: [globexFirewall.id], choosing: globexFirewall.id },
      answers: { 'page.fill': () => fail({ code: 'reason-needed' }) },
    });
    await openPopup();
    await screen.findByLabelText('Reason or ticket number', { selector: 'input' });
    expect(askedOf('page.fill')).toEqual([{ entryId: globexFirewall.id, passwordId: null, tabId: 7 }]);
    expect(askedOf('credentials.list')).toEqual([]);
  });
});
