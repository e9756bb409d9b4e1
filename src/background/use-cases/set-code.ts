import type { CredentialEntry } from '../../domain/entry.ts';
import { fail } from '../../domain/result.ts';
import { type CodeFacts, parseSeed } from '../../domain/totp.ts';
import { keepCredential } from '../keep-credential.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

/** Keeps the seed of one-time codes for a credential entry, or lets go of it. It never comes back out. */
export const setCode: UseCase<'credentialEntry.setCode'> = async (ports, { entryId, rev, seed }, caller) => {
  const found = await existingEntry(ports, 'credential', entryId);
  if (!found.ok) return found;
  if (found.value.rev !== rev) return fail({ code: 'entry-changed' });
  if (seed !== null && found.value.selection.mode !== 'password') return fail({ code: 'choose-first' });
  const parsed = seed === null ? null : parseSeed(seed);
  if (typeof parsed === 'string') return fail({ code: 'seed-refused', problem: parsed });
  let code: CodeFacts | null = null;
  if (parsed !== null) {
    const { secret: _secret, ...facts } = parsed;
    code = facts;
  }
  const kept =
    parsed === null
      ? await ports.store.remove('code-seed', entryId)
      : await ports.store.put('code-seed', entryId, parsed);
  if (!kept.ok) return kept;
  const entry: CredentialEntry = { ...found.value, rev: rev + 1, code };
  return keepCredential(ports, caller, entry);
};
