import { beforeEach, describe, expect, it, vi } from 'vitest';
import { serveFillPort } from '../../../src/background/use-cases/fill.ts';
import { fillFront } from '../../../src/background/use-cases/fill-front.ts';
import { createFillPage } from '../../../src/background/use-cases/fill-page.ts';
import { frontPage } from '../../../src/background/use-cases/front-page.ts';
import type { Outcome } from '../../../src/domain/fill.ts';
import { asId } from '../../../src/domain/ids.ts';
import { credential, fillWorld, loginReport, scriptedPort, session } from './fill-world.ts';

let world: ReturnType<typeof fillWorld>;
beforeEach(() => {
  world = fillWorld();
});

const end = () => world.outcomes.get(5)?.end;
const filled: Outcome = { kind: 'filled', roles: ['username', 'password'], more: false };

/** The page answers as soon as the script has been put into it. */
function pageAnswers() {
  const scripted = scriptedPort(loginReport, filled);
  world.pages.inject.mockImplementationOnce(async () => {
    setTimeout(() => serveFillPort(world.ports, world.live, scripted.port, 'ours'), 1);
    return { documentId: 'DOC' };
  });
  return scripted;
}

describe('a right click or shortcut', () => {
  it('fills where one linked session with one password is meant', async () => {
    const { sent } = pageAnswers();
    await fillFront(world.ports, world.live, {});
    expect(sent[0]).toMatchObject({ type: 'fill' });
    expect(end()).toEqual({ outcome: filled });
    expect(world.pages.openPopup).not.toHaveBeenCalled();
  });

  it('opens the IT Glue credentials list where the entry always prompts, and fetches nothing', async () => {
    world.entries.set('c', { ...credential, selection: { mode: 'always-prompt' } });
    await fillFront(world.ports, world.live, {});
    expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
    expect(world.itGlue.password).not.toHaveBeenCalled();
    const front = await frontPage(world.ports, {}, { role: 'administrator' });
    expect(front).toMatchObject({ value: { choosing: 's', sessions: ['s'] } });
    const again = await frontPage(world.ports, {}, { role: 'administrator' });
    expect(again).toMatchObject({ value: { choosing: null } });
  });

  it('that asks for the list gets the list, also where one password would do', async () => {
    await fillFront(world.ports, world.live, { listOnly: true });
    expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
    expect(world.choosing.get(5)).toBe('s');
    expect(world.pages.inject).not.toHaveBeenCalled();
  });

  it('opens the popup, and fills nothing, where several sessions are for this page', async () => {
    world.entries.set('s2', { ...session, id: asId('s2'), name: 'Second' });
    await fillFront(world.ports, world.live, {});
    expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
    expect(world.pages.inject).not.toHaveBeenCalled();
    expect(world.choosing.size).toBe(0);
  });

  it('says so where the popup cannot be opened', async () => {
    world.entries.set('c', { ...credential, selection: { mode: 'always-prompt' } });
    world.pages.openPopup.mockResolvedValueOnce(false);
    await fillFront(world.ports, world.live, { listOnly: true });
    expect(end()).toEqual({ failure: { code: 'choose-first' } });
  });

  it('says which site is linked to nothing', async () => {
    world.state.front = { tabId: 5, origin: 'https://other.example' };
    await fillFront(world.ports, world.live, {});
    expect(end()).toEqual({ failure: { code: 'no-linked-session', origin: 'https://other.example' } });
    expect(world.pages.inject).not.toHaveBeenCalled();
  });

  it('asks for the passphrase first when the vault is locked', async () => {
    world.state.role = null;
    await fillFront(world.ports, world.live, {});
    expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
    expect(end()).toEqual({ failure: { code: 'locked' } });
    expect(world.pages.inject).not.toHaveBeenCalled();
  });
});

describe('what a technician sees of the page in front', () => {
  it('holds no session whose entry may not be viewed', async () => {
    world.entries.set('c', { ...credential, permissions: { view: false, viewPassword: true, edit: true } });
    expect(await frontPage(world.ports, {}, { role: 'technician' })).toMatchObject({ value: { sessions: [] } });
    expect(await frontPage(world.ports, {}, { role: 'administrator' })).toMatchObject({ value: { sessions: ['s'] } });
  });

  it('holds sessions of further sign-in origins, but not of other ports', async () => {
    world.state.front = { tabId: 5, origin: 'https://login.example' };
    expect(await frontPage(world.ports, {}, { role: 'technician' })).toMatchObject({ value: { sessions: ['s'] } });
    world.state.front = { tabId: 5, origin: 'https://login.example:8443' };
    expect(await frontPage(world.ports, {}, { role: 'technician' })).toMatchObject({ value: { sessions: [] } });
  });
});

describe('the client of a tab', () => {
  const other = { organizationId: asId<'organization'>('2'), organizationName: 'Globex' };
  const fillHere = (otherClient?: true) =>
    createFillPage(world.live)(
      world.ports,
      { entryId: asId('s'), passwordId: null, tabId: 5, ...(otherClient === undefined ? {} : { otherClient }) },
      { role: 'administrator' },
    );

  it('is whoever it was filled for', async () => {
    pageAnswers();
    await fillFront(world.ports, world.live, {});
    expect(world.clients.get(5)).toEqual({ organizationId: '1', organizationName: 'Northwind' });
  });

  it('is nobody while nothing was filled', async () => {
    const scripted = scriptedPort(loginReport, { kind: 'absent' });
    world.pages.inject.mockImplementationOnce(async () => {
      setTimeout(() => serveFillPort(world.ports, world.live, scripted.port, 'ours'), 1);
      return { documentId: 'DOC' };
    });
    await fillFront(world.ports, world.live, {});
    expect(world.clients.size).toBe(0);
  });

  it('keeps another client’s credential out until a person means it', async () => {
    world.clients.set(5, other);
    expect(await fillHere()).toEqual({
      ok: false,
      failure: { code: 'other-client', organizationName: 'Globex', by: 'tab' },
    });
    expect(world.pages.inject).not.toHaveBeenCalled();
    pageAnswers();
    expect(await fillHere(true)).toMatchObject({ ok: true, value: { end: { outcome: filled } } });
    expect(world.clients.get(5)).toMatchObject({ organizationName: 'Northwind' });
  });

  it.each(['https://login.microsoftonline.com', 'https://192.168.1.1', 'https://nas'])(
    'has to be known on an address that many share: %s',
    async (origin) => {
      world.entries.set('s', { ...session, origin });
      world.state.front = { tabId: 5, origin };
      await fillFront(world.ports, world.live, {});
      expect(world.pages.inject).not.toHaveBeenCalled();
      expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
      world.clients.set(5, { organizationId: asId('1'), organizationName: 'Northwind' });
      world.pages.inject.mockResolvedValueOnce({ documentId: 'DOC' });
      void fillFront(world.ports, world.live, {});
      await vi.waitFor(() => expect(world.pages.inject).toHaveBeenCalledTimes(1));
    },
  );
});
