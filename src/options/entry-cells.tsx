// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by a virtual list, which no table can be
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the focus, and what is in its cells
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { detailOf, kindOf } from './entry-text.ts';
import { hrefOf } from './route.ts';
import { SessionBadges } from './session-badges.tsx';
import type { TreeRowProps } from './tree-row.tsx';
import type { EntryRow } from './tree-rows.ts';

type EntryCellsProps = TreeRowProps & { readonly row: EntryRow };

function EntryActions({ row: { entry }, acts, active }: EntryCellsProps) {
  const { edit } = entry.rights;
  const star = acts.isFavourite(entry.id);
  const inTab = active ? 0 : -1;
  return (
    <>
      <Button
        kind="quiet"
        tabIndex={inTab}
        pressed={star}
        onClick={() => void acts.favourite(entry, !star)}
        label={text('optionsFavouriteNamed', entry.name)}
      >
        <span aria-hidden="true">{star ? '★' : '☆'}</span>
      </Button>
      <a
        class="button"
        tabIndex={inTab}
        href={hrefOf({ page: entry.kind, id: entry.id })}
        aria-label={text(edit ? 'optionsEditNamed' : 'optionsOpenNamed', entry.name)}
      >
        {text(edit ? 'optionsEdit' : 'optionsOpen')}
      </a>
      {edit && (
        <>
          <Button
            tabIndex={inTab}
            onClick={() => void acts.duplicate(entry)}
            label={text('optionsDuplicateNamed', entry.name)}
          >
            {text('optionsDuplicate')}
          </Button>
          <Button
            tabIndex={inTab}
            onClick={() => void acts.remove(entry)}
            label={text('optionsDeleteNamed', entry.name)}
          >
            {text('optionsDelete')}
          </Button>
        </>
      )}
    </>
  );
}

/** An entry in the tree. */
export function EntryCells(props: EntryCellsProps) {
  const { row, acts, active } = props;
  const { entry } = row;
  const detail = detailOf(entry, acts.entries);
  return (
    <>
      <span role="gridcell" class="tree-name" style={{ '--level': row.level }}>
        <span class="tree-twist" />
        <span class="entry-text">
          <a class="entry-name" tabIndex={active ? 0 : -1} href={hrefOf({ page: entry.kind, id: entry.id })}>
            <bdi>{entry.name}</bdi>
          </a>
          <span class="entry-detail" title={detail}>
            {kindOf(entry)} · <bdi>{detail}</bdi>
          </span>
        </span>
      </span>
      <span role="gridcell" class="entry-badges">
        {entry.kind === 'session' && <SessionBadges session={entry} all={acts.entries} />}
        {entry.inheritsPermissions === true && acts.administrator && (
          <span class="badge">{text('optionsInherits')}</span>
        )}
      </span>
      <span role="gridcell" class="entry-actions">
        <EntryActions {...props} />
      </span>
    </>
  );
}
