import type { Fetched } from '../messaging/contract.ts';
import { Button } from '../ui/button.tsx';
import { ageText } from './age-text.ts';

interface ListAgeProps {
  readonly list: Fetched<unknown> | null;
  readonly waiting: boolean;
  /** What the list holds, in the plural. */
  readonly noun: 'organizations' | 'passwords';
  readonly onRefresh: () => void;
}

/** How old a list from IT Glue is, whether it is whole, and the way to a newer one. */
export function ListAge({ list, waiting, noun, onRefresh }: ListAgeProps) {
  if (list === null) return <p class="list-age">{waiting && `Reading ${noun} from IT Glue…`}</p>;
  const { length } = list.rows;
  const counted = `${length.toLocaleString()} ${length === 1 ? noun.replace(/s$/, '') : noun}`;
  return (
    <p class="list-age">
      <span>
        {counted}, read {ageText(list.fetchedAt, Date.now())}.
        {!list.complete && ' IT Glue has more than could be read: this list is not complete.'}
      </span>
      <Button kind="quiet" onClick={onRefresh} busy={waiting} label={`Refresh ${noun}`}>
        Refresh
      </Button>
    </p>
  );
}
