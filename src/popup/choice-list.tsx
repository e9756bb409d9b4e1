import type { PasswordSummary } from '../domain/credential.ts';
import { Choices, choiceId, choicesId } from './choices.tsx';
import type { ListPlace } from './list-place.ts';
import type { PickListProps } from './pick-list.tsx';
import { SearchBox } from './search-box.tsx';
import { useChoice } from './use-choice.ts';
import { useSearchFocus } from './use-search-focus.ts';

interface ChoiceListProps extends Pick<PickListProps, keyof ListPlace | 'origin' | 'remembered' | 'onChoose' | 'busy'> {
  readonly label: string;
  readonly rows: readonly PasswordSummary[];
  /** Why there is no row to choose. */
  readonly empty: string;
  /** Whether each row says whose it is. */
  readonly showOrganization?: boolean;
}

/** Passwords to choose one of: typing searches, arrows move, Enter takes the row in front. */
export function ChoiceList({ label, rows, empty, showOrganization = false, ...props }: ChoiceListProps) {
  const { origin, remembered = null, typed, onTyped, row = null, onRow, top = 0, onTop, onChoose, busy } = props;
  const field = useSearchFocus();
  const { active, current } = useChoice({ rows, typed, row, onRow });
  return (
    <>
      <SearchBox
        label={label}
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
        <p class="empty">{empty}</p>
      ) : (
        <Choices
          rows={rows}
          active={active.index}
          origin={origin}
          remembered={remembered}
          onChoose={onChoose}
          busy={busy}
          showOrganization={showOrganization}
          top={top}
          onTop={onTop}
        />
      )}
    </>
  );
}
