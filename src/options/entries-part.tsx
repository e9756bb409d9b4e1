import { useMemo, useState } from 'preact/hooks';
import type { EntryList } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { TextField } from '../ui/text-field.tsx';
import { BulkBar } from './bulk-bar.tsx';
import type { Chosen } from './entry-deeds.ts';
import { EntryTree } from './entry-tree.tsx';
import { FailureNote } from './failure-note.tsx';
import { RemoveFolder } from './remove-folder.tsx';
import { foundPart, searchedList, type TreeRow, treeRows } from './tree-rows.ts';
import { useTreeState } from './tree-state.ts';
import { useEntryActs } from './use-entry-acts.tsx';

interface EntriesPartProps {
  readonly list: EntryList;
  readonly reload: () => void;
}

/** While something is searched every folder is open. */
const allOpen = (list: Pick<EntryList, 'folders'>): ReadonlyMap<string, boolean> =>
  new Map(list.folders.map(({ id }) => [id, true]));

const chosenOf = ({ entries, folders }: EntryList, selected: ReadonlySet<string>): Chosen => ({
  entries: entries.filter(({ id }) => selected.has(id)),
  folders: folders.filter(({ id }) => selected.has(id)),
});

/** The tree of entries, its search, and what is done with what is chosen in it. */
export function EntriesPart({ list, reload }: EntriesPartProps) {
  const [typed, setTyped] = useState('');
  const state = useTreeState();
  const { acts, bar, failure, asked, keepAsked } = useEntryActs(list, reload);
  const searched = useMemo(() => searchedList(list), [list]);
  const found = useMemo(() => foundPart(searched, typed), [searched, typed]);
  const opened = typed.trim() === '' ? state.opened : allOpen(found);
  const rows = useMemo(() => treeRows(found, opened), [found, opened]);
  const chosen = chosenOf(list, state.selected);
  const many = chosen.entries.length + chosen.folders.length;
  const remove = (row: TreeRow): void => {
    if (many > 0) return;
    if (row.kind === 'entry' && row.entry.rights.edit) void acts.remove(row.entry);
    if (row.kind === 'folder' && acts.administrator) acts.askToRemove(row.folder);
  };
  return (
    <>
      {bar}
      <FailureNote failure={failure} />
      {asked !== null && <RemoveFolder folder={asked} acts={acts} onKeep={keepAsked} />}
      {list.entries.length + list.folders.length > 5 && (
        <div class="find">
          <TextField label={text('optionsFindAnEntry')} value={typed} onInput={setTyped} type="search" />
        </div>
      )}
      {many > 0 && <BulkBar chosen={chosen} acts={acts} onEnd={() => state.select([])} />}
      {rows.length === 0 && typed.trim() !== '' && <p class="empty">{text('optionsNoEntryHoldsAll', typed.trim())}</p>}
      {rows.length > 0 && <EntryTree rows={rows} state={state} acts={acts} onDelete={remove} />}
    </>
  );
}
