import { text } from '../texts/text.ts';
import { DamagedRecords } from './damaged-records.tsx';
import { DeletedEntries } from './deleted-entries.tsx';
import { EntriesPart } from './entries-part.tsx';
import { FailureNote } from './failure-note.tsx';
import { NewEntryMenu } from './new-entry-menu.tsx';
import { NextSteps } from './next-steps.tsx';
import { PackReport } from './pack-report.tsx';
import { PageHeading } from './page-heading.tsx';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

/** All entries, as in RDM's navigation: made, opened, moved and deleted here. */
export function EntriesPage() {
  const { ask, administrator, managed } = useVault();
  const listed = useLoaded('entries', () => ask('entries.list', {}));
  const keys = useLoaded('keys', () => ask('apiKey.list', {}));
  const list = listed.value;
  const damaged = list?.damaged ?? (listed.failure?.code === 'vault-damaged' ? listed.failure.records : []);
  return (
    <>
      <PageHeading title={text('optionsEntries')}>{administrator && <NewEntryMenu />}</PageHeading>
      <FailureNote failure={listed.failure} onRetry={listed.failure ? listed.reload : undefined} />
      {listed.failure?.code === 'pack-ended' && managed.pack !== null && <PackReport />}
      <DamagedRecords records={damaged} onDiscarded={listed.reload} />
      {list === null && listed.waiting && <p class="waiting">{text('optionsReadingTheVault')}</p>}
      {list !== null && administrator && (
        <NextSteps keys={keys.value?.length ?? null} list={list} reload={listed.reload} />
      )}
      {list !== null && !administrator && list.entries.length === 0 && (
        <p class="empty">{text('optionsNoEntryAllowsTechnicianSee')}</p>
      )}
      {list !== null && <EntriesPart list={list} reload={listed.reload} />}
      {list !== null && (
        <DeletedEntries entries={list.deleted} folders={list.deletedFolders} onRestored={listed.reload} />
      )}
    </>
  );
}
