import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ports } from '../../../src/background/ports.ts';
import { copyFront } from '../../../src/background/use-cases/copy-front.ts';
import { asId } from '../../../src/domain/ids.ts';
import { fail, ok } from '../../../src/domain/result.ts';
import type { Secret } from '../../../src/domain/secret.ts';
import { credential, fillWorld, session } from './fill-world.ts';

let world: ReturnType<typeof fillWorld>;
let written: string[];
let ports: Ports;
const gate = vi.fn(async () => ok({ code: '123456', validUntil: 0 }) as never);
const end = () => world.outcomes.get(5)?.end;

beforeEach(() => {
  world = fillWorld();
  written = [];
  gate.mockClear();
  ports = { ...world.ports, clipboard: { write: async (s: Secret) => void written.push(s.expose()), clear: vi.fn() } };
});

describe('copying by a right click (invariant 22)', () => {
  it('asks for a code by the gate, as a page of ours would, and has the clipboard cleared', async () => {
    await copyFront(ports, gate, 'code');
    expect(gate).toHaveBeenCalledWith('credential.code', { entryId: 'c' });
    expect(written).toEqual(['123456']);
    expect(ports.alarms.set).toHaveBeenCalledWith('clipboard', 31_000);
    expect(end()).toEqual({ copied: 'code' });
  });

  it('copies nothing that the gate refuses, and says why', async () => {
    gate.mockResolvedValueOnce(fail({ code: 'not-allowed', right: 'viewPassword' }) as never);
    await copyFront(ports, gate, 'code');
    expect(written).toEqual([]);
    expect(end()).toEqual({ failure: { code: 'not-allowed', right: 'viewPassword' } });
  });

  it('copies the user name without asking for a password value', async () => {
    await copyFront(ports, gate, 'username');
    expect(written).toEqual(['alice@northwind.example']);
    expect(world.itGlue.password).not.toHaveBeenCalled();
    expect(end()).toEqual({ copied: 'username' });
  });

  it('copies no user name of a record that was moved to another client', async () => {
    world.entries.set('c', { ...credential, organizationId: asId('2') });
    await copyFront(ports, gate, 'username');
    expect(written).toEqual([]);
    expect(end()).toEqual({ failure: { code: 'record-moved' } });
  });

  it('copies no user name of a record that was archived, as a fill would take none of it', async () => {
    world.itGlue.passwordSummary.mockResolvedValueOnce(ok({ ...(await summaryOf()), archived: true }));
    await copyFront(ports, gate, 'username');
    expect(written).toEqual([]);
    expect(end()).toEqual({ failure: { code: 'password-archived' } });
  });

  it('opens the popup where several sessions, none for sure, or a list is meant', async () => {
    world.entries.set('c', { ...credential, selection: { mode: 'always-prompt' } });
    await copyFront(ports, gate, 'username');
    world.entries.set('s2', { ...session, id: asId('s2'), name: 'Second' });
    await copyFront(ports, gate, 'code');
    world.entries.delete('s2');
    world.entries.set('s', { ...session, origin: 'https://login.microsoftonline.com' });
    world.state.front = { tabId: 5, origin: 'https://login.microsoftonline.com' };
    await copyFront(ports, gate, 'code');
    expect(world.pages.openPopup).toHaveBeenCalledTimes(3);
    expect(gate).not.toHaveBeenCalled();
    expect(written).toEqual([]);
  });

  it('says so where there is nothing to copy, no session, or no clipboard', async () => {
    world.itGlue.passwordSummary.mockResolvedValueOnce(ok({ ...(await summaryOf()), username: '' as never }));
    await copyFront(ports, gate, 'username');
    expect(end()).toEqual({ failure: { code: 'username-empty' } });
    world.state.front = { tabId: 5, origin: 'https://other.example' };
    await copyFront(ports, gate, 'username');
    expect(end()).toEqual({ failure: { code: 'no-linked-session', origin: 'https://other.example' } });
    world.state.front = { tabId: 5, origin: 'https://portal.example' };
    ports = { ...ports, clipboard: { write: () => Promise.reject(new Error('no')), clear: vi.fn() } };
    await copyFront(ports, gate, 'code');
    expect(end()).toEqual({ failure: { code: 'clipboard-refused' } });
  });

  it('asks for the passphrase first', async () => {
    world.state.role = null;
    await copyFront(ports, gate, 'code');
    expect(world.pages.openPopup).toHaveBeenCalledTimes(1);
    expect(end()).toEqual({ failure: { code: 'locked' } });
  });
});

async function summaryOf() {
  const answer = await world.itGlue.passwordSummary();
  if (!answer.ok) throw new Error('no summary');
  return answer.value;
}
