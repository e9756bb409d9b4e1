import { cleanup, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asId } from '../../src/domain/ids.ts';
import { ok } from '../../src/domain/result.ts';
import type { TabClient } from '../../src/domain/tab-client.ts';
import { askedOf, searchesAsked, worker } from './fake-worker.ts';
import { activeText, click, openPopup, search, setScene, type } from './popup-scene.tsx';
import { acmePortal, entries, foundNothing, front, globexFirewall, hit, password } from './scene.ts';

vi.mock('../../src/messaging/client.ts', async () => ({ ask: (await import('./fake-worker.ts')).fakeAsk }));
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-worker.ts')).fakeBrowser }));

const globex = { organizationId: asId<'organization'>('o-globex'), organizationName: 'Globex' };
const workingFor = { ...globex, by: 'window' } as const;
const pinnedFront = { pinned: globex, workingFor };

/** A worker that keeps the pin, as the true one does. */
function setPinningScene(): void {
  let pinned: TabClient | null = null;
  setScene({ front: { sessions: [] } });
  worker.answers['organization.pin'] = ({ organization }) => {
    pinned = organization;
    return ok({ pinned });
  };
  worker.answers['page.front'] = () =>
    ok(front({ sessions: [], pinned, workingFor: pinned === null ? null : { ...pinned, by: 'window' } }));
}

describe('pinning an organization', () => {
  afterEach(cleanup);

  it('offers that of the row that is meant, shows it as a chip, and lets go of it', async () => {
    setPinningScene();
    await openPopup();
    type('globex');
    click('Pin Globex for this window');
    await screen.findByRole('button', { name: 'Unpin Globex' });
    expect(screen.getByRole('region', { name: 'Organization of this window' }).textContent).toContain('Globex: pinned');
    expect(screen.queryByRole('button', { name: 'Pin Globex for this window' })).toBeNull();
    click('Unpin Globex');
    await screen.findByRole('button', { name: 'Pin Globex for this window' });
    expect(askedOf('organization.pin')).toEqual([
      { tabId: 7, organization: globex },
      { tabId: 7, organization: null },
    ]);
  });

  it('offers that of a record that IT Glue has', async () => {
    const initech = password('p-1', {
      name: 'Zyxel',
      organizationId: 'o-initech' as never,
      organizationName: 'Initech',
    });
    setScene({
      front: { sessions: [] },
      answers: { 'index.search': () => ok({ ...foundNothing, hits: [hit(initech)] }) },
    });
    await openPopup();
    type('zyxel');
    await screen.findByRole('button', { name: 'Pin Initech for this window' });
  });

  it('ranks what IT Glue has for the pinned organization, and says so', async () => {
    const row = password('p-1', { name: 'Zyxel', organizationId: globex.organizationId, organizationName: 'Globex' });
    const found = hit(row, { organizationShortName: 'GLX', why: [{ because: 'organization' }] });
    setScene({ front: pinnedFront, answers: { 'index.search': () => ok({ ...foundNothing, hits: [found] }) } });
    await openPopup();
    type('zyxel');
    await screen.findByText('GLX: pinned');
    expect(searchesAsked()[0]).toMatchObject({ organizationId: 'o-globex' });
  });

  it('puts its sessions first', async () => {
    const sessions = [acmePortal.id, globexFirewall.id];
    setScene({ front: { sessions } });
    await openPopup();
    expect(activeText()).toContain('Acme portal');
    cleanup();
    setScene({ front: { ...pinnedFront, sessions } });
    await openPopup();
    expect(activeText()).toContain('Globex firewall');
  });

  it('says where the tab works for another one', async () => {
    const acme = { organizationId: 'o-acme', organizationName: 'Acme Manufacturing', by: 'tab' } as never;
    setScene({ front: { pinned: globex, workingFor: acme } });
    await openPopup();
    await screen.findByText('This tab works for', { exact: false });
  });

  it('takes no room where nothing is meant', async () => {
    setScene({ entries, front: { sessions: [] } });
    await openPopup();
    expect(search()).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Organization of this window' })).toBeNull();
  });
});
