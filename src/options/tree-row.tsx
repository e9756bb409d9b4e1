// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by a virtual list, which no table can be
// biome-ignore-all lint/a11y/useFocusableInteractive: the tree has the focus and names its active row; what is in the cells takes it itself
import type { ComponentChildren } from 'preact';
import { text } from '../texts/text.ts';
import { EntryCells } from './entry-cells.tsx';
import { FolderCells } from './folder-cells.tsx';
import type { TreeRow } from './tree-rows.ts';
import type { EntryActs } from './use-entry-acts.tsx';

export interface TreeRowProps {
  readonly row: TreeRow;
  readonly id: string;
  /** The tree names it as its active one; only its own buttons are in the order of Tab. */
  readonly active: boolean;
  readonly selected: boolean;
  readonly acts: EntryActs;
  readonly onFocus: () => void;
  readonly onToggleOpen: (open: boolean) => void;
  /** A click on its box, or on the row with a key held. */
  readonly onSelect: (how: 'toggle' | 'to') => void;
}

function SelectBox({ row, selected, active, onSelect }: TreeRowProps) {
  return (
    <input
      type="checkbox"
      class="tree-box"
      checked={selected}
      tabIndex={active ? 0 : -1}
      aria-label={text('optionsSelectNamed', row.name)}
      onClick={(event) => onSelect(event.shiftKey ? 'to' : 'toggle')}
    />
  );
}

/** One row: its box, and what stands in it by its kind. */
export function TreeGridRow(props: TreeRowProps) {
  const { row, id, active, selected, onFocus, onSelect } = props;
  const cells: ComponentChildren =
    row.kind === 'folder' ? <FolderCells {...props} row={row} /> : <EntryCells {...props} row={row} />;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around takes the keys
    <div
      id={id}
      class="tree-row"
      role="row"
      data-active={active ? '' : undefined}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.count}
      aria-selected={selected}
      aria-expanded={row.kind === 'folder' ? row.open : undefined}
      onFocusIn={onFocus}
      onClick={(event) => {
        onFocus();
        if (event.shiftKey || event.ctrlKey || event.metaKey) {
          if (event.target instanceof HTMLInputElement) return;
          event.preventDefault();
          onSelect(event.shiftKey ? 'to' : 'toggle');
        }
      }}
    >
      <span role="gridcell" class="tree-select">
        <SelectBox {...props} />
      </span>
      {cells}
    </div>
  );
}
