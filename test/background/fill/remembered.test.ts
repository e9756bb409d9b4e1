import { beforeEach, describe, expect, it, vi } from 'vitest';
import { serveFillPort } from '../../../src/background/use-cases/fill.ts';
import { fillFront } from '../../../src/background/use-cases/fill-front.ts';
import { createFillPage } from '../../../src/background/use-cases/fill-page.ts';
import { createLaunchSession } from '../../../src/background/use-cases/launch-session.ts';
import { forgetPassword, rememberPassword } from '../../../src/background/use-cases/remember-password.ts';
import type { SessionEntry } from '../../../src/domain/entry.ts';
import type { Outcome } from '../../../src/domain/fill.ts';
import { asId, type OrganizationId, type PasswordId } from '../../../src/domain/ids.ts';
import { fail, ok } from '../../../src/domain/result.ts';
import { Secret } from '../../../src/domain/secret.ts';
import { credential, fillWorld, loginReport, passwordMarker, scriptedPort, session, summary } from './fill-world.ts';

const portal = 'https://portal.example';
const shared = 'https://login.microsoftonline.com';
const filled: Outcome = { kind: 'filled', roles: ['username', 'password'], more: false };
const technician = { role: 'technician' } as const;
const northwind = { organizationId: asId<'organization'>('1'), organizationName: 'Northwind' };

let world: ReturnType<typeof fillWorld>;
beforeEach(() => {
  world = fillWorld('technician');
  world.entries.set('c', { ...credential, selection: { mode: 'always-prompt' } });
});

const remember = (passwordId: string, origin = portal) =>
  rememberPassword(world.ports, { entryId: session.id, origin, passwordId: asId<'password'>(passwordId) }, technician);
const remembered = () => (world.entries.get('s') as SessionEntry).rememberedPasswords;
const listed = (change: object) =>
  world.itGlue.passwords.mockResolvedValueOnce(
    ok({ rows: [{ ...summary, ...change }], complete: true, fetchedAt: 1000 }),
  );

/** The page answers each script that is put into it. */
function pageAnswers(origin = portal) {
  const report = { ...loginReport, actionOrigin: origin };
  world.pages.inject.mockImplementation(async () => {
    const scripted = scriptedPort(report, filled, { origin, url: `${origin}/` });
    setTimeout(() => serveFillPort(world.ports, world.live, scripted.port, 'ours'), 1);
    return { documentId: 'DOC' };
  });
}

const fillHere = () =>
  createFillPage(world.live)(world.ports, { entryId: session.id, passwordId: null, tabId: 5 }, technician);

describe('remember for this site', () => {
  it('keeps a choice from the list for this site and organization, by a technician too, and is no change of the entry', async () => {
    expect(await remember('77')).toMatchObject({ ok: true });
    expect(remembered()).toEqual([{ origin: portal, organizationId: '1', passwordId: '77', passwordName: 'Portal' }]);
    expect(world.entries.get('s')?.rev).toBe(1);
    expect(world.itGlue.password).not.toHaveBeenCalled();
  });

  it.each([
    ['that the list does not hold', '78', portal, {}, 'not-in-list'],
    ['of another organization', '77', portal, { organizationId: asId<'organization'>('2') }, 'not-in-list'],
    ['that is archived', '77', portal, { archived: true }, 'password-archived'],
    ['that is vaulted', '77', portal, { vaulted: true }, 'password-vaulted'],
    ['for a site that is none of the session', '77', 'https://evil.example', {}, 'no-linked-session'],
  ])('keeps none %s', async (_what, id, origin, change, code) => {
    listed(change);
    expect(await remember(id, origin)).toMatchObject({ ok: false, failure: { code } });
    expect(remembered()).toEqual([]);
  });

  it('keeps none for an entry that stands for one password', async () => {
    world.entries.set('c', credential);
    expect(await remember('77')).toMatchObject({ ok: false, failure: { code: 'not-in-list' } });
  });

  it('fills with it, without the list, until it is forgotten', async () => {
    expect(await fillHere()).toMatchObject({ ok: false, failure: { code: 'choose-first' } });
    await remember('77');
    pageAnswers();
    expect(await fillHere()).toMatchObject({ ok: true, value: { end: { outcome: filled } } });
    const place = { origin: portal, organizationId: asId<'organization'>('1') as OrganizationId };
    await forgetPassword(world.ports, { entryId: session.id, ...place }, technician);
    expect(await fillHere()).toMatchObject({ ok: false, failure: { code: 'choose-first' } });
  });

  it('fills with it by right click or shortcut', async () => {
    await remember('77');
    pageAnswers();
    await fillFront(world.ports, world.live, {});
    expect(world.outcomes.get(5)?.end).toEqual({ outcome: filled });
    expect(world.pages.openPopup).not.toHaveBeenCalled();
  });

  it('shows the list all the same where that is what was asked for', async () => {
    await remember('77');
    await fillFront(world.ports, world.live, { listOnly: true });
    expect(world.choosing.get(5)).toBe('s');
    expect(world.pages.inject).not.toHaveBeenCalled();
  });

  it('launches with it', async () => {
    const launch = () =>
      createLaunchSession(world.live)(world.ports, { entryId: session.id, passwordId: null }, technician);
    expect(await launch()).toMatchObject({ ok: false, failure: { code: 'choose-first' } });
    await remember('77');
    expect(await launch()).toMatchObject({ ok: true });
    expect(world.intents.get(5)).toMatchObject({ source: 'launch', passwordId: '77' });
  });

  it('holds for the one site', async () => {
    await remember('77', 'https://login.example');
    expect(await fillHere()).toMatchObject({ ok: false, failure: { code: 'choose-first' } });
  });

  it('holds for the one organization', async () => {
    await remember('77');
    const other = { organizationId: asId<'organization'>('2'), organizationName: 'Globex' };
    world.entries.set('c', { ...credential, ...other, selection: { mode: 'always-prompt' } });
    expect(await fillHere()).toMatchObject({ ok: false, failure: { code: 'choose-first' } });
  });

  it('does not stand for a password that a person asked for', async () => {
    await remember('77');
    world.pages.inject.mockResolvedValueOnce({ documentId: 'DOC' });
    const passwordId: PasswordId = asId('78');
    void createFillPage(world.live)(world.ports, { entryId: session.id, passwordId, tabId: 5 }, technician);
    await vi.waitFor(() => expect(world.intents.get(5)?.passwordId).toBe('78'));
  });
});

describe('what is remembered on an address that many clients share', () => {
  beforeEach(async () => {
    world.entries.set('s', { ...session, origin: shared });
    world.state.front = { tabId: 5, origin: shared };
    await remember('77', shared);
    pageAnswers(shared);
  });

  it('comes after the list, until the window is pinned to its organization', async () => {
    expect(await fillHere()).toMatchObject({ ok: false, failure: { code: 'choose-first' } });
    await fillFront(world.ports, world.live, {});
    expect(world.choosing.get(5)).toBe('s');
    expect(world.pages.inject).not.toHaveBeenCalled();
    world.pins.set(1, northwind);
    expect(await fillHere()).toMatchObject({ ok: true, value: { end: { outcome: filled } } });
  });

  it('is launched without asking: a launch says whom it is for', async () => {
    expect(
      await createLaunchSession(world.live)(world.ports, { entryId: session.id, passwordId: null }, technician),
    ).toMatchObject({ ok: true });
  });
});

describe('a remembered password that is gone', () => {
  beforeEach(async () => {
    await remember('77');
    pageAnswers();
  });

  it.each(['record-gone', 'record-not-visible', 'password-archived'] as const)(
    'by %s is forgotten, and the popup opens on the list and says so',
    async (code) => {
      world.itGlue.password.mockResolvedValueOnce(fail({ code }) as never);
      await fillFront(world.ports, world.live, {});
      expect(world.outcomes.get(5)?.end).toEqual({ failure: { code: 'remembered-gone' } });
      expect(remembered()).toEqual([]);
      expect(world.choosing.get(5)).toBe('s');
      expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
    },
  );

  it('since it moved to another organization, is forgotten and never handed over', async () => {
    const moved = { ...summary, organizationId: asId<'organization'>('2') };
    world.itGlue.password.mockResolvedValueOnce(ok({ summary: moved, value: new Secret(passwordMarker) }));
    expect(await fillHere()).toMatchObject({ value: { end: { failure: { code: 'remembered-gone' } } } });
    expect(remembered()).toEqual([]);
  });

  it('is found out on a page that takes the user name alone', async () => {
    const report = { ...loginReport, fields: ['username'] as const };
    const scripted = scriptedPort(report, filled);
    world.pages.inject.mockImplementation(async () => {
      setTimeout(() => serveFillPort(world.ports, world.live, scripted.port, 'ours'), 1);
      return { documentId: 'DOC' };
    });
    world.itGlue.passwordSummary.mockResolvedValueOnce(ok({ ...summary, archived: true }));
    expect(await fillHere()).toMatchObject({ value: { end: { failure: { code: 'remembered-gone' } } } });
    expect(scripted.sent.filter(({ type }) => type === 'fill')).toEqual([]);
  });

  it('is not taken for gone where IT Glue cannot be asked', async () => {
    world.itGlue.password.mockResolvedValueOnce(fail({ code: 'offline' }) as never);
    expect(await fillHere()).toMatchObject({ value: { end: { failure: { code: 'offline' } } } });
    expect(remembered()).toHaveLength(1);
  });
});
