import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ports } from '../../../src/background/ports.ts';
import { createLaunchSession } from '../../../src/background/use-cases/launch-session.ts';
import { removeContainers } from '../../../src/background/use-cases/remove-containers.ts';
import { asId } from '../../../src/domain/ids.ts';
import { ok } from '../../../src/domain/result.ts';
import { credential, fillWorld, session } from './fill-world.ts';

let world: ReturnType<typeof fillWorld>;
let kept: Record<string, string>;
let ports: Ports;
const isolation = {
  container: vi.fn(async (known: string | null): Promise<string | null> => known ?? 'firefox-container-4'),
  openInContainer: vi.fn(async () => 5),
  openPrivately: vi.fn(async (): Promise<number | null> => 5),
  removeContainers: vi.fn(async (ids: readonly string[]) => ids.length),
};

beforeEach(() => {
  world = fillWorld();
  kept = {};
  vi.clearAllMocks();
  const store = {
    ...world.ports.store,
    get: async (kind: never, id: string) =>
      kind === 'containers' ? ok({ ofOrganization: kept }) : world.ports.store.get(kind, id),
    put: async (kind: string, id: string, content: never) => {
      if (kind !== 'containers') return world.ports.store.put(kind as never, id, content);
      kept = (content as { ofOrganization: Record<string, string> }).ofOrganization;
      return ok(undefined);
    },
  };
  ports = { ...world.ports, store: store as never, isolation };
});

const launch = () =>
  createLaunchSession(world.live)(ports, { entryId: asId('s'), passwordId: null }, { role: 'technician' });

describe('a session that opens in the container of its client', () => {
  beforeEach(() => {
    world.entries.set('s', { ...session, openIn: 'container' });
  });

  it('makes it at its first use, keeps its id, and leaves the intent for that tab', async () => {
    expect(await launch()).toEqual({ ok: true, value: { tabId: 5 } });
    expect(isolation.container).toHaveBeenCalledWith(null, expect.objectContaining({ name: 'Northwind' }));
    expect(isolation.openInContainer).toHaveBeenCalledWith(session.startUrl, 'firefox-container-4');
    expect(world.pages.openTab).not.toHaveBeenCalled();
    expect(world.intents.get(5)).toMatchObject({ source: 'launch', sessionEntryId: 's' });
    expect(kept).toEqual({ '1': 'firefox-container-4' });
    await launch();
    expect(isolation.container).toHaveBeenLastCalledWith('firefox-container-4', expect.anything());
  });

  it('has another one for another organization', async () => {
    kept = { '2': 'firefox-container-9' };
    await launch();
    expect(isolation.container).toHaveBeenCalledWith(null, expect.anything());
    expect(kept).toEqual({ '1': 'firefox-container-4', '2': 'firefox-container-9' });
  });

  it('is opened nowhere else where the browser gives no containers', async () => {
    isolation.container.mockResolvedValueOnce(null);
    expect(await launch()).toEqual({ ok: false, failure: { code: 'no-containers' } });
    expect(world.pages.openTab).not.toHaveBeenCalled();
    expect(world.intents.size).toBe(0);
  });

  it('containers are removed on request, ours alone, and made anew later', async () => {
    await launch();
    expect(await removeContainers(ports, {}, { role: 'technician' })).toEqual({ ok: true, value: { removed: 1 } });
    expect(isolation.removeContainers).toHaveBeenCalledWith(['firefox-container-4']);
    await launch();
    expect(isolation.container).toHaveBeenLastCalledWith(null, expect.anything());
  });
});

describe('a session that opens in a private window', () => {
  beforeEach(() => {
    world.entries.set('s', { ...session, openIn: 'private' });
  });

  it('is opened there', async () => {
    expect(await launch()).toMatchObject({ ok: true });
    expect(isolation.openPrivately).toHaveBeenCalledWith(session.startUrl);
    expect(world.pages.openTab).not.toHaveBeenCalled();
  });

  it('and nowhere else where the extension is not allowed there', async () => {
    isolation.openPrivately.mockResolvedValueOnce(null);
    expect(await launch()).toEqual({ ok: false, failure: { code: 'no-private-windows' } });
    expect(world.intents.size).toBe(0);
  });
});

it('every other session opens in a tab, as before', async () => {
  world.entries.set('c', credential);
  await launch();
  expect(world.pages.openTab).toHaveBeenCalledWith(session.startUrl);
  expect(isolation.container).not.toHaveBeenCalled();
});
