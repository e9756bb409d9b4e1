import * as v from 'valibot';
import type { ApiKeyId, PasswordId } from '../../domain/ids.ts';
import { type PasswordUse, withUse } from '../../domain/search/use-log.ts';
import { decoded } from '../decoded.ts';
import type { Ports, UnlockedState } from '../ports.ts';
import { openPart, sealPart } from './sealed-index.ts';

type Outside = Pick<Ports, 'cipher' | 'indexRecords' | 'loadedIndexes' | 'session' | 'now'>;

const usesPart = 'uses';

const schema: v.GenericSchema<unknown, readonly PasswordUse[]> = v.array(
  v.object({
    passwordId: v.pipe(
      v.string(),
      v.transform((id) => id as PasswordId),
    ),
    origin: v.nullable(v.string()),
    at: v.number(),
    times: v.number(),
  }),
);

/** How the passwords of a key were used from this browser. A log that does not open counts as empty: it only ranks. */
export async function usesOf(
  outside: Outside,
  state: UnlockedState,
  apiKeyId: ApiKeyId,
): Promise<readonly PasswordUse[]> {
  const known = outside.loadedIndexes.uses(apiKeyId);
  if (known !== null) return known;
  const raw = await outside.indexRecords.part(apiKeyId, usesPart);
  const uses = decoded(schema, await openPart(outside, state, apiKeyId, usesPart, raw)) ?? [];
  if ((await outside.session.unlocked()) !== null) outside.loadedIndexes.setUses(apiKeyId, uses);
  return uses;
}

/**
 * Remembers that a password was used: `origin` is where it was filled, null where it was revealed or copied. Never an
 * error: what was done stays done where this cannot be written.
 */
export async function noteUse(
  outside: Outside,
  apiKeyId: ApiKeyId,
  passwordId: PasswordId,
  origin: string | null,
): Promise<void> {
  const state = await outside.session.unlocked();
  if (state === null) return;
  try {
    const uses = withUse(await usesOf(outside, state, apiKeyId), passwordId, origin, outside.now());
    outside.loadedIndexes.setUses(apiKeyId, uses);
    const part = await sealPart(outside, state, apiKeyId, usesPart, uses);
    await outside.indexRecords.write(apiKeyId, { put: [part], remove: [] });
  } catch {
    // A full disk: the use ranks until this worker ends.
  }
}
