import browser from 'webextension-polyfill';
import type { FolderId } from '../domain/ids.ts';
import type { EntryList } from '../messaging/contract.ts';
import type { Opened } from './tree-rows.ts';

/** Where a person is in the tree. Ids alone, which say nothing without the vault. */
interface KeptTree {
  readonly opened: Opened;
  /** The row that keys act on; '': none yet. */
  readonly active: string;
}

const key = 'options-tree';
let kept: KeptTree = { opened: new Map(), active: '' };

export const keptTree = (): KeptTree => kept;

/** Kept while the page goes to an editor and back, and over a reload in the browser's session memory, which a lock clears. */
export async function keepTree(change: Partial<KeptTree>): Promise<void> {
  kept = { ...kept, ...change };
  const { opened, active } = kept;
  try {
    await browser.storage.session.set({ [key]: { opened: [...opened], active } });
  } catch {
    // Nothing is lost but the place where the person was.
  }
}

/** Whatever is not of its shape is no place. */
function decoded(raw: unknown): KeptTree | null {
  const { opened, active } = (raw ?? {}) as Readonly<Record<string, unknown>>;
  if (!Array.isArray(opened) || typeof active !== 'string') return null;
  const pairs = opened.filter(
    (pair): pair is [string, boolean] =>
      Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'boolean',
  );
  return { opened: new Map(pairs), active };
}

/** Read before the tree is shown for the first time. */
export async function readTree(): Promise<void> {
  if (kept.active !== '' || kept.opened.size > 0) return;
  try {
    kept = decoded((await browser.storage.session.get(key))[key]) ?? kept;
  } catch {
    // The tree starts as it does the first time.
  }
}

/** The folder in which a new entry starts: the one that was gone to last, or that of the entry gone to; null: the top. */
export function placeForNew({ folders, entries }: Pick<EntryList, 'folders' | 'entries'>): FolderId | null {
  const { active } = kept;
  const within = entries.find(({ id }) => id === active)?.folderId ?? active;
  return folders.find(({ id }) => id === within)?.id ?? null;
}
