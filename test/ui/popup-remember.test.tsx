import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import { noMarks } from '../../src/domain/marks.ts';
import { fail, ok } from '../../src/domain/result.ts';
import type { EntryView, FrontPage, SessionEntryView } from '../../src/messaging/contract.ts';
import { askedOf, worker } from './fake-worker.ts';
import { activeText, click, openPopup, press, search, setScene, type } from './popup-scene.tsx';
import { acmePortal, acmePrompt, fetched, front, password } from './scene.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-worker.ts')).fakeBrowser }));

const rows = [password('1', { name: 'AAA mailbox' }), password('2', { name: 'ZZZ admin' })];
const filled = { outcome: { kind: 'filled', roles: ['username', 'password'], more: false } } as const;
const gone = { failure: { code: 'remembered-gone' } } as const;
const zzz = {
  origin: acmePortal.origin,
  organizationId: acmePrompt.organizationId,
  passwordId: rows[1]?.id ?? asId(''),
  passwordName: 'ZZZ admin',
};

let session: SessionEntryView;
let page: Partial<FrontPage>;
beforeEach(() => {
  vi.spyOn(window, 'close').mockImplementation(() => undefined);
  session = acmePortal;
  page = {};
  setScene({
    answers: {
      'entries.list': () =>
        ok({
          entries: [session, acmePrompt] as readonly EntryView[],
          deleted: [],
          damaged: [],
          marks: noMarks,
          folders: [],
          deletedFolders: [],
        }),
      'page.front': () => ok(front(page)),
      'credentials.list': () => ok(fetched(rows)),
      'page.fill': () => ok({ end: filled, entryName: 'Acme portal', at: Date.now() }),
      'session.launch': () => ok({ tabId: 8 }),
      'sessionEntry.remember': () => {
        session = { ...session, rememberedPasswords: [zzz] };
        return ok(session);
      },
      'sessionEntry.forgetRemembered': () => {
        session = { ...session, rememberedPasswords: [] };
        return ok(session);
      },
    },
  });
});
afterEach(cleanup);

const remembering = (): void => {
  session = { ...acmePortal, rememberedPasswords: [zzz] };
};

describe('remember for this site', () => {
  it('is off until a person switches it on', async () => {
    await openPopup();
    click('Fill Acme portal');
    await screen.findByRole('listbox');
    type('zzz');
    press('Enter');
    await screen.findByText(/Filled user name/);
    expect(askedOf('sessionEntry.remember')).toEqual([]);
  });

  it('remembers the next choice for the site that is filled; then the session says so and fills without the list', async () => {
    await openPopup();
    click('Fill Acme portal');
    await screen.findByRole('listbox');
    fireEvent.click(screen.getByRole('switch', { name: 'Remember for this site' }));
    type('zzz');
    press('Enter');
    await screen.findByText('remembered: ZZZ admin');
    expect(askedOf('sessionEntry.remember')).toEqual([
      { entryId: acmePortal.id, origin: 'https://portal.acme.example', passwordId: '2' },
    ]);
    click('Fill Acme portal');
    await vi.waitFor(() => expect(askedOf('page.fill')).toHaveLength(2));
    expect(askedOf('page.fill')[1]).toEqual({ entryId: acmePortal.id, passwordId: null, tabId: 7 });
  });

  it('says why it was not remembered, and fills nothing then', async () => {
    worker.answers['sessionEntry.remember'] = () => fail({ code: 'not-in-list' });
    await openPopup();
    click('Fill Acme portal');
    await screen.findByRole('listbox');
    fireEvent.click(screen.getByRole('switch', { name: 'Remember for this site' }));
    press('Enter');
    await screen.findByText('This password is not the one that the entry stands for.');
    expect(askedOf('page.fill')).toEqual([]);
  });

  it('puts it first in the list, chosen already and named as such, with a way to forget it', async () => {
    remembering();
    await openPopup();
    click('Choose from the IT Glue credentials list of Acme portal');
    await screen.findByRole('listbox');
    expect(activeText()).toContain('ZZZ admin');
    expect(activeText()).toContain('Remembered for this site');
    click('Forget ZZZ admin for this site');
    await vi.waitFor(() => expect(activeText()).toContain('AAA mailbox'));
    expect(screen.queryByText(/Remembered for this site/)).toBeNull();
    expect(askedOf('sessionEntry.forgetRemembered')).toEqual([
      { entryId: acmePortal.id, origin: acmePortal.origin, organizationId: acmePrompt.organizationId },
    ]);
  });

  it('is forgotten with the way back, by keyboard too, and the focus is never lost', async () => {
    remembering();
    await openPopup();
    click('Choose from the IT Glue credentials list of Acme portal');
    await screen.findByRole('listbox');
    click('Forget ZZZ admin for this site');
    await screen.findByText('ZZZ admin is no longer remembered for this site.');
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Undo'));
    click('Undo');
    await screen.findByText('Remembered for this site: ZZZ admin');
    expect(askedOf('sessionEntry.remember')).toEqual([
      { entryId: acmePortal.id, origin: acmePortal.origin, passwordId: '2' },
    ]);
    expect(screen.queryByText('Undo')).toBeNull();
    expect(document.activeElement).toBe(search());
  });

  it('says why it could not be taken back, and the way back stays', async () => {
    remembering();
    worker.answers['sessionEntry.remember'] = () => fail({ code: 'password-archived' });
    await openPopup();
    click('Choose from the IT Glue credentials list of Acme portal');
    await screen.findByRole('listbox');
    click('Forget ZZZ admin for this site');
    await screen.findByText('ZZZ admin is no longer remembered for this site.');
    click('Undo');
    await screen.findByRole('alert');
    expect(screen.getByText('Undo')).toBeTruthy();
  });

  it('launches without the list', async () => {
    remembering();
    page = { sessions: [], origin: 'https://other.example' };
    await openPopup();
    click('Launch Acme portal');
    await vi.waitFor(() => expect(askedOf('session.launch')).toEqual([{ entryId: acmePortal.id, passwordId: null }]));
  });

  it('holds back on an address that many share, until the window is pinned', async () => {
    const origin = 'https://portal.azure.com';
    session = { ...acmePortal, origin, rememberedPasswords: [{ ...zzz, origin }] };
    page = { origin };
    await openPopup();
    click('Fill Acme portal');
    await screen.findByRole('listbox');
    screen.getByText(/Many clients share this address/);
    click('Back');
    cleanup();
    const { organizationId, organizationName } = acmePrompt;
    page = { origin, workingFor: { organizationId, organizationName, by: 'window' } };
    await openPopup();
    click('Fill Acme portal');
    await vi.waitFor(() => expect(askedOf('page.fill')).toHaveLength(1));
  });

  it('leads to the list, with words, where the password is gone', async () => {
    remembering();
    worker.answers['page.fill'] = () => {
      session = acmePortal;
      page = { choosing: acmePortal.id };
      return ok({ end: gone, entryName: 'Acme portal', at: Date.now() });
    };
    await openPopup();
    click('Fill Acme portal');
    await screen.findByRole('listbox');
    await screen.findByText(/is gone from IT Glue/);
  });

  it('says it too where a right click found that out', async () => {
    page = { choosing: acmePortal.id, lastOutcome: { end: gone, entryName: 'Acme portal', at: Date.now() } };
    await openPopup();
    await screen.findByRole('listbox');
    await screen.findByText(/is gone from IT Glue/);
  });
});
