import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FieldChoice } from '../../src/domain/field-choice.ts';
import { fail, ok } from '../../src/domain/result.ts';
import { askedOf, worker } from './fake-worker.ts';
import { click, openPopup, setScene } from './popup-scene.tsx';
import { acmePortal, acmePrompt } from './scene.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-worker.ts')).fakeBrowser }));

const { id: entryId, origin } = acmePortal;
const choice: FieldChoice = { origin, path: '/login', role: 'username', steps: ['#who'], text: null };
const forget = 'Forget the chosen field for the user name';

let session = acmePortal;
const entries = [] as (typeof acmePortal | typeof acmePrompt)[];
const keep = (fieldChoices: readonly FieldChoice[]) => {
  session = { ...acmePortal, fieldChoices };
  entries.splice(0, entries.length, session, acmePrompt);
  return ok(session);
};

beforeEach(() => {
  keep([choice]);
  setScene({
    entries,
    answers: {
      'page.explain': () => fail({ code: 'page-not-fillable' }),
      'sessionEntry.forgetField': () => keep([]),
      'sessionEntry.restoreField': () => keep([choice]),
    },
  });
});
afterEach(cleanup);

async function openPage(): Promise<void> {
  await openPopup();
  click('What is seen of this page');
  await screen.findByText('Choose the field');
}

describe('fields that were chosen by hand', () => {
  it('are forgotten with the way back, which has the focus', async () => {
    await openPage();
    click(forget);
    await screen.findByText('The chosen field is forgotten: user name');
    expect(askedOf('sessionEntry.forgetField')).toEqual([{ entryId, origin, path: '/login', role: 'username' }]);
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: forget })).toBeNull());
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Undo'));
    click('Undo');
    await screen.findByRole('button', { name: forget });
    expect(askedOf('sessionEntry.restoreField')).toEqual([{ entryId, choice }]);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Back');
  });

  it('say why they could not be forgotten', async () => {
    worker.answers['sessionEntry.forgetField'] = () => fail({ code: 'not-allowed', right: 'edit' });
    await openPage();
    click(forget);
    await screen.findByRole('button', { name: forget });
    await vi.waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2));
    expect(screen.queryByText('Undo')).toBeNull();
  });
});
