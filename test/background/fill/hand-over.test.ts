import { beforeEach, describe, expect, it, vi } from 'vitest';
import { passGate } from '../../../src/background/gate.ts';
import type { Ports } from '../../../src/background/ports.ts';
import { handOver } from '../../../src/background/use-cases/hand-over.ts';
import { saveRemoteEntry } from '../../../src/background/use-cases/save-remote-entry.ts';
import { asId } from '../../../src/domain/ids.ts';
import type { Role } from '../../../src/domain/permission.ts';
import { openPolicy } from '../../../src/domain/policy.ts';
import { fail, ok } from '../../../src/domain/result.ts';
import { Secret } from '../../../src/domain/secret.ts';
import { credential, fillWorld, passwordMarker, remote, summary } from './fill-world.ts';

const all = { view: true, viewPassword: true, edit: true };

let world: ReturnType<typeof fillWorld>;
let written: string[];
let ports: Ports;
function begin(role: Role) {
  world = fillWorld(role);
  written = [];
  ports = { ...world.ports, clipboard: { write: async (s: Secret) => void written.push(s.expose()), clear: vi.fn() } };
  world.entries.set('r', remote);
  world.entries.set('c', { ...credential, permissions: all });
}
const hand = () => handOver(ports, { entryId: asId('r'), passwordId: null }, { role: world.state.role });
const link = { kind: 'link', address: 'ssh://alice%40northwind.example@dc01.northwind.example' };

describe('handing a remote session over', () => {
  beforeEach(() => begin('technician'));

  it('gives the link, puts the password on the clipboard for 30 s, and writes the copy down', async () => {
    const answer = await hand();
    expect(answer).toEqual({ ok: true, value: { way: link, clearAt: 31_000, withheld: null } });
    expect(written).toEqual([passwordMarker]);
    expect(JSON.stringify(answer)).not.toContain(passwordMarker);
    expect(ports.alarms.set).toHaveBeenCalledWith('clipboard', 31_000);
    expect(world.noted).toMatchObject([{ action: 'copied', entryId: 'r', origin: 'ssh://dc01.northwind.example' }]);
  });

  it('without View password goes without it, asks IT Glue for no value, and says so', async () => {
    world.entries.set('c', { ...credential, permissions: { ...all, viewPassword: false } });
    const withheld = { code: 'not-allowed', right: 'viewPassword' };
    expect(await hand()).toEqual({ ok: true, value: { way: link, clearAt: null, withheld } });
    expect(written).toEqual([]);
    expect(world.itGlue.password).not.toHaveBeenCalled();
  });

  it('copies nothing where the policy forbids copying', async () => {
    const policy = {
      ...ports.policy,
      read: async () => ({ ...(await world.ports.policy.read()), policy: { ...openPolicy, disableCopy: true } }),
    };
    ports = { ...ports, policy };
    expect(await hand()).toMatchObject({ value: { withheld: { code: 'policy-forbids', rule: 'disableCopy' } } });
    expect(world.itGlue.password).not.toHaveBeenCalled();
  });

  it('copies nothing when a lock comes while IT Glue is asked', async () => {
    world.itGlue.password.mockImplementationOnce(async () => {
      world.state.role = null;
      return fillWorld().itGlue.password();
    });
    expect(await hand()).toMatchObject({ value: { clearAt: null, withheld: { code: 'locked' } } });
    expect(written).toEqual([]);
  });

  it('hands over all the same where IT Glue cannot be asked, with the user name that was seen last', async () => {
    const selection = {
      mode: 'password',
      passwordId: asId<'password'>('77'),
      passwordName: 'P',
      username: 'bob',
    } as const;
    world.entries.set('c', { ...credential, permissions: all, selection });
    world.itGlue.password.mockResolvedValueOnce(fail({ code: 'offline' }) as never);
    const way = { kind: 'link', address: 'ssh://bob@dc01.northwind.example' };
    expect(await hand()).toEqual({ ok: true, value: { way, clearAt: null, withheld: { code: 'offline' } } });
  });

  it('takes no password of another organization', async () => {
    world.entries.set('c', { ...credential, permissions: all, organizationId: asId('2') });
    expect(await hand()).toMatchObject({ value: { withheld: { code: 'record-moved' } } });
    expect(written).toEqual([]);
  });

  it('takes no password that is archived', async () => {
    const archived = { summary: { ...summary, archived: true }, value: new Secret('P4ss-marker-value') };
    world.itGlue.password.mockResolvedValueOnce(ok(archived));
    expect(await hand()).toMatchObject({ value: { withheld: { code: 'password-archived' } } });
    expect(written).toEqual([]);
  });

  it('asks for a choice where the entry always prompts, and works without any credential', async () => {
    world.entries.set('c', { ...credential, permissions: all, selection: { mode: 'always-prompt' } });
    expect(await hand()).toEqual({ ok: false, failure: { code: 'choose-first' } });
    world.entries.set('r', { ...remote, credentialEntryId: null });
    expect(await hand()).toMatchObject({ value: { way: { address: 'ssh://dc01.northwind.example' }, withheld: null } });
  });

  it('needs View at the gate, and a reason where the entry asks for one', async () => {
    const gate = () => passGate(ports, 'remote.handOver', { entryId: 'r', passwordId: null });
    expect(await gate()).toMatchObject({ ok: true });
    world.entries.set('c', { ...credential, permissions: { ...all, view: false } });
    expect(await gate()).toEqual({ ok: false, failure: { code: 'entry-not-found' } });
    world.entries.set('c', { ...credential, permissions: all, asksReason: true });
    ports = { ...ports, session: { ...ports.session, givenReason: async () => null } };
    expect(await gate()).toEqual({ ok: false, failure: { code: 'reason-needed' } });
  });
});

describe('saving a remote session', () => {
  const input = {
    entryId: null,
    rev: null,
    name: 'DC 02',
    protocol: 'rdp',
    host: 'DC02.example:3390',
    credentialEntryId: asId<'entry'>('c'),
  } as const;

  it('keeps its place in canonical form', async () => {
    begin('administrator');
    const saved = await saveRemoteEntry(ports, input, { role: 'administrator' });
    expect(saved).toMatchObject({ value: { kind: 'remote', host: 'dc02.example', port: 3390, rights: all } });
  });

  it('needs Edit on what it is linked to, and a host', async () => {
    begin('technician');
    world.entries.set('c', { ...credential, permissions: { ...all, edit: false } });
    expect(await saveRemoteEntry(ports, input, { role: 'technician' })).toEqual({
      ok: false,
      failure: { code: 'not-allowed', right: 'edit' },
    });
    begin('administrator');
    const refused = await saveRemoteEntry(ports, { ...input, host: 'a@b' }, { role: 'administrator' });
    expect(refused).toMatchObject({ failure: { code: 'host-refused' } });
  });
});
