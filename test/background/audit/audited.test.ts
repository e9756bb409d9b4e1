import { beforeEach, describe, expect, it } from 'vitest';
import { auditedItGlue, noteCommand } from '../../../src/background/audit/audited.ts';
import { noteFill } from '../../../src/background/audit/note-fill.ts';
import type { Ports } from '../../../src/background/ports.ts';
import type { Failure } from '../../../src/domain/failure.ts';
import { asId } from '../../../src/domain/ids.ts';
import { fail, ok, type Result } from '../../../src/domain/result.ts';
import type { CommandName, FillEnd } from '../../../src/messaging/contract.ts';
import { rules } from '../../../src/messaging/contract-rules.ts';
import { credential, fillWorld, passwordMarker, session } from '../fill/fill-world.ts';

let world: ReturnType<typeof fillWorld>;
beforeEach(() => {
  world = fillWorld();
});

const note = (command: CommandName, request: object, answer: Result<unknown>) =>
  noteCommand(world.ports, command, request, answer);
const told = () => world.noted.map(({ action, by, outcome }) => `${action} ${by} ${outcome}`);

describe('an answered command', () => {
  it('is written down with the entry, its organization and its password', async () => {
    const request = { entryId: credential.id, passwordId: null, purpose: 'reveal' };
    await note('credential.reveal', request, ok({ password: passwordMarker }));
    expect(world.noted).toEqual([
      {
        action: 'revealed',
        by: 'credential.reveal',
        outcome: 'ok',
        entryId: credential.id,
        entryName: 'Northwind portal',
        organizationId: '1',
        organizationName: 'Northwind',
        passwordId: '77',
        passwordName: 'Portal',
        origin: null,
        reason: null,
      },
    ]);
  });

  it('of a copy is another event than of a look, and a key that was only tried is none', async () => {
    await note('credential.reveal', { entryId: credential.id, passwordId: null, purpose: 'copy' }, ok({}));
    await note('apiKey.set', { save: 'never' }, ok({}));
    await note('apiKey.set', { save: 'anyway' }, ok({}));
    await note('entries.list', {}, ok({}));
    expect(told()).toEqual(['copied credential.reveal ok', 'changed apiKey.set ok']);
  });

  it('names the entry that it made', async () => {
    await note('sessionEntry.save', { entryId: null }, ok({ id: session.id }));
    expect(world.noted).toMatchObject([{ action: 'changed', entryId: session.id, origin: session.origin }]);
  });

  it('on several entries leaves an event for each', async () => {
    await note('entries.delete', { entryIds: [credential.id, session.id] }, ok({}));
    expect(world.noted.map(({ by, entryId, organizationName }) => [by, entryId, organizationName])).toEqual([
      ['entries.delete', credential.id, 'Northwind'],
      ['entries.delete', session.id, 'Northwind'],
    ]);
  });

  it('on a folder names it, also one that it made', async () => {
    const store = { ...world.ports.store, get: async () => ok({ name: 'Northwind' }) } as unknown as Ports['store'];
    for (const [command, request] of [
      ['folder.save', { folderId: null }],
      ['folder.delete', { folderId: 'f' }],
      ['entries.move', { entryIds: [], folderIds: ['f'], to: null }],
    ] as const)
      await noteCommand({ ...world.ports, store }, command, request, ok({ id: asId('f') }));
    expect(world.noted.map(({ by, entryId, entryName }) => [by, entryId, entryName])).toEqual([
      ['folder.save', null, 'Northwind'],
      ['folder.delete', null, 'Northwind'],
      ['entries.move', null, 'Northwind'],
    ]);
  });

  it('is refused by its code; where nothing could have been handed out, only for a right', async () => {
    await note('credential.reveal', { entryId: asId('gone') }, fail({ code: 'entry-not-found' }));
    await note('entries.list', {}, fail({ code: 'vault-damaged', records: [] }));
    await note('policy.get', {}, fail({ code: 'administrator-only' }));
    expect(told()).toEqual(['refused credential.reveal entry-not-found', 'refused policy.get administrator-only']);
  });

  it.each(Object.keys(rules) as CommandName[])('%s that a right refuses is written down', async (command) => {
    await note(command, {}, fail({ code: 'not-allowed', right: 'edit' }));
    expect(told()).toEqual([`refused ${command} not-allowed`]);
  });

  it.each(['page.fill', 'challenge.answer'] as const)('%s that ends well is told by its end', async (command) => {
    await note(command, { entryId: session.id }, ok({}));
    await note(command, { entryId: session.id }, fail({ code: 'choose-first' }));
    expect(told()).toEqual([`refused ${command} choose-first`]);
  });
});

describe('a password value', () => {
  const access = { region: 'us', key: null } as never;

  it('that comes from IT Glue is written down whoever asked, and not in it', async () => {
    const answer = await auditedItGlue(world.ports.itGlue, world.ports.audit).password(access, asId('77'));
    expect(answer).toMatchObject({ ok: true });
    expect(world.noted).toMatchObject([
      {
        action: 'fetched',
        by: 'it-glue',
        outcome: 'ok',
        passwordId: '77',
        passwordName: 'Portal',
        organizationId: '1',
        organizationName: 'Northwind',
      },
    ]);
    expect(JSON.stringify(world.noted)).not.toContain(passwordMarker);
  });

  it('that does not come is refused', async () => {
    const failure: Failure = { code: 'no-password-access' };
    world.itGlue.password.mockResolvedValueOnce(fail(failure) as never);
    await auditedItGlue(world.ports.itGlue, world.ports.audit).password(access, asId('77'));
    expect(told()).toEqual(['refused it-glue no-password-access']);
  });
});

describe('the end of a fill', () => {
  const intent = {
    source: 'front',
    sessionEntryId: session.id,
    passwordId: asId<'password'>('77'),
    organization: null,
  } as const;
  const ends: readonly (readonly [FillEnd, string])[] = [
    [{ outcome: { kind: 'filled', roles: ['password'], more: false } }, 'filled ok'],
    [{ outcome: { kind: 'partly', roles: ['username'], missing: ['password'] } }, 'filled partly'],
    [{ outcome: { kind: 'absent' } }, 'refused absent'],
    [{ outcome: { kind: 'refused', reason: 'tiny-field' } }, 'refused tiny-field'],
    [{ failure: { code: 'record-moved' } }, 'refused record-moved'],
    [{ signInDialog: 'answered' }, 'filled ok'],
  ];
  it.each(ends)('%j is written down', async (end, expected) => {
    await noteFill(world.ports, intent, end, 'https://login.example');
    expect(world.noted.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([expected]);
    expect(world.noted).toMatchObject([{ by: 'front', origin: 'https://login.example', entryName: session.name }]);
  });

  it('has the origin of the session where it never came to a page', async () => {
    await noteFill(world.ports, intent, { failure: { code: 'intent-expired' } }, null);
    expect(world.noted).toMatchObject([{ origin: session.origin }]);
  });

  it('is none yet where a launch goes on looking', async () => {
    await noteFill(world.ports, { ...intent, source: 'launch' }, { outcome: { kind: 'absent' } }, null);
    expect(world.noted).toEqual([]);
  });
});
