import type { CredentialEntry } from '../domain/entry.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { Secret } from '../domain/secret.ts';
import { type CodeSeed, codeAt } from '../domain/totp.ts';
import type { Ports } from './ports.ts';

/** With less time left a code could run out before the page has sent it. */
const leastMs = 5_000;

/** The seed of an entry that keeps one. */
export async function seedOf(ports: Pick<Ports, 'store'>, entryId: EntryId): Promise<Result<CodeSeed>> {
  const found = await ports.store.get('code-seed', entryId);
  if (!found.ok) return found;
  return found.value === null ? fail({ code: 'no-code-kept' }) : ok(found.value);
}

/** A one-time code with time left to be used: waits for the next one where this one is about to run out. */
export async function freshCode(
  ports: Pick<Ports, 'store' | 'now' | 'wait'>,
  { id, code }: CredentialEntry,
): Promise<Result<Secret>> {
  if (code === null) return fail({ code: 'no-code-kept' });
  const seed = await seedOf(ports, id);
  if (!seed.ok) return seed;
  const left = codeAt(seed.value, ports.now()).validUntil - ports.now();
  if (left < leastMs) await ports.wait(left);
  return ok(new Secret(codeAt(seed.value, ports.now()).code));
}
