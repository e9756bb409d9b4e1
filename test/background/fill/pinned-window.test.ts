import { beforeEach, describe, expect, it } from 'vitest';
import { serveFillPort } from '../../../src/background/use-cases/fill.ts';
import { fillFront } from '../../../src/background/use-cases/fill-front.ts';
import { createFillPage } from '../../../src/background/use-cases/fill-page.ts';
import { frontPage } from '../../../src/background/use-cases/front-page.ts';
import { pinOrganization } from '../../../src/background/use-cases/pin-organization.ts';
import { asId } from '../../../src/domain/ids.ts';
import { credential, fillWorld, loginReport, scriptedPort, session } from './fill-world.ts';

const northwind = { organizationId: asId<'organization'>('1'), organizationName: 'Northwind' };
const globex = { organizationId: asId<'organization'>('2'), organizationName: 'Globex' };
const administrator = { role: 'administrator' } as const;
const shared = 'https://login.microsoftonline.com';

let world: ReturnType<typeof fillWorld>;
beforeEach(() => {
  world = fillWorld();
  world.entries.set('s', { ...session, origin: shared });
  world.entries.set('c2', { ...credential, id: asId('c2'), ...globex });
  world.entries.set('s2', {
    ...session,
    id: asId('s2'),
    name: 'Globex',
    origin: shared,
    credentialEntryId: asId('c2'),
  });
  world.state.front = { tabId: 5, origin: shared };
});

const pin = (organization: typeof globex | null) =>
  pinOrganization(world.ports, { tabId: 5, organization }, administrator);

/** The session that a right click fills; null: it fills none. */
async function filledByClick(): Promise<string | null> {
  let entry: string | null = null;
  const scripted = scriptedPort(loginReport, { kind: 'absent' }, { origin: shared });
  world.pages.inject.mockImplementation(async () => {
    entry = world.intents.get(5)?.sessionEntryId ?? null;
    setTimeout(() => serveFillPort(world.ports, world.live, scripted.port, 'ours'), 1);
    return { documentId: 'DOC' };
  });
  await fillFront(world.ports, world.live, {});
  return entry;
}

describe('a window that is pinned to an organization', () => {
  it('says which of several sessions on a shared address a right click means', async () => {
    expect(await filledByClick()).toBeNull();
    expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
    await pin(globex);
    expect(await filledByClick()).toBe('s2');
    await pin(northwind);
    expect(await filledByClick()).toBe('s');
    expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
  });

  it('is asked for on a shared address even where only one session fits, until it is pinned', async () => {
    world.entries.delete('s2');
    expect(await filledByClick()).toBeNull();
    await pin(northwind);
    expect(await filledByClick()).toBe('s');
  });

  it('still asks where two sessions of that organization fit', async () => {
    world.entries.set('s3', { ...session, id: asId('s3'), origin: shared });
    await pin(northwind);
    expect(await filledByClick()).toBeNull();
    expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
  });

  it('asks with the list where its one session always prompts', async () => {
    world.entries.set('c2', { ...credential, id: asId('c2'), ...globex, selection: { mode: 'always-prompt' } });
    await pin(globex);
    expect(await filledByClick()).toBeNull();
    expect(world.choosing.get(5)).toBe('s2');
  });

  it('gives way to the organization that the tab works for', async () => {
    await pin(globex);
    world.clients.set(5, northwind);
    expect(await filledByClick()).toBe('s');
    expect(await frontPage(world.ports, {}, administrator)).toMatchObject({
      value: { workingFor: { ...northwind, by: 'tab' }, pinned: globex },
    });
  });

  it('keeps another organization’s credential out until a person means it', async () => {
    await pin(globex);
    const fill = { entryId: asId<'entry'>('s'), passwordId: null, tabId: 5 };
    expect(await createFillPage(world.live)(world.ports, fill, administrator)).toEqual({
      ok: false,
      failure: { code: 'other-client', organizationName: 'Globex', by: 'window' },
    });
    world.entries.delete('s2');
    expect(await filledByClick()).toBeNull();
    expect(world.outcomes.get(5)?.end).toMatchObject({ failure: { code: 'other-client' } });
  });

  it('is pinned no more once a person unpins it', async () => {
    await pin(globex);
    expect(await frontPage(world.ports, {}, administrator)).toMatchObject({
      value: { workingFor: { ...globex, by: 'window' }, pinned: globex },
    });
    await pin(null);
    expect(await frontPage(world.ports, {}, administrator)).toMatchObject({
      value: { workingFor: null, pinned: null },
    });
  });

  it('is told by the tab, so a closed one pins nothing', async () => {
    expect(await pinOrganization(world.ports, { tabId: 6, organization: globex }, administrator)).toEqual({
      ok: false,
      failure: { code: 'tab-closed' },
    });
    expect(world.pins.size).toBe(0);
  });

  it('shows a name that cannot deceive', async () => {
    await pin({ ...globex, organizationName: 'Glo\u202Ebex' });
    expect(world.pins.get(1)?.organizationName).toBe('Glo\uFFFDbex');
  });
});
