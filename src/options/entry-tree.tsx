// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by a virtual list, which no table can be
import { useRef } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { VirtualList } from '../ui/virtual-list.tsx';
import { hrefOf } from './route.ts';
import { deedOfTreeKey, type TreeDeed, typedRow } from './tree-keys.ts';
import { TreeGridRow } from './tree-row.tsx';
import type { TreeRow } from './tree-rows.ts';
import type { TreeState } from './tree-state.ts';
import type { EntryActs } from './use-entry-acts.tsx';
import { useVault } from './vault-context.ts';

interface EntryTreeProps {
  readonly rows: readonly TreeRow[];
  readonly state: TreeState;
  readonly acts: EntryActs;
  readonly onDelete: (row: TreeRow) => void;
}

const rowHeight = 52;
const mostPixels = 620;
/** Letters that come so soon after each other are of one name. */
const typingMs = 700;

const idOf = (row: TreeRow): string => `row-${row.id}`;

/** Does what a key means. */
function useTreeDeeds({ rows, state, onDelete }: EntryTreeProps, active: TreeRow | undefined) {
  const { go } = useVault();
  const enter = (row: TreeRow): void => {
    if (row.kind === 'folder') state.setOpen(row.id, !row.open);
    else go(hrefOf({ page: row.entry.kind, id: row.entry.id }));
  };
  return (deed: TreeDeed): void => {
    if (deed.do === 'go') state.goTo(deed.id);
    if (deed.do === 'open' || deed.do === 'close') state.setOpen(deed.id, deed.do === 'open');
    if (deed.do === 'toggle') state.toggle(deed.id);
    if (deed.do === 'select-to') state.selectTo(rows, active?.id ?? deed.id, deed.id);
    if (deed.do === 'select-all') state.select(rows.map(({ id }) => id));
    if (deed.do === 'select-none') state.select([]);
    if (deed.do === 'delete' && active !== undefined) onDelete(active);
    if (deed.do === 'enter' && active !== undefined) enter(active);
  };
}

/** Takes the keys of the tree while it has the focus itself; Escape comes back to it from a row's buttons. */
function useTreeKeys(props: EntryTreeProps, at: number) {
  const typed = useRef({ text: '', at: 0 });
  const deeds = useTreeDeeds(props, props.rows[at]);
  return (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    if (event.target !== event.currentTarget) {
      if (event.key === 'Escape') event.currentTarget.focus();
      return;
    }
    const { key, shiftKey: shift } = event;
    const command = event.ctrlKey || event.metaKey;
    const deed = deedOfTreeKey(props.rows, at, { key, shift, command });
    if (deed !== null) {
      event.preventDefault();
      deeds(deed);
      return;
    }
    if (key.length !== 1 || command || event.altKey || key === ' ') return;
    const goesOn = event.timeStamp - typed.current.at < typingMs;
    typed.current = { text: (goesOn ? typed.current.text : '') + key, at: event.timeStamp };
    const found = typedRow(props.rows, at, typed.current.text);
    if (found !== null) props.state.goTo(found);
  };
}

/** Folders and entries as one tree (WAI-ARIA: treegrid), of which only the rows in view are in the document. */
export function EntryTree(props: EntryTreeProps) {
  const { rows, state, acts } = props;
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === state.active),
  );
  const active = rows[at];
  const onKeyDown = useTreeKeys(props, at);
  return (
    <div
      class="tree"
      role="treegrid"
      tabIndex={0}
      aria-label={text('optionsEntries')}
      aria-multiselectable="true"
      aria-rowcount={rows.length}
      aria-activedescendant={active === undefined ? undefined : idOf(active)}
      style={{ height: `${Math.min(rows.length * rowHeight, mostPixels)}px` }}
      onKeyDown={onKeyDown}
    >
      <VirtualList
        items={rows}
        rowHeight={rowHeight}
        keyOf={({ id }) => id}
        active={at}
        renderRow={(row) => (
          <TreeGridRow
            id={idOf(row)}
            row={row}
            acts={acts}
            active={row === active}
            selected={state.selected.has(row.id)}
            onFocus={() => state.goTo(row.id)}
            onToggleOpen={(open) => state.setOpen(row.id, open)}
            onSelect={(how) =>
              how === 'to' ? state.selectTo(rows, active?.id ?? row.id, row.id) : state.toggle(row.id)
            }
          />
        )}
      />
    </div>
  );
}
