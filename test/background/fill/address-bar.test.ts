import { beforeEach, describe, expect, it, vi } from 'vitest';
import { enterLaunch } from '../../../src/background/use-cases/enter-launch.ts';
import { suggestLaunches } from '../../../src/background/use-cases/suggest-launches.ts';
import { credential, fillWorld } from './fill-world.ts';

let world: ReturnType<typeof fillWorld>;
beforeEach(() => {
  world = fillWorld();
});

const openTab = () => vi.spyOn(world.ports.pages, 'openTab');

describe('the address bar', () => {
  it('offers linked sessions with their organization', async () => {
    expect(await suggestLaunches(world.ports, 'northwind')).toMatchObject({
      value: [{ entryId: 's', text: 'Northwind portal – portal.example – Northwind' }],
    });
  });

  it('offers nothing while the vault is locked, and leads to the unlock form', async () => {
    world.state.role = null;
    expect(await suggestLaunches(world.ports, '')).toEqual({ ok: false, failure: { code: 'locked' } });
    await enterLaunch(world.ports, world.live, 'northwind');
    expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
  });

  it('offers no entry that this role may not view', async () => {
    world.state.role = 'technician';
    world.entries.set('c', { ...credential, permissions: { view: false, viewPassword: false, edit: false } });
    expect(await suggestLaunches(world.ports, 'northwind')).toMatchObject({ value: [] });
  });

  it('launches what was chosen', async () => {
    const opened = openTab();
    await enterLaunch(world.ports, world.live, 'Northwind portal – portal.example – Northwind');
    expect(opened).toHaveBeenCalledWith('https://portal.example/login');
    expect(world.intents.size).toBe(1);
  });

  it('leads to the IT Glue credentials list first where the entry always prompts', async () => {
    const opened = openTab();
    world.entries.set('c', { ...credential, selection: { mode: 'always-prompt' } });
    await enterLaunch(world.ports, world.live, 'northwind');
    expect(opened).not.toHaveBeenCalled();
    expect(world.choosing.get(5)).toBe('s');
    expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
  });

  it('opens the popup, and no tab, for words that mean nothing', async () => {
    const opened = openTab();
    await enterLaunch(world.ports, world.live, 'nonsense');
    expect(opened).not.toHaveBeenCalled();
    expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
  });
});
