import type { CredentialEntry } from '../domain/entry.ts';
import type { PasswordId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';

/**
 * The password an entry stands for at this use. An entry for one password never gives another one, whatever was asked:
 * that is what blocking Edit means. An entry that always prompts needs a choice.
 */
export function chosenPassword(entry: CredentialEntry, asked: PasswordId | null): Result<PasswordId> {
  if (entry.selection.mode === 'always-prompt') return asked === null ? fail({ code: 'choose-first' }) : ok(asked);
  const { passwordId } = entry.selection;
  return asked === null || asked === passwordId ? ok(passwordId) : fail({ code: 'not-in-list' });
}
