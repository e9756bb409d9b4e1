import { useMemo } from 'preact/hooks';
import type { IndexSearch } from '../domain/search/index-hit.ts';
import { Button } from '../ui/button.tsx';
import { ShownText } from '../ui/shown-text.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { Grid, GridHeading } from './grid.tsx';
import { HomeItem } from './home-row.tsx';
import { type ChoiceRow, type HomeRow, homeRows, type RowAction, searchedRows } from './home-rows.ts';
import { hitRows } from './index-rows.ts';
import { OrganizationBar } from './organization-bar.tsx';
import { usePopup } from './popup-context.ts';
import { SearchBox } from './search-box.tsx';
import { useActive } from './use-active.ts';
import { useIndexSearch } from './use-index-search.ts';
import { useSearchFocus } from './use-search-focus.ts';

interface HomeViewProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onAct: (row: ChoiceRow, action: RowAction) => void;
  /** The session that is being filled or launched. */
  readonly busyId: string | null;
}

const listId = 'entries';
const rowHeight = 46;
const idOf = (row: HomeRow): string => `row-${row.id}`;
const isChoice = (row: HomeRow): row is ChoiceRow => row.kind !== 'heading';

/** Rows, those of them that can be chosen, and the one that Enter means. */
function useRows(query: string) {
  const { entries, front } = usePopup();
  const all = useMemo(() => searchedRows(entries, front), [entries, front]);
  const found = useIndexSearch(query);
  const hits = useMemo(() => hitRows(found?.hits ?? [], entries, front.sessions), [found, entries, front]);
  const rows = useMemo(() => homeRows(all, query, hits), [all, query, hits]);
  const choices = useMemo(() => rows.filter(isChoice), [rows]);
  const [first] = choices;
  // Enter on an untouched popup fills the page in front, but never opens some site or other.
  const eager = query.trim() !== '' || (first?.kind === 'session' && first.here);
  const active = useActive(choices.length, query, eager ? 0 : -1);
  return { rows, choices, active, current: choices[active.index], found };
}

function noRowsText(query: string, entries: number): string {
  if (entries > 0) return `No entry holds all of “${query.trim()}”.`;
  return 'No entries yet. An administrator adds credential entries and website sessions in options.';
}

interface EntryGridProps extends Pick<HomeViewProps, 'onAct' | 'busyId'> {
  readonly rows: readonly HomeRow[];
  readonly current: ChoiceRow | undefined;
  readonly onFocus: (row: ChoiceRow) => void;
}

/** The rows under their headings; the first heading stays in place when the rest is scrolled. */
function EntryGrid({ rows, current, busyId, onAct, onFocus }: EntryGridProps) {
  const [heading, ...below] = rows;
  const render = (row: HomeRow) =>
    isChoice(row) ? (
      <HomeItem
        row={row}
        id={idOf(row)}
        active={row === current}
        busy={row.id === busyId}
        onAct={onAct}
        onFocus={() => onFocus(row)}
      />
    ) : (
      <GridHeading text={row.text} />
    );
  return (
    <Grid id={listId} label="Entries" rows={rows.length}>
      {heading !== undefined && render(heading)}
      <div class="list-rows" style={{ height: `${below.length * rowHeight}px` }}>
        <VirtualList
          items={below}
          rowHeight={rowHeight}
          keyOf={(row) => row.id}
          active={current === undefined ? -1 : below.indexOf(current)}
          renderRow={render}
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
    <section class="completions" aria-label="Filters">
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

/** Everything at hand: what fits this page first, found by typing, used by Enter. */
export function HomeView({ query, onQuery, onAct, busyId }: HomeViewProps) {
  const { entries } = usePopup();
  const field = useSearchFocus();
  const { rows, choices, active, current, found } = useRows(query);
  const act = (): void => {
    if (current !== undefined) onAct(current, current.kind === 'credential' ? 'show' : current.action);
  };
  return (
    <>
      <h1 class="visually-hidden">Entries</h1>
      <SearchBox
        label="Search name, host or organization"
        value={query}
        onInput={onQuery}
        listId={rows.length === 0 ? undefined : listId}
        popup="grid"
        activeId={current === undefined ? undefined : idOf(current)}
        onMove={active.move}
        onEnter={act}
        inputRef={field}
      />
      <Completions found={found} onQuery={onQuery} />
      <OrganizationBar rows={pinnable(choices, current, query)} />
      {rows.length === 0 ? (
        <p class="empty">{noRowsText(query, entries.length)}</p>
      ) : (
        <EntryGrid
          rows={rows}
          current={current}
          busyId={busyId}
          onAct={onAct}
          onFocus={(row) => active.set(choices.indexOf(row))}
        />
      )}
    </>
  );
}
