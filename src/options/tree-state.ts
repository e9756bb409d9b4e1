import { useState } from 'preact/hooks';
import { keepTree, keptTree } from './kept-tree.ts';
import type { Opened, TreeRow } from './tree-rows.ts';

/** What a person has done with the tree: opened, gone to, chosen. */
export interface TreeState {
  readonly opened: Opened;
  /** The row that keys act on. */
  readonly active: string;
  readonly selected: ReadonlySet<string>;
  readonly setOpen: (id: string, open: boolean) => void;
  readonly goTo: (id: string) => void;
  readonly toggle: (id: string) => void;
  /** Chooses every row from the last one that was chosen alone, or else from `from`, and goes there. */
  readonly selectTo: (rows: readonly TreeRow[], from: string, to: string) => void;
  readonly select: (ids: Iterable<string>) => void;
}

/** From one row to another, both included, in whichever order. */
function between(rows: readonly TreeRow[], from: string, to: string): readonly string[] {
  const ends = [from, to].map((id) => rows.findIndex((row) => row.id === id)).sort((a, b) => a - b);
  const [first = -1, last = -1] = ends;
  return first < 0 ? [to] : rows.slice(first, last + 1).map(({ id }) => id);
}

export function useTreeState(): TreeState {
  const [opened, setOpened] = useState(keptTree().opened);
  const [active, setActive] = useState(keptTree().active);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState('');
  return {
    opened,
    active,
    selected,
    setOpen(id, open) {
      const next = new Map([...opened, [id, open]]);
      void keepTree({ opened: next });
      setOpened(next);
    },
    goTo(id) {
      if (id !== active) void keepTree({ active: id });
      setActive(id);
    },
    toggle(id) {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      setSelected(next);
      setAnchor(id);
    },
    selectTo(rows, from, to) {
      const start = anchor === '' ? from : anchor;
      setSelected(new Set(between(rows, start, to)));
      setAnchor(start);
      this.goTo(to);
    },
    select(ids) {
      setSelected(new Set(ids));
      setAnchor('');
    },
  };
}
