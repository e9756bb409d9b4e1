import { displayText } from '../domain/display-text.ts';
import type { EntryChange } from '../domain/entry-changes.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { allOrganizations } from '../ui/organization-text.ts';

const words: Readonly<Record<EntryChange['change'], TextKey>> = {
  added: 'optionsNew',
  changed: 'optionsChanged',
  removed: 'optionsTakenAway',
  kept: 'optionsStaysAsItIs',
};

const given = {
  view: 'optionsGivesView',
  viewPassword: 'optionsGivesViewPassword',
} as const;

const kinds: Readonly<Record<EntryChange['kind'], TextKey>> = {
  folder: 'optionsFolder',
  credential: 'kindCredentialShort',
  session: 'kindSession',
  remote: 'remoteKind',
};

function Change({ kind, name, change, about, raises }: EntryChange) {
  return (
    <li class="entry-row">
      <div class="entry-text">
        <bdi class="entry-name">{displayText(name)}</bdi>
        <span class="entry-detail">
          {text(kinds[kind])}
          {kind !== 'folder' && (
            <>
              {' · '}
              <bdi>{about.length === 0 ? allOrganizations() : about.map((one) => displayText(one)).join(', ')}</bdi>
            </>
          )}
        </span>
      </div>
      <div class="entry-badges">
        <span class={change === 'removed' ? 'badge badge-care' : 'badge'}>{text(words[change])}</span>
        {raises.map((right) => (
          <span key={right} class="badge badge-care">
            {text(given[right])}
          </span>
        ))}
      </div>
    </li>
  );
}

/** What a file would change, entry by entry; those that stay are only counted. */
export function EntryChangesList({ changes }: { readonly changes: readonly EntryChange[] }) {
  const moving = changes.filter(({ change }) => change !== 'kept');
  const staying = changes.length - moving.length;
  return (
    <>
      {moving.length > 0 && (
        <ul class="rows" aria-label={text('optionsChanges')}>
          {moving.map((change, at) => (
            <Change key={at} {...change} />
          ))}
        </ul>
      )}
      {moving.length === 0 && <p>{text('optionsNoEntryChanges')}</p>}
      {staying > 0 && <p class="hint">{plural('optionsEntriesStay', staying)}</p>}
    </>
  );
}
