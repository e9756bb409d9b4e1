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

  it('opens nothing to a locked vault but what the door itself needs', () => {
    const open = Object.entries(rules).flatMap(([name, rule]) => (rule.needs === 'nothing' ? [name] : []));
    expect(open).toEqual([
      'vault.status',
      'vault.create',
      'vault.unlock',
      'vault.lock',
      'vault.erase',
      'clipboard.clearLater',
      'challenge.get',
      'challenge.cancel',
    ]);
  });
});
