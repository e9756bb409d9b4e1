import { displayText } from '../domain/display-text.ts';
import type { EntryChange } from '../domain/entry-changes.ts';
import { text } from '../texts/text.ts';
import { allOrganizations } from '../ui/organization-text.ts';

const words: Readonly<Record<EntryChange['change'], string>> = {
  added: 'New',
  changed: 'Changed',
  removed: 'Taken away',
  kept: 'Stays as it is',
};

const rights = { view: 'View', viewPassword: 'View password' } as const;

const kindText = (kind: EntryChange['kind']): string =>
  kind === 'remote' ? text('remoteKind') : kind === 'session' ? 'Website session' : 'IT Glue';

function Change({ kind, name, change, about, raises }: EntryChange) {
  return (
    <li class="entry-row">
      <div class="entry-text">
        <bdi class="entry-name">{displayText(name)}</bdi>
        <span class="entry-detail">
          {kindText(kind)} ·{' '}
          <bdi>{about.length === 0 ? allOrganizations : about.map((one) => displayText(one)).join(', ')}</bdi>
        </span>
      </div>
      <div class="entry-badges">
        <span class={change === 'removed' ? 'badge badge-care' : 'badge'}>{words[change]}</span>
        {raises.map((right) => (
          <span key={right} class="badge badge-care">
            Gives {rights[right]}
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
        <ul class="rows" aria-label="Changes">
          {moving.map((change, at) => (
            <Change key={at} {...change} />
          ))}
        </ul>
      )}
      {moving.length === 0 && <p>No entry changes.</p>}
      {staying > 0 && (
        <p class="hint">{staying === 1 ? '1 entry stays as it is.' : `${staying} entries stay as they are.`}</p>
      )}
    </>
  );
}
