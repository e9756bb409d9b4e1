import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import { fail, ok } from '../../src/domain/result.ts';
import type { IndexSearch } from '../../src/domain/search/index-hit.ts';
import type { SessionEntryView } from '../../src/messaging/contract.ts';
import { askedOf, fakeBrowser, unlocked } from './fake-worker.ts';
import { activeText, click, openPopup, press, setScene, type } from './popup-scene.tsx';
import { acmePortal, everybody, fetched, foundNothing, hit, password } from './scene.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-worker.ts')).fakeBrowser }));

const tenants: SessionEntryView = {
  ...acmePortal,
  id: asId('s-tenants'),
  name: 'Tenant portal',
  hostTemplate: 'https://{organization.shortName}.tenants.example/',
  startUrl: null,
  origin: null,
  signInOrigins: [],
  credentialEntryId: everybody.id,
};

const rows = [
  hit(password('p-1', { name: 'M365 admin', organizationName: 'Acme Manufacturing', username: 'adm@acme' })),
  hit(password('p-2', { name: 'M365 admin', organizationName: 'Globex', username: 'adm@globex' })),
];

const scene = (found: Partial<IndexSearch> = {}, more: Parameters<typeof setScene>[0] = {}) =>
  setScene({
    entries: [tenants, everybody],
    front: { sessions: [], origin: 'https://elsewhere.example' },
    ...more,
    answers: {
      'credentials.search': () =>
        ok({ ...foundNothing, coverage: 'complete', hits: rows, total: rows.length, ...found } as IndexSearch),
      'session.launch': () => ok({ tabId: 8 }),
      ...more.answers,
    },
  });

const openList = async (): Promise<void> => {
  await openPopup();
  click('Launch Tenant portal');
  await screen.findByRole('listbox');
};

beforeEach(() => {
  vi.spyOn(window, 'close').mockImplementation(() => undefined);
});
afterEach(cleanup);

describe('the list of an entry of all organizations', () => {
  it('shows each row with its organization, and launches what was chosen', async () => {
    scene();
    await openList();
    expect(screen.getAllByRole('option').map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^M365 admin.*Acme Manufacturing.*adm@acme/),
      expect.stringMatching(/^M365 admin.*Globex.*adm@globex/),
    ]);
    press('ArrowDown');
    expect(activeText()).toContain('Globex');
    press('Enter');
    await vi.waitFor(() =>
      expect(askedOf('session.launch')).toEqual([{ entryId: tenants.id, passwordId: asId('p-2') }]),
    );
  });

  it('is searched by what is typed, for the session, and says how many more there are', async () => {
    scene({ total: 20_000 });
    await openList();
    type('m365');
    await vi.waitFor(() => expect(askedOf('credentials.search').at(-1)).toMatchObject({ query: 'm365' }));
    expect(askedOf('credentials.search')[0]).toMatchObject({ entryId: tenants.id, origin: null });
    screen.getByText(`${(19_998).toLocaleString()} more: type on to find them.`);
    expect(askedOf('credentials.list')).toEqual([]);
  });

  it('says why it is empty, and that it is not complete', async () => {
    scene({ hits: [], total: 0, coverage: 'none' });
    await openPopup();
    click('Launch Tenant portal');
    await screen.findByText(/has not been read yet/);
    cleanup();
    scene({ coverage: 'partial' });
    await openList();
    screen.getByText(/not complete/);
  });

  it('leads to where the browser asks for the client’s own site', async () => {
    const refused = fail({ code: 'site-not-permitted', origin: 'https://acme.tenants.example' });
    scene({}, { answers: { 'session.launch': () => refused } });
    await openList();
    press('Enter');
    await screen.findByText(/has not granted access to https:\/\/acme\.tenants\.example/);
    click('Allow access');
    const url = 'extension://id/src/options/index.html#/access/s-tenants/p-1';
    await vi.waitFor(() => expect(fakeBrowser.tabs.create).toHaveBeenCalledWith({ url }));
  });
});

describe('a client without the primary domain that the Host asks for', () => {
  const refused = fail({ code: 'host-refused', problem: 'no-primary-domain' });
  const answers = {
    'session.launch': () => refused,
    'credentials.list': () => ok(fetched([password('p-1')])),
  };

  it('leads an administrator to where it is named, for that client', async () => {
    scene({}, { answers });
    await openList();
    press('Enter');
    await screen.findByText(/No primary domain is kept for this organization/);
    click('Name the domain');
    const url = `extension://id/src/options/index.html#/keys/${everybody.apiKeyId}/domains/o-acme`;
    await vi.waitFor(() => expect(fakeBrowser.tabs.create).toHaveBeenCalledWith({ url }));
    expect(askedOf('credentials.list')).toEqual([{ entryId: everybody.id, refresh: false, passwordId: asId('p-1') }]);
  });

  it('tells a technician who names it, and offers no way there', async () => {
    scene({}, { answers: { ...answers, 'vault.status': () => ok({ ...unlocked, role: 'technician' }) } });
    await openList();
    press('Enter');
    await screen.findByText(/An administrator names it in options/);
    expect(screen.queryByText('Name the domain')).toBeNull();
  });
});

describe('its row', () => {
  it('says that it is for all, and where it leads', async () => {
    scene();
    await openPopup();
    expect(screen.getByRole('row', { name: /Tenant portal/ }).textContent).toMatch(
      /\{organization\.shortName\}\.tenants\.example.*All organizations.*Always prompt/,
    );
  });

  it('takes what is remembered for the client in front, and no other’s', async () => {
    const chosen = { passwordId: asId<'password'>('p-1'), passwordName: 'M365 admin' };
    const at = { origin: 'https://acme.tenants.example', organizationId: asId<'organization'>('o-acme') };
    const session = { ...tenants, rememberedPasswords: [{ ...chosen, ...at }] };
    const acme = { organizationId: at.organizationId, organizationName: 'Acme Manufacturing', by: 'window' } as const;
    scene({}, { entries: [session, everybody], front: { sessions: [], workingFor: acme } });
    await openPopup();
    screen.getByText(/remembered: M365 admin/);
    click('Launch Tenant portal');
    await vi.waitFor(() => expect(askedOf('session.launch')).toEqual([{ entryId: tenants.id, passwordId: null }]));
    cleanup();
    const globex = { ...acme, organizationId: asId<'organization'>('o-globex') };
    scene({}, { entries: [session, everybody], front: { sessions: [], workingFor: globex } });
    await openList();
  });
});
