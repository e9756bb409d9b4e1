// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by a virtual list, which no table can be
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the focus, and what is in its cells
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { rightsText } from './rights-text.ts';
import { hrefOf } from './route.ts';
import type { TreeRowProps } from './tree-row.tsx';
import type { FolderRow } from './tree-rows.ts';

type FolderCellsProps = TreeRowProps & { readonly row: FolderRow };

function FolderActions({ row: { folder }, acts, active }: FolderCellsProps) {
  const inTab = active ? 0 : -1;
  return (
    <>
      <a
        class="button"
        tabIndex={inTab}
        href={hrefOf({ page: 'folder', id: folder.id })}
        aria-label={text('optionsEditNamed', folder.name)}
      >
        {text('optionsEdit')}
      </a>
      <Button tabIndex={inTab} onClick={() => acts.askToRemove(folder)} label={text('optionsDeleteNamed', folder.name)}>
        {text('optionsDelete')}
      </Button>
    </>
  );
}

/** A folder in the tree. */
export function FolderCells(props: FolderCellsProps) {
  const { row, acts, onToggleOpen } = props;
  const { folder, open } = row;
  return (
    <>
      <span role="gridcell" class="tree-name" style={{ '--level': row.level }}>
        {/* The row says whether it is open, and takes the keys for it: this is for the pointer. */}
        <button type="button" class="tree-twist" tabIndex={-1} aria-hidden="true" onClick={() => onToggleOpen(!open)}>
          {open ? '▾' : '▸'}
        </button>
        <span class="entry-text">
          <span class="entry-name">
            <bdi>{folder.name}</bdi>
          </span>
          <span class="entry-detail">
            {text('optionsFolder')} · {plural('optionsFolderHolds', row.holds)}
            {acts.administrator && ` · ${text('optionsTechnicianGets', rightsText(folder.gives))}`}
          </span>
        </span>
      </span>
      <span role="gridcell" class="entry-badges">
        {folder.permissions === null && acts.administrator && <span class="badge">{text('optionsInherits')}</span>}
      </span>
      <span role="gridcell" class="entry-actions">
        {acts.administrator && <FolderActions {...props} />}
      </span>
    </>
  );
}
