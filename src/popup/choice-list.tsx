import type { PasswordSummary } from '../domain/credential.ts';
import { Choices, choiceId, choicesId } from './choices.tsx';
import type { ListPlace } from './list-place.ts';
import type { PickListProps } from './pick-list.tsx';
import { SearchBox } from './search-box.tsx';
import { useChoice } from './use-choice.ts';
import { type Answer, useOnRow } from './use-on-row.ts';
import { useSearchFocus } from './use-search-focus.ts';

interface ChoiceListProps extends Pick<PickListProps, keyof ListPlace | 'origin' | 'remembered' | 'onChoose' | 'busy'> {
  readonly label: string;
  readonly rows: readonly PasswordSummary[];
  /** What the rows were searched for: what is typed, or what was. */
  readonly answers: string;
  readonly answer: Answer;
  /** Why there is no row to choose. */
  readonly empty: string;
  /** Whether each row says whose it is. */
  readonly showOrganization?: boolean;
}

/** Passwords to choose one of: typing searches, arrows move, Enter takes the row in front. */
export function ChoiceList({ label, rows, answers, answer, empty, ...props }: ChoiceListProps) {
  const { origin, remembered = null, typed, onTyped, row = null, onRow, top = 0, onTop, onChoose, busy } = props;
  const { showOrganization = false } = props;
  const field = useSearchFocus();
  const { index, move, current, moved } = useChoice({ rows, typed, answers, row, onRow });
  const onRowInFront = useOnRow({ row: current, question: typed, answer, moved });
  return (
    <>
      <SearchBox
        label={label}
        value={typed}
        onInput={onTyped}
        listId={rows.length === 0 ? undefined : choicesId}
        popup="listbox"
        activeId={current === undefined ? undefined : choiceId(current)}
        onMove={move}
        onEnter={() =>
          onRowInFront((chosen) => {
            if (chosen !== undefined) onChoose(chosen);
          })
        }
        inputRef={field}
      />
      {rows.length === 0 ? (
        <p class="empty">{empty}</p>
      ) : (
        <Choices
          rows={rows}
          active={index}
          origin={origin}
          remembered={remembered}
          onChoose={onChoose}
          busy={busy || answer === 'awaited'}
          showOrganization={showOrganization}
          top={top}
          onTop={onTop}
        />
      )}
    </>
  );
}
