import { useMemo, useState } from 'preact/hooks';
import type { PasswordSummary } from '../domain/credential.ts';
import type { PasswordId } from '../domain/ids.ts';
import type { IndexSearch } from '../domain/search/index-hit.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { Choices, choiceId, choicesId } from './choices.tsx';
import { IndexAgeLine } from './index-age.tsx';
import type { PickListProps } from './pick-list.tsx';
import { SearchBox } from './search-box.tsx';
import { useChoice } from './use-choice.ts';
import { useCredentialsSearch } from './use-credentials-search.ts';
import { useIndexState } from './use-index-state.ts';
import { useSearchFocus } from './use-search-focus.ts';

/** The rows that can be chosen: what is remembered for this site first. */
function rowsOf({ hits }: IndexSearch, remembered: PasswordId | null): readonly PasswordSummary[] {
  const rows = hits.map(({ summary }) => summary).filter(({ archived }) => !archived);
  const first = rows.find(({ id }) => id === remembered);
  return first === undefined ? rows : [first, ...rows.filter((row) => row !== first)];
}

/** Why there is no row to choose. */
function emptyText({ coverage }: IndexSearch, typed: string): string {
  if (coverage === 'none') return text('popupGluesListPasswordsHasNot');
  if (typed.trim() === '') return text('popupNoneTheseOrganizationsPage');
  return text('popupNoPasswordHoldsAllName', typed.trim());
}

interface RowsProps extends PickListProps {
  readonly found: IndexSearch;
}

function AllRows({ found, origin, remembered = null, typed, row = null, ...props }: RowsProps) {
  const { onTyped, onRow, onChoose, busy } = props;
  const field = useSearchFocus();
  const rows = useMemo(() => rowsOf(found, remembered), [found, remembered]);
  const { active, current } = useChoice({ rows, typed, row, onRow });
  const more = found.total - found.hits.length;
  return (
    <>
      <SearchBox
        label={text('popupSearchAllOrganizationsPasswords')}
        value={typed}
        onInput={onTyped}
        listId={rows.length === 0 ? undefined : choicesId}
        popup="listbox"
        activeId={current === undefined ? undefined : choiceId(current)}
        onMove={active.move}
        onEnter={() => {
          if (current !== undefined) onChoose(current);
        }}
        inputRef={field}
      />
      {rows.length === 0 ? (
        <p class="empty">{emptyText(found, typed)}</p>
      ) : (
        <Choices
          rows={rows}
          active={active.index}
          origin={origin}
          remembered={remembered}
          onChoose={onChoose}
          busy={busy}
          showOrganization
        />
      )}
      {more > 0 && <p class="hint more-rows">{plural('popupMoreRows', more)}</p>}
    </>
  );
}

/** Every password that the API key sees, to choose one: searched in the index, so that nothing is asked of IT Glue. */
export function AllPickList(props: PickListProps) {
  const [turn, setTurn] = useState(0);
  const index = useIndexState();
  // What a sync brings is searched as soon as it is there.
  const fresh = index.states.map(({ syncedAt, syncing }) => `${syncedAt} ${syncing === null}`).join();
  const { found, failure } = useCredentialsSearch({ ...props, query: props.typed, turn: `${turn} ${fresh}` });
  const again = { text: text('popupTryAgain'), onClick: () => setTurn(turn + 1) };
  return (
    <>
      {failure !== null && <FailureBanner failure={failure} action={again} />}
      {props.children}
      {found?.coverage === 'partial' && <Banner kind="warning">{text('popupListNotCompleteNotAll')}</Banner>}
      {found === null && failure === null && <Spinner text={text('popupOpeningTheList')} />}
      {found !== null && <AllRows {...props} found={found} />}
      <IndexAgeLine {...index} />
    </>
  );
}
