import { useCallback, useMemo, useState } from 'preact/hooks';
import { liveFolders } from '../domain/folder.ts';
import type { IndexSearch } from '../domain/search/index-hit.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { ShownText } from '../ui/shown-text.tsx';
import { useNewest } from '../ui/use-newest.ts';
import { VirtualList } from '../ui/virtual-list.tsx';
import { Grid, GridHeading } from './grid.tsx';
import { HomeItem } from './home-row.tsx';
import { type ChoiceRow, type HomeRow, homeRows, type RowAction, searchedRows } from './home-rows.ts';
import { hitRows } from './index-rows.ts';
import type { KeptPlace } from './kept-view.ts';
import { openOptions } from './open-options.ts';
import { OrganizationBar } from './organization-bar.tsx';
import { usePopup } from './popup-context.ts';
import { type Deed, deedWord } from './row-deeds.ts';
import { RowMenu } from './row-menu.tsx';
import { SearchBox } from './search-box.tsx';
import { StatusLine } from './status-line.tsx';
import { useIndexSearch } from './use-index-search.ts';
import { type Answer, useOnRow } from './use-on-row.ts';
import { useRowInFront } from './use-row-in-front.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useSearchFocus } from './use-search-focus.ts';

interface HomeViewProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly place: KeptPlace | null;
  readonly onPlace: (place: KeptPlace) => void;
  readonly onAct: (row: ChoiceRow, action: RowAction) => void;
  readonly onDeed: (row: ChoiceRow, deed: Deed) => void;
  /** What was said of the last deed, and how to say something. */
  readonly said: string;
  readonly onSaid: (said: string) => void;
  /** The session that is being filled or launched. */
  readonly busyId: string | null;
}

const listId = 'entries';
const rowHeight = 46;
const headingHeight = 30;
const idOf = (row: HomeRow): string => `row-${row.id}`;
const isChoice = (row: HomeRow): row is ChoiceRow => row.kind !== 'heading';

const heightOf = (row: HomeRow): number => (isChoice(row) ? rowHeight : headingHeight);

/** Rows, those of them that can be chosen, and what was found in IT Glue. */
function useRows(query: string) {
  const { entries, folders, front, marks } = usePopup();
  const places = useMemo(() => liveFolders(folders), [folders]);
  const all = useMemo(() => searchedRows(entries, front, marks, places), [entries, front, marks, places]);
  const { found, answer, typing } = useIndexSearch(query);
  const hits = useMemo(
    () => hitRows(found?.hits ?? [], entries, front.sessions, front.origin),
    [found, entries, front],
  );
  const more = found === null ? 0 : found.total - found.hits.length;
  const rows = useMemo(() => homeRows(all, query, hits, marks, more), [all, query, hits, marks, more]);
  const choices = useMemo(() => rows.filter(isChoice), [rows]);
  return { rows, choices, found, answer, typing };
}

interface NoRowsProps extends Pick<HomeViewProps, 'query' | 'onQuery'> {
  readonly entries: number;
}

/** Why the list is empty, with the button that mends it. */
function NoRows({ query, entries, onQuery }: NoRowsProps) {
  const { administrator } = usePopup();
  if (entries > 0)
    return (
      <div class="empty">
        <p>{text('popupNoEntryHoldsAll', query.trim())}</p>
        <Button onClick={() => onQuery('')}>{text('popupShowAllEntries')}</Button>
      </div>
    );
  if (!administrator) return <p class="empty">{text('popupNoEntryForTechnician')}</p>;
  return (
    <div class="empty">
      <p>{text('popupNoEntriesYetAdministratorAdds')}</p>
      <Button onClick={() => void openOptions()}>{text('popupAddEntries')}</Button>
    </div>
  );
}

interface EntryGridProps extends Pick<HomeViewProps, 'onAct' | 'busyId'> {
  readonly rows: readonly HomeRow[];
  readonly current: ChoiceRow | undefined;
  readonly onFocus: (row: ChoiceRow) => void;
  readonly onMenu: (row: ChoiceRow) => void;
  readonly top: number;
  readonly onTop: (top: number) => void;
}

/** The rows under their headings; the first heading stays in place when the rest is scrolled. */
function EntryGrid({ rows, current, busyId, onAct, onFocus, onMenu, top, onTop }: EntryGridProps) {
  const [heading, ...below] = rows;
  const [act, focus, menu] = [useNewest(onAct), useNewest(onFocus), useNewest(onMenu)];
  const render = (row: HomeRow) =>
    isChoice(row) ? (
      <HomeItem
        row={row}
        id={idOf(row)}
        active={row === current}
        busy={row.id === busyId}
        onAct={act}
        onFocus={focus}
        onMenu={menu}
      />
    ) : (
      <GridHeading text={row.text} />
    );
  return (
    <Grid id={listId} label={text('popupEntries')} rows={rows.length}>
      {heading !== undefined && render(heading)}
      <div class="list-rows" style={{ height: `${below.reduce((height, row) => height + heightOf(row), 0)}px` }}>
        <VirtualList
          items={below}
          rowHeight={rowHeight}
          heightOf={heightOf}
          keyOf={(row) => row.id}
          active={current === undefined ? -1 : below.indexOf(current)}
          renderRow={render}
          top={top}
          onTop={onTop}
        />
      </div>
    </Grid>
  );
}

interface CompletionsProps {
  readonly found: IndexSearch | null;
  readonly onQuery: (query: string) => void;
}

/** How a filter that is being typed can go on. */
function Completions({ found, onQuery }: CompletionsProps) {
  if (found === null || found.completions.length === 0) return null;
  return (
    <section class="completions" aria-label={text('popupFilters')}>
      {found.completions.map(({ typed, label }) => (
        <Button key={label} onClick={() => onQuery(typed)}>
          <ShownText text={label} />
        </Button>
      ))}
    </section>
  );
}

/** What the bar offers to pin: of an untouched list only what is for the page in front. */
const pinnable = (choices: readonly ChoiceRow[], current: ChoiceRow | undefined, query: string) => [
  ...(current === undefined ? [] : [current]),
  ...choices.filter((row) => query.trim() !== '' || (row.kind === 'session' && row.here)),
];

/** What Enter does, in a word; null: no row is in front. */
const enterText = (row: ChoiceRow | undefined): string | null =>
  row === undefined ? null : deedWord(row.kind === 'credential' ? 'show' : row.action);

interface ListProps extends HomeViewProps {
  readonly onMenu: (row: ChoiceRow) => void;
}

interface KeysOnRow extends Pick<ListProps, 'query' | 'onAct' | 'onDeed' | 'onMenu' | 'onSaid'> {
  readonly inFront: ReturnType<typeof useRowInFront>;
  readonly answer: Answer;
}

/** What keys do to the row in front; gives what Enter does. */
function useKeysOnRow({ query, onAct, onDeed, onMenu, onSaid, inFront, answer }: KeysOnRow): () => void {
  const { current, moved } = inFront;
  // An entry is found here and now; only what IT Glue has may still be of what was typed before.
  const own = current !== undefined && current.kind !== 'hit';
  const onRow = useOnRow({ row: current, question: query, answer: own ? 'there' : answer, moved });
  useRowKeys((deed) =>
    onRow((row) => {
      if (row === undefined) onSaid(text('popupChooseEntryFirstArrowKeys'));
      else if (deed === 'menu') onMenu(row);
      else onDeed(row, deed);
    }),
  );
  return () =>
    onRow((row) => {
      if (row !== undefined) onAct(row, row.kind === 'credential' ? 'show' : row.action);
    });
}

function HomeList({ query, onQuery, onAct, busyId, said, onMenu, ...props }: ListProps) {
  const { entries } = usePopup();
  const field = useSearchFocus();
  const { rows, choices, found, answer, typing } = useRows(query);
  const inFront = useRowInFront({ choices, query, ...props });
  const { current } = inFront;
  const act = useKeysOnRow({ ...props, query, onAct, onMenu, inFront, answer });
  return (
    <>
      <h1 class="visually-hidden">{text('popupEntries')}</h1>
      <SearchBox
        label={text('popupSearchNameHostOrganization')}
        value={query}
        onInput={(text) => {
          typing(text);
          onQuery(text);
        }}
        listId={rows.length === 0 ? undefined : listId}
        popup="grid"
        activeId={current === undefined ? undefined : idOf(current)}
        onMove={inFront.move}
        onEnter={act}
        inputRef={field}
      />
      <Completions found={found} onQuery={onQuery} />
      <OrganizationBar rows={pinnable(choices, current, query)} />
      {rows.length === 0 ? (
        <NoRows query={query} entries={entries.length} onQuery={onQuery} />
      ) : (
        <EntryGrid
          rows={rows}
          current={current}
          busyId={busyId}
          onAct={onAct}
          onFocus={inFront.set}
          onMenu={onMenu}
          top={inFront.top}
          onTop={inFront.scrolled}
        />
      )}
      <StatusLine said={said} enter={enterText(current)} empty={choices.length === 0} />
    </>
  );
}

/** Everything at hand: what fits this page first, found by typing, used by Enter; or all that can be done with one row. */
export function HomeView(props: HomeViewProps) {
  const [menuOf, setMenuOf] = useState<ChoiceRow | null>(null);
  const close = useCallback(() => setMenuOf(null), []);
  if (menuOf === null) return <HomeList {...props} onMenu={setMenuOf} />;
  return (
    <RowMenu
      row={menuOf}
      onDeed={(deed) => {
        close();
        props.onDeed(menuOf, deed);
      }}
      onClose={close}
    />
  );
}
