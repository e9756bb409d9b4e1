import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { PasswordSummary } from '../domain/credential.ts';
import type { EntryId, PasswordId } from '../domain/ids.ts';
import { pickList } from '../domain/pick-list.ts';
import type { CredentialEntryView, Fetched } from '../messaging/contract.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { ageText } from '../ui/age-text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { AllPickList } from './all-pick-list.tsx';
import { ChoiceList } from './choice-list.tsx';
import type { ListPlace } from './list-place.ts';
import { useCredentials } from './use-credentials.ts';

export interface PickListProps extends ListPlace {
  readonly credential: CredentialEntryView;
  /** Of the credential entry, or of the session that is linked to it. */
  readonly entryId: EntryId;
  /** The site that rows are ranked for; null: none is known. */
  readonly origin: string | null;
  /** Comes first; null: nothing is remembered for this site. */
  readonly remembered?: PasswordId | null;
  readonly onChoose: (row: PasswordSummary) => void;
  readonly busy: boolean;
  readonly children?: ComponentChildren;
}

/** Why there is no row to choose. */
function emptyText(list: Fetched<PasswordSummary>, typed: string): string {
  if (list.rows.length === 0) return text('popupApiKeySeesNoPasswords');
  if (list.rows.every((row) => row.archived)) return text('popupAllPasswordsOrganizationAreArchived');
  return text('popupNoPasswordHoldsAllNameUser', typed.trim());
}

interface RowsProps extends PickListProps {
  readonly list: Fetched<PasswordSummary>;
}

function PickListRows({ list, ...props }: RowsProps) {
  const { typed, origin, remembered = null } = props;
  const rows = useMemo(() => pickList(list.rows, typed, origin, remembered), [list, typed, origin, remembered]);
  const label = text('popupSearchThisOrganizationsPasswords');
  return (
    <ChoiceList {...props} label={label} rows={rows} answers={typed} answer="there" empty={emptyText(list, typed)} />
  );
}

interface AgeProps {
  readonly list: Fetched<PasswordSummary>;
  readonly waiting: boolean;
  readonly onRefresh: () => void;
}

function ListAge({ list, waiting, onRefresh }: AgeProps) {
  return (
    <footer class="footer">
      <span class="hint">{plural('popupPasswordsFetched', list.rows.length, ageText(list.fetchedAt, Date.now()))}</span>
      <Button kind="quiet" onClick={onRefresh} busy={waiting}>
        {text('popupRefresh')}
      </Button>
    </footer>
  );
}

/** IT Glue's passwords of one organization. */
function OrganizationPickList(props: PickListProps) {
  const { list, failure, waiting, refresh } = useCredentials(props.credential.id);
  return (
    <>
      {failure !== null && (
        <FailureBanner failure={failure} action={{ text: text('popupTryAgain'), onClick: refresh }} />
      )}
      {props.children}
      {list !== null && !list.complete && <Banner kind="warning">{text('popupListNotCompleteGlueHas')}</Banner>}
      {list === null && waiting && <Spinner text={text('popupAskingGlueList')} />}
      {list !== null && <PickListRows {...props} list={list} />}
      {list !== null && <ListAge list={list} waiting={waiting} onRefresh={refresh} />}
    </>
  );
}

/** *IT Glue credentials list*, to choose a password. Nothing is opened and no value is fetched before the choice. */
export function PickList(props: PickListProps) {
  return props.credential.organizationId === null ? <AllPickList {...props} /> : <OrganizationPickList {...props} />;
}
