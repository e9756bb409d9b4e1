import { useState } from 'preact/hooks';
import type { EntryList, EntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { TextField } from '../ui/text-field.tsx';
import { DamagedRecords } from './damaged-records.tsx';
import { DeletedEntries } from './deleted-entries.tsx';
import { EntryTable } from './entry-table.tsx';
import { foundEntries } from './entry-text.ts';
import { FailureNote } from './failure-note.tsx';
import { NewEntryMenu } from './new-entry-menu.tsx';
import { NextSteps } from './next-steps.tsx';
import { PageHeading } from './page-heading.tsx';
import { useDeletion } from './use-deletion.tsx';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

interface EntryTablesProps {
  readonly list: EntryList;
  readonly typed: string;
  readonly onDelete: (entry: EntryView) => void;
}

const titles: Readonly<Record<EntryView['kind'], TextKey>> = {
  credential: 'kindCredential',
  session: 'kindSessions',
  remote: 'remoteKinds',
};

function EntryTables({ list, typed, onDelete }: EntryTablesProps) {
  const found = foundEntries(list.entries, typed);
  if (found.length === 0) return <p class="empty">{text('optionsNoEntryHoldsAll', typed.trim())}</p>;
  return (
    <>
      {(['credential', 'session', 'remote'] as const).map((kind) => (
        <EntryTable
          key={kind}
          title={text(titles[kind])}
          entries={found.filter((entry) => entry.kind === kind)}
          all={list.entries}
          onDelete={onDelete}
        />
      ))}
    </>
  );
}

/** All entries, as in RDM's navigation: made, opened and deleted here. */
export function EntriesPage() {
  const { ask, administrator } = useVault();
  const listed = useLoaded('entries', () => ask('entries.list', {}));
  const keys = useLoaded('keys', () => ask('apiKey.list', {}));
  const [typed, setTyped] = useState('');
  const deletion = useDeletion(listed.reload);
  const list = listed.value;
  const damaged = list?.damaged ?? (listed.failure?.code === 'vault-damaged' ? listed.failure.records : []);
  return (
    <>
      <PageHeading title={text('optionsEntries')}>{administrator && <NewEntryMenu />}</PageHeading>
      {deletion.bar}
      <FailureNote failure={listed.failure ?? deletion.failure} onRetry={listed.failure ? listed.reload : undefined} />
      <DamagedRecords records={damaged} onDiscarded={listed.reload} />
      {list === null && listed.waiting && <p class="waiting">{text('optionsReadingTheVault')}</p>}
      {list !== null && administrator && (
        <NextSteps keys={keys.value?.length ?? null} list={list} reload={listed.reload} />
      )}
      {list !== null && !administrator && list.entries.length === 0 && (
        <p class="empty">{text('optionsNoEntryAllowsTechnicianSee')}</p>
      )}
      {list !== null && list.entries.length > 5 && (
        <div class="find">
          <TextField label={text('optionsFindAnEntry')} value={typed} onInput={setTyped} type="search" />
        </div>
      )}
      {list !== null && list.entries.length > 0 && (
        <EntryTables list={list} typed={typed} onDelete={(entry) => void deletion.remove(entry, list.entries)} />
      )}
      {list !== null && <DeletedEntries entries={list.deleted} onRestored={listed.reload} />}
    </>
  );
}
