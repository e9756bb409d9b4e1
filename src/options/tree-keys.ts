import { folded } from '../domain/search-text.ts';
import { movedBy } from '../ui/list-keys.ts';
import type { TreeRow } from './tree-rows.ts';

/** What a key means on a row of the tree (WAI-ARIA: treegrid, rows focusable); null: nothing. */
export type TreeDeed =
  | { readonly do: 'go' | 'select-to' | 'open' | 'close' | 'toggle'; readonly id: string }
  | { readonly do: 'select-all' | 'select-none' | 'enter' | 'delete' };

interface Pressed {
  readonly key: string;
  readonly shift: boolean;
  readonly command: boolean;
}

const toRow = (row: TreeRow | undefined, shift: boolean): TreeDeed | null =>
  row === undefined ? null : { do: shift ? 'select-to' : 'go', id: row.id };

/** Right opens a folder, then goes into it; left closes it, then goes to the folder around. */
function sideways(key: string, rows: readonly TreeRow[], at: number): TreeDeed | null {
  const row = rows[at];
  if (row === undefined) return null;
  const isOpen = row.kind === 'folder' && row.open;
  if (key === 'ArrowLeft') {
    if (isOpen) return { do: 'close', id: row.id };
    return row.parent === null ? null : { do: 'go', id: row.parent };
  }
  if (row.kind !== 'folder') return null;
  if (!isOpen) return { do: 'open', id: row.id };
  const inside = rows[at + 1];
  return inside?.parent === row.id ? { do: 'go', id: inside.id } : null;
}

/** The next row whose name begins with what was typed, from the active one on and around the end. */
export function typedRow(rows: readonly TreeRow[], at: number, typed: string): string | null {
  const start = folded(typed);
  const from = typed.length > 1 ? at : at + 1;
  const around = [...rows.slice(Math.max(from, 0)), ...rows.slice(0, Math.max(from, 0))];
  return around.find(({ name }) => folded(name).startsWith(start))?.id ?? null;
}

export function deedOfTreeKey(rows: readonly TreeRow[], at: number, { key, shift, command }: Pressed): TreeDeed | null {
  if (command) return key.toLowerCase() === 'a' ? { do: 'select-all' } : null;
  if (key === 'ArrowLeft' || key === 'ArrowRight') return sideways(key, rows, at);
  if (key === 'Home') return toRow(rows[0], shift);
  if (key === 'End') return toRow(rows.at(-1), shift);
  if (key === 'ArrowDown' && at === rows.length - 1) return null;
  if (key === 'ArrowUp' && at === 0) return null;
  const moved = movedBy(key, at, rows.length);
  if (moved !== null) return toRow(rows[moved], shift);
  const row = rows[at];
  if (key === ' ' && row !== undefined) return { do: 'toggle', id: row.id };
  if (key === 'Enter') return { do: 'enter' };
  if (key === 'Delete') return { do: 'delete' };
  return key === 'Escape' ? { do: 'select-none' } : null;
}
