import { ok } from '../../domain/result.ts';
import { codeAt } from '../../domain/totp.ts';
import { seedOf } from '../entry-code.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

/** The one-time code of this moment, for a look or a copy. The gate has asked for View password. */
export const showCode: UseCase<'credential.code'> = async (ports, { entryId }) => {
  const entry = await existingEntry(ports, 'credential', entryId);
  if (!entry.ok) return entry;
  const seed = await seedOf(ports, entryId);
  return seed.ok ? ok(codeAt(seed.value, ports.now())) : seed;
};
