import { useEffect } from 'preact/hooks';
import type { ApiKeyId } from '../domain/ids.ts';
import type { EntryVerdict } from '../domain/key-health.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { Button } from '../ui/button.tsx';
import { credentialDetail } from './entry-text.ts';
import { FailureNote } from './failure-note.tsx';
import { PageHeading } from './page-heading.tsx';
import { hrefOf } from './route.ts';
import { type CheckedEntry, useEntryCheck } from './use-entry-check.ts';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

const words: Readonly<Record<EntryVerdict, TextKey>> = {
  works: 'optionsCheckWorks',
  gone: 'optionsCheckGone',
  'no-access': 'optionsCheckNoAccess',
  untold: 'optionsCheckUntold',
};

/** What needs somebody's eyes comes first. */
const order: readonly EntryVerdict[] = ['gone', 'no-access', 'untold', 'works'];

function Row({ entry, verdict, failure }: CheckedEntry) {
  return (
    <li class="entry-row">
      <div class="entry-text">
        <a class="entry-name" href={hrefOf({ page: 'credential', id: entry.id })}>
          <bdi>{entry.name}</bdi>
        </a>
        <span class="entry-detail">
          <bdi>{credentialDetail(entry)}</bdi>
        </span>
        {verdict === 'untold' && <FailureNote failure={failure} />}
      </div>
      <div class="entry-badges">
        <span class={verdict === 'works' ? 'badge badge-site' : 'badge badge-care'}>{text(words[verdict])}</span>
      </div>
    </li>
  );
}

function Report({ entries }: { readonly entries: readonly CredentialEntryView[] }) {
  const { checked, running, stopped, start } = useEntryCheck(entries);
  useEffect(start, []);
  const well = checked.filter(({ verdict }) => verdict === 'works').length;
  const done = !running && stopped === null;
  const sorted = [...checked].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  return (
    <section class="entry-table" aria-labelledby="checked">
      <h2 id="checked">
        {text('optionsCheckEntries')}{' '}
        <span class="count">{text('optionsCheckCount', checked.length, entries.length)}</span>
      </h2>
      {entries.length > 0 && (
        <progress value={checked.length} max={entries.length} aria-labelledby="checked" hidden={!running} />
      )}
      <p role="status">{done && plural('optionsCheckEnd', entries.length, well)}</p>
      <FailureNote failure={stopped} onRetry={start} />
      {sorted.length > 0 && (
        <ul class="rows">
          {sorted.map((row) => (
            <Row key={row.entry.id} {...row} />
          ))}
        </ul>
      )}
      {done && entries.length > 0 && <Button onClick={start}>{text('optionsCheckAgain')}</Button>}
    </section>
  );
}

/** After a key was replaced: whether every entry that uses it goes on, and what is left to do in IT Glue. */
export function CheckEntriesPage({ id }: { readonly id: ApiKeyId }) {
  const { ask, go } = useVault();
  const keys = useLoaded('keys', () => ask('apiKey.list', {}));
  const listed = useLoaded('entries', () => ask('entries.list', {}));
  const apiKey = keys.value?.find((key) => key.id === id);
  const entries = (listed.value?.entries ?? []).filter(
    (entry): entry is CredentialEntryView => entry.kind === 'credential' && entry.apiKeyId === id,
  );
  return (
    <>
      <PageHeading title={text('optionsCheckTitle', apiKey?.name ?? '')} />
      <p class="lead">{text('optionsCheckLead')}</p>
      <FailureNote failure={listed.failure ?? keys.failure} onRetry={listed.reload} />
      {listed.value !== null && <Report entries={entries} />}
      {apiKey?.replacedAt !== undefined && apiKey.replacedAt !== null && (
        <section class="card" aria-labelledby="old-key">
          <h2 id="old-key">{text('optionsOldKeyDelete')}</h2>
          <p class="lead">{text('optionsOldKeyHow')}</p>
          <div class="actions">
            <Button onClick={() => go(hrefOf({ page: 'keys' }), { text: text('optionsOldKeyDone', apiKey.name) })}>
              {text('optionsOldKeyDeleted')}
            </Button>
          </div>
        </section>
      )}
    </>
  );
}
