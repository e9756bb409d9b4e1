import type { ApiKeyId } from '../../domain/ids.ts';
import type { SearchIndex } from '../../domain/search/search-index.ts';
import type { PasswordUse } from '../../domain/search/use-log.ts';
import type { KnownFolders } from '../index/folder-names.ts';
import type { LoadedIndexes } from '../index/index-ports.ts';

/** Loaded indexes in this worker's memory: gone with the worker, and on lock. */
export function createLoadedIndexes(): LoadedIndexes {
  const loaded = new Map<ApiKeyId, { readonly stamp: string; readonly index: SearchIndex }>();
  const uses = new Map<ApiKeyId, readonly PasswordUse[]>();
  const folders = new Map<ApiKeyId, KnownFolders>();
  return {
    get(apiKeyId, stamp) {
      const known = loaded.get(apiKeyId);
      return known?.stamp === stamp ? known.index : null;
    },
    set: (apiKeyId, stamp, index) => void loaded.set(apiKeyId, { stamp, index }),
    uses: (apiKeyId) => uses.get(apiKeyId) ?? null,
    setUses: (apiKeyId, log) => void uses.set(apiKeyId, log),
    folders: (apiKeyId) => folders.get(apiKeyId) ?? null,
    setFolders: (apiKeyId, known) => void folders.set(apiKeyId, known),
    clear() {
      loaded.clear();
      uses.clear();
      folders.clear();
    },
  };
}
