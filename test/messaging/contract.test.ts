import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Secret } from '../../src/domain/secret.ts';
import type { CommandName, Commands } from '../../src/messaging/contract.ts';
import { type Rule, rules } from '../../src/messaging/contract-rules.ts';

/** The only commands that may carry plaintext, and which way. */
const plaintext = [
  'vault.create',
  'vault.unlock',
  'vault.changePassphrase',
  'vault.setTechnicianPassphrase',
  'apiKey.set',
  'credential.reveal',
  'pack.accept',
  'backup.read',
  'backup.restore',
] as const;

type KeysOf<Value> = Value extends readonly (infer Item)[]
  ? KeysOf<Item>
  : Value extends string
    ? never
    : Value extends object
      ? { [Key in keyof Value]: Key | KeysOf<Value[Key]> }[keyof Value]
      : never;
type SecretKey = 'passphrase' | 'current' | 'next' | 'key' | 'password' | 'dek' | 'value';
type Carrying = {
  [Name in CommandName]: Extract<KeysOf<Commands[Name]>, SecretKey> extends never ? never : Name;
}[CommandName];

describe('the contract', () => {
  it('lets no other command carry plaintext', () => {
    expectTypeOf<Carrying>().toEqualTypeOf<(typeof plaintext)[number]>();
    expect(plaintext.every((name) => name in rules)).toBe(true);
  });

  it('never sends a Secret, which would arrive as nothing', () => {
    type WithSecret = {
      [Name in CommandName]: Extract<KeysOf<Commands[Name]>, keyof Secret & 'expose'> extends never ? never : Name;
    }[CommandName];
    expectTypeOf<WithSecret>().toEqualTypeOf<never>();
  });

  it('cannot ask for a right on a command that names no entry', () => {
    expectTypeOf<{ needs: 'view'; on: 'entryId' }>().not.toExtend<Rule<never>>();
    expectTypeOf<{ needs: 'view'; on: 'entryId' }>().toExtend<Rule<'entryId'>>();
  });

  /** Written down a second time: the gate's own tests go by the rules, and would follow a wrong one. */
  it.each([
    [
      'nothing',
      [
        'vault.status',
        'vault.create',
        'vault.unlock',
        'vault.lock',
        'vault.erase',
        'clipboard.clearLater',
        'challenge.get',
        'challenge.cancel',
      ],
    ],
    [
      'unlocked',
      [
        'vault.changePassphrase',
        'settings.get',
        'apiKey.list',
        'entries.list',
        'index.search',
        'index.state',
        'index.sync',
        'page.front',
        'containers.remove',
        'organization.pin',
        'policy.get',
        'pack.read',
        'pack.accept',
        'diagnostics.get',
        'draft.list',
        'draft.keep',
      ],
    ],
    [
      'view',
      [
        'credentials.list',
        'credentials.search',
        'page.fill',
        'page.explain',
        'session.launch',
        'session.address',
        'remote.handOver',
        'challenge.answer',
        'sessionEntry.remember',
        'sessionEntry.forgetRemembered',
        'sessionEntry.confirmOrigins',
        'reason.give',
        'entry.favourite',
      ],
    ],
    ['viewPassword', ['credential.reveal', 'credential.code']],
    [
      'edit',
      [
        'organizations.list',
        'passwords.list',
        'credentialEntry.save',
        'credentialEntry.setCode',
        'credentialEntry.setCodeCopy',
        'credentialEntry.check',
        'sessionEntry.save',
        'entry.delete',
        'entry.restore',
        'page.chooseField',
        'sessionEntry.forgetField',
        'sessionEntry.restoreField',
        'remoteEntry.save',
        'entry.duplicate',
        'entries.delete',
        'entries.restore',
        'entries.link',
      ],
    ],
    [
      'administrator',
      [
        'vault.setTechnicianPassphrase',
        'vault.removeTechnician',
        'vault.discardDamaged',
        'settings.set',
        'apiKey.set',
        'apiKey.test',
        'apiKey.health',
        'apiKey.delete',
        'index.exclude',
        'primaryDomains.list',
        'primaryDomains.set',
        'pack.list',
        'pack.export',
        'backup.export',
        'backup.read',
        'backup.restore',
        'credentialEntry.setAsksReason',
        'entries.move',
        'folder.save',
        'folder.delete',
        'folder.restore',
        'folders.delete',
        'folders.restore',
        'steps.skip',
      ],
    ],
    ['audit-reader', ['audit.stretch', 'audit.export']],
  ] as const)('needs %s for these commands, and for no others', (need, commands) => {
    const found = Object.entries(rules).flatMap(([name, rule]) => (rule.needs === need ? [name] : []));
    expect(found).toEqual(commands);
  });

  it('asks on every entry that a request names, and spares only a device without a vault', () => {
    const several = Object.entries(rules).flatMap(([name, rule]) => ('onEach' in rule ? [name] : []));
    const spared = Object.entries(rules).flatMap(([name, rule]) => ('orNoVault' in rule ? [name] : []));
    expect(several).toEqual(['entries.delete', 'entries.restore', 'entries.link']);
    expect(spared).toEqual(['pack.read', 'pack.accept', 'backup.read', 'backup.restore']);
  });
});
