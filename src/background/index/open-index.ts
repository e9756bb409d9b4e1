import type { Coverage } from '../../domain/index-state.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { SearchIndex } from '../../domain/search/search-index.ts';
import type { PasswordUse } from '../../domain/search/use-log.ts';
import type { Ports, UnlockedState } from '../ports.ts';
import type { IndexScope } from './index-scope.ts';
import { coverageOf } from './index-states.ts';
import { emptyIndex, loadIndex } from './load-index.ts';
import { markDamaged } from './mark-damaged.ts';
import { usesOf } from './password-uses.ts';
import { openIndexCatalog } from './sealed-index.ts';

/** One key's index, open and ready to be searched. */
export interface OpenedIndex {
  readonly index: SearchIndex;
  readonly uses: readonly PasswordUse[];
  readonly coverage: Coverage;
  readonly syncedAt: number | null;
}

type Outside = Pick<Ports, 'cipher' | 'indexRecords' | 'loadedIndexes' | 'session' | 'policy' | 'now'>;

/**
 * Opens the index of a key; where nothing sound was read for it, an empty one. A sync may have put a newer generation
 * in place between the catalog and its parts: then it is read once more.
 */
export async function openIndex(
  outside: Outside,
  state: UnlockedState,
  { apiKeyId, region }: Pick<IndexScope, 'apiKeyId' | 'region'>,
  again = true,
): Promise<Result<OpenedIndex>> {
  const catalog = await openIndexCatalog(outside, state, apiKeyId);
  const uses = await usesOf(outside, state, apiKeyId);
  const sound = catalog?.region === region ? catalog : null;
  const nothing = { index: emptyIndex, uses, coverage: 'none', syncedAt: null } as const;
  if (sound === null) return ok(nothing);
  const index = await loadIndex(outside, state, apiKeyId, sound);
  if (index.ok)
    return ok({ index: index.value, uses, coverage: coverageOf(sound), syncedAt: sound.active?.syncedAt ?? null });
  if (index.failure.code !== 'vault-damaged') return index;
  if (again) return openIndex(outside, state, { apiKeyId, region }, false);
  await markDamaged(outside, state, apiKeyId, sound);
  return ok(nothing);
}
