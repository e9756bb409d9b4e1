import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { PasswordSummary } from '../domain/credential.ts';
import type { PasswordId } from '../domain/ids.ts';
import { isForSite, pickList } from '../domain/pick-list.ts';
import type { CredentialEntryView, Fetched } from '../messaging/contract.ts';
import { ageText } from '../ui/age-text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { CredentialRow } from '../ui/credential-row.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { SearchBox } from './search-box.tsx';
import { useActive } from './use-active.ts';
import { useCredentials } from './use-credentials.ts';
import { useSearchFocus } from './use-search-focus.ts';

interface PickListProps {
  readonly credential: CredentialEntryView;
  /** The site that rows are ranked for; null: none is known. */
  readonly origin: string | null;
  /** Comes first; null: nothing is remembered for this site. */
  readonly remembered?: PasswordId | null;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onChoose: (row: PasswordSummary) => void;
  readonly busy: boolean;
  readonly children?: ComponentChildren;
}

const listId = 'it-glue-credentials';
const rowHeight = 50;
const idOf = (row: PasswordSummary): string => `credential-${row.id}`;

/** Why there is no row to choose. */
function emptyText(list: Fetched<PasswordSummary>, typed: string): string {
  if (list.rows.length === 0) return 'The API key sees no passwords in this organization.';
  if (list.rows.every((row) => row.archived)) return 'All passwords of this organization are archived.';
  return `No password holds all of “${typed.trim()}” in name, user name, address, category or asset.`;
}

interface ChoicesProps extends Pick<PickListProps, 'origin' | 'remembered' | 'onChoose' | 'busy'> {
  readonly rows: readonly PasswordSummary[];
  readonly active: number;
}

/** The rows themselves, as a listbox that the search field moves in. */
function Choices({ rows, active, origin, remembered, onChoose, busy }: ChoicesProps) {
  const option = (row: PasswordSummary, index: number) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the focus and takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant of the search field names the active option
    <div
      id={idOf(row)}
      class="option"
      role="option"
      aria-selected={index === active}
      aria-setsize={rows.length}
      aria-posinset={index + 1}
      onClick={() => onChoose(row)}
    >
      <CredentialRow row={row} forSite={isForSite(row, origin)} remembered={row.id === remembered} />
    </div>
  );
  return (
    <div class="list">
      <div class="list-rows" style={{ height: `${rows.length * rowHeight}px` }}>
        <VirtualList
          listbox={{ id: listId, label: 'IT Glue credentials list', busy }}
          items={rows}
          rowHeight={rowHeight}
          keyOf={(row) => row.id}
          active={active}
          renderRow={option}
        />
      </div>
    </div>
  );
}

interface RowsProps extends PickListProps {
  readonly list: Fetched<PasswordSummary>;
}

function PickListRows({ list, origin, remembered = null, typed, onTyped, onChoose, busy }: RowsProps) {
  const field = useSearchFocus();
  const rows = useMemo(() => pickList(list.rows, typed, origin, remembered), [list, typed, origin, remembered]);
  const active = useActive(rows.length, typed, 0);
  const current = rows[active.index];
  return (
    <>
      <SearchBox
        label="Search this organization’s passwords"
        value={typed}
        onInput={onTyped}
        listId={rows.length === 0 ? undefined : listId}
        popup="listbox"
        activeId={current === undefined ? undefined : idOf(current)}
        onMove={active.move}
        onEnter={() => {
          if (current !== undefined) onChoose(current);
        }}
        inputRef={field}
      />
      {rows.length === 0 ? (
        <p class="empty">{emptyText(list, typed)}</p>
      ) : (
        <Choices
          rows={rows}
          active={active.index}
          origin={origin}
          remembered={remembered}
          onChoose={onChoose}
          busy={busy}
        />
      )}
    </>
  );
}

interface AgeProps {
  readonly list: Fetched<PasswordSummary>;
  readonly waiting: boolean;
  readonly onRefresh: () => void;
}

function ListAge({ list, waiting, onRefresh }: AgeProps) {
  const count = list.rows.length.toLocaleString();
  return (
    <footer class="footer">
      <span class="hint">
        {count} {list.rows.length === 1 ? 'password' : 'passwords'} · fetched {ageText(list.fetchedAt, Date.now())}
      </span>
      <Button kind="quiet" onClick={onRefresh} busy={waiting}>
        Refresh
      </Button>
    </footer>
  );
}

/** IT Glue's passwords of one organization, to choose one. Nothing is opened and no value is fetched before the choice. */
export function PickList(props: PickListProps) {
  const { list, failure, waiting, refresh } = useCredentials(props.credential.id);
  return (
    <>
      {failure !== null && <FailureBanner failure={failure} action={{ text: 'Try again', onClick: refresh }} />}
      {props.children}
      {list !== null && !list.complete && (
        <Banner kind="warning">
          This list is not complete: IT Glue has more passwords here than could be read. Refresh to try again.
        </Banner>
      )}
      {list === null && waiting && <Spinner text="Asking IT Glue for the list…" />}
      {list !== null && <PickListRows {...props} list={list} />}
      {list !== null && <ListAge list={list} waiting={waiting} onRefresh={refresh} />}
    </>
  );
}
