import type { PasswordSummary } from '../domain/credential.ts';
import type { PasswordId } from '../domain/ids.ts';
import { isForSite } from '../domain/pick-list.ts';
import { text } from '../texts/text.ts';
import { CredentialRow } from '../ui/credential-row.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import type { ListPlace } from './list-place.ts';

export const choicesId = 'it-glue-credentials';
/** Pixels; an organization stands on a line of its own. */
const heightOf = (showOrganization: boolean): number => (showOrganization ? 68 : 50);

export const choiceId = (row: PasswordSummary): string => `credential-${row.id}`;

interface ChoicesProps {
  /** Pixels, as the list was left. */
  readonly top: number;
  readonly onTop: ListPlace['onTop'];
  /** The site that rows are ranked for; null: none is known. */
  readonly origin: string | null;
  readonly remembered: PasswordId | null;
  readonly onChoose: (row: PasswordSummary) => void;
  readonly busy: boolean;
  /** Where the list is of many organizations. */
  readonly showOrganization?: boolean;
  readonly rows: readonly PasswordSummary[];
  readonly active: number;
}

/** The rows themselves, as a listbox that the search field moves in. */
export function Choices({
  rows,
  active,
  origin,
  remembered,
  onChoose,
  busy,
  showOrganization = false,
  ...place
}: ChoicesProps) {
  const rowHeight = heightOf(showOrganization);
  const option = (row: PasswordSummary, index: number) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the focus and takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant of the search field names the active option
    <div
      id={choiceId(row)}
      class="option"
      role="option"
      aria-selected={index === active}
      aria-setsize={rows.length}
      aria-posinset={index + 1}
      onClick={() => onChoose(row)}
    >
      <CredentialRow
        row={row}
        forSite={isForSite(row, origin)}
        remembered={row.id === remembered}
        showOrganization={showOrganization}
      />
    </div>
  );
  return (
    <div class="list">
      <div class="list-rows" style={{ height: `${rows.length * rowHeight}px` }}>
        <VirtualList
          {...place}
          listbox={{ id: choicesId, label: text('popupGlueCredentialsList'), busy }}
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
