import { beforeEach, describe, expect, it } from 'vitest';
import { createSessionMemory } from '../../src/background/adapters/session-memory.ts';
import { noteCommand } from '../../src/background/audit/audited.ts';
import { passGate } from '../../src/background/gate.ts';
import { reasonLifetimeMs } from '../../src/background/given-reason.ts';
import { enterLaunch } from '../../src/background/use-cases/enter-launch.ts';
import { fillFront } from '../../src/background/use-cases/fill-front.ts';
import { giveReason } from '../../src/background/use-cases/give-reason.ts';
import { createLaunchSession } from '../../src/background/use-cases/launch-session.ts';
import { setAsksReason } from '../../src/background/use-cases/set-asks-reason.ts';
import type { CredentialEntry } from '../../src/domain/entry.ts';
import { asId, type EntryId } from '../../src/domain/ids.ts';
import { fail, ok } from '../../src/domain/result.ts';
import type { CommandName } from '../../src/messaging/contract.ts';
import { rules } from '../../src/messaging/contract-rules.ts';
import { credential, fillWorld, session } from './fill/fill-world.ts';
import { memoryArea } from './vault/vault-world.ts';

const asking: CredentialEntry = {
  ...credential,
  asksReason: true,
  permissions: { view: true, viewPassword: true, edit: true },
};

/** By which a password or a code comes out, written down a second time. */
const uses: readonly CommandName[] = [
  'credential.reveal',
  'credential.code',
  'page.fill',
  'session.launch',
  'challenge.answer',
  'remote.handOver',
];

let world: ReturnType<typeof fillWorld>;
beforeEach(() => {
  world = fillWorld('technician');
  const { givenReason, setGivenReason } = createSessionMemory(memoryArea());
  Object.assign(world.ports.session, { givenReason, setGivenReason });
  world.entries.set('c', asking);
});

const gate = (command: CommandName, entryId: EntryId = asking.id) =>
  passGate(world.ports, command, { entryId, purpose: 'reveal' });
const give = (reason: string, entryId: EntryId = asking.id) =>
  giveReason(world.ports, { entryId, reason }, { role: 'technician' });
const launch = () =>
  createLaunchSession(world.live)(world.ports, { entryId: session.id, passwordId: null }, { role: 'technician' });

describe('an entry that asks for a reason', () => {
  it.each(uses)('%s needs one, on the entry as on its session', async (command) => {
    for (const entryId of [asking.id, session.id]) {
      await world.ports.session.setGivenReason(asking.id, { text: '', until: 0 });
      expect(await gate(command, entryId)).toEqual(fail({ code: 'reason-needed' }));
      expect(await give('INC-4711', entryId)).toEqual(ok({ until: world.state.now + reasonLifetimeMs }));
      expect(await gate(command, entryId)).toEqual(ok({ role: 'technician' }));
    }
    world.state.now += reasonLifetimeMs;
    expect(await gate(command)).toEqual(fail({ code: 'reason-needed' }));
  });

  it.each((Object.keys(rules) as CommandName[]).filter((command) => !uses.includes(command)))(
    '%s needs none',
    async (command) => {
      expect(await gate(command)).not.toMatchObject({ failure: { code: 'reason-needed' } });
    },
  );

  it('is not asked of another entry, and a right that is missing is said first', async () => {
    world.entries.set('other', { ...asking, id: asId('other'), asksReason: false });
    expect(await gate('credential.reveal', asId('other'))).toMatchObject({ ok: true });
    world.entries.set('c', { ...asking, permissions: { ...asking.permissions, viewPassword: false } });
    expect(await gate('credential.reveal')).toMatchObject({ failure: { code: 'not-allowed' } });
  });

  it('takes a reason that says something, cleaned, and no other', async () => {
    for (const reason of ['  ', '---', '\u202e\u200b'])
      expect(await give(reason)).toEqual(fail({ code: 'invalid-input', field: 'reason' }));
    await give(' T-1\u202e  x\n');
    expect(await world.ports.session.givenReason(asking.id)).toMatchObject({ text: 'T-1\uFFFD x' });
  });
});

describe('a gesture that passes no gate', () => {
  it('right click and shortcut open the popup on that session, and nothing is filled', async () => {
    await fillFront(world.ports, world.live, {});
    expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
    expect(world.choosing.get(5)).toBe(session.id);
    expect([world.intents.size, world.itGlue.password.mock.calls.length]).toEqual([0, 0]);
  });

  it('the address bar opens it, too, and launches nothing', async () => {
    await enterLaunch(world.ports, world.live, session.name);
    expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
    expect(world.choosing.get(5)).toBe(session.id);
    expect(world.pages.openTab).not.toHaveBeenCalled();
  });

  it('a launch is refused before a tab is opened, and goes once a reason is given', async () => {
    expect(await launch()).toEqual(fail({ code: 'reason-needed' }));
    expect(world.pages.openTab).not.toHaveBeenCalled();
    await give('INC-1');
    expect(await launch()).toEqual(ok({ tabId: 5 }));
  });
});

describe('the reason in the audit', () => {
  const noted = async () => {
    await noteCommand(world.ports, 'credential.reveal', { entryId: asking.id }, ok({}));
    return world.noted.at(-1)?.reason;
  };

  it('is with what was done for it, also a little later, and not with what came long after', async () => {
    expect(await noted()).toBeNull();
    await give('INC-9');
    expect(await noted()).toBe('INC-9');
    world.state.now += reasonLifetimeMs + 60_000;
    expect(await noted()).toBe('INC-9');
    world.state.now += 120_000;
    expect(await noted()).toBeNull();
  });
});

describe('the switch', () => {
  it('is an administrator’s alone', async () => {
    const request = { entryId: asking.id, rev: 1, asks: false };
    expect(await passGate(world.ports, 'credentialEntry.setAsksReason', request)).toEqual(
      fail({ code: 'administrator-only' }),
    );
    const set = (rev: number) =>
      setAsksReason(world.ports, { entryId: asking.id, rev, asks: false }, { role: 'administrator' });
    expect(await set(7)).toEqual(fail({ code: 'entry-changed' }));
    expect(await set(1)).toMatchObject({ value: { asksReason: false, rev: 2 } });
    expect(await gate('credential.reveal')).toMatchObject({ ok: true });
  });
});
