import type { Fetched } from '../messaging/contract.ts';
import { plural } from '../texts/plural.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { ageText } from './age-text.ts';

interface ListAgeProps {
  readonly list: Fetched<unknown> | null;
  readonly waiting: boolean;
  /** What the list holds, in the plural. */
  readonly noun: 'organizations' | 'passwords';
  readonly onRefresh: () => void;
}

const nouns = {
  organizations: {
    counted: 'optionsOrganizationsRead',
    reading: 'optionsReadingOrganizationsFromGlue',
    refresh: 'optionsRefreshOrganizations',
  },
  passwords: {
    counted: 'optionsPasswordsRead',
    reading: 'optionsReadingPasswordsFromGlue',
    refresh: 'optionsRefreshPasswords',
  },
} as const;

/** How old a list from IT Glue is, whether it is whole, and the way to a newer one. */
export function ListAge({ list, waiting, noun, onRefresh }: ListAgeProps) {
  const { counted, reading, refresh } = nouns[noun];
  if (list === null) return <p class="list-age">{waiting && text(reading)}</p>;
  return (
    <p class="list-age">
      <span>
        {sentences(
          plural(counted, list.rows.length, ageText(list.fetchedAt, Date.now())),
          list.complete ? null : text('optionsGlueHasMoreThanCould'),
        )}
      </span>
      <Button kind="quiet" onClick={onRefresh} busy={waiting} label={text(refresh)}>
        {text('optionsRefresh')}
      </Button>
    </p>
  );
}
