import { useMemo, useState } from 'preact/hooks';
import type { PasswordSummary } from '../domain/credential.ts';
import type { PasswordId } from '../domain/ids.ts';
import type { IndexSearch } from '../domain/search/index-hit.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { ChoiceList } from './choice-list.tsx';
import { IndexAgeLine } from './index-age.tsx';
import type { PickListProps } from './pick-list.tsx';
import { useCredentialsSearch } from './use-credentials-search.ts';
import { useIndexState } from './use-index-state.ts';
import type { Answer } from './use-on-row.ts';

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
  readonly answers: string;
  readonly answer: Answer;
}

function AllRows({ found, ...props }: RowsProps) {
  const { remembered = null } = props;
  const rows = useMemo(() => rowsOf(found, remembered), [found, remembered]);
  const more = found.total - found.hits.length;
  return (
    <>
      <ChoiceList
        {...props}
        label={text('popupSearchAllOrganizationsPasswords')}
        rows={rows}
        empty={emptyText(found, props.answers)}
        showOrganization
      />
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
  const { found, answers, failure } = useCredentialsSearch({ ...props, query: props.typed, turn: `${turn} ${fresh}` });
  const unanswered = failure === null ? 'awaited' : 'failed';
  const answer = answers === props.typed ? 'there' : unanswered;
  const again = { text: text('popupTryAgain'), onClick: () => setTurn(turn + 1) };
  return (
    <>
      {failure !== null && <FailureBanner failure={failure} action={again} />}
      {props.children}
      {found?.coverage === 'partial' && <Banner kind="warning">{text('popupListNotCompleteNotAll')}</Banner>}
      {found === null && failure === null && <Spinner text={text('popupOpeningTheList')} />}
      {found !== null && <AllRows {...props} found={found} answers={answers ?? ''} answer={answer} />}
      <IndexAgeLine {...index} />
    </>
  );
}
