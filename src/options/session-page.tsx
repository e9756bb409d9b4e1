import type { EntryId } from '../domain/ids.ts';
import type { CredentialEntryView, EntryList, SessionEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { EntryGone } from './entry-gone.tsx';
import { sessionKind } from './entry-text.ts';
import { FailureNote } from './failure-note.tsx';
import { placeForNew } from './kept-tree.ts';
import { MissingHttpAuth } from './missing-http-auth.tsx';
import { MissingSites } from './missing-sites.tsx';
import { OnlyAdministrator } from './only-administrator.tsx';
import { PageHeading } from './page-heading.tsx';
import { newSessionDraft, sessionDraftOf } from './session-draft.ts';
import { SessionEditor } from './session-editor.tsx';
import { StepHere } from './step-here.tsx';
import { useLoaded } from './use-loaded.ts';
import { useVault } from './vault-context.ts';

const foundIn = (list: EntryList | null, id: EntryId | null): SessionEntryView | null =>
  list?.entries.find((entry): entry is SessionEntryView => entry.kind === 'session' && entry.id === id) ?? null;

interface ReadyProps {
  readonly id: EntryId | null;
  readonly list: EntryList;
  readonly reload: () => void;
}

function Ready({ id, list, reload }: ReadyProps) {
  const { administrator } = useVault();
  const saved = foundIn(list, id);
  if (id !== null && saved === null) return <EntryGone />;
  if (id === null && !administrator) return <OnlyAdministrator of="optionsOnlyAdministratorMakesNewEntries" />;
  const credentials = list.entries.filter((entry): entry is CredentialEntryView => entry.kind === 'credential');
  const [only, ...others] = credentials;
  const linked = only !== undefined && others.length === 0 ? only.id : null;
  const start = saved === null ? newSessionDraft(linked, placeForNew(list)) : sessionDraftOf(saved);
  return (
    <>
      {saved !== null && <MissingSites origins={saved.missingSites} onAllowed={reload} />}
      {saved !== null && <MissingHttpAuth session={saved} onAllowed={reload} />}
      <SessionEditor
        key={saved?.rev ?? 0}
        saved={saved}
        start={start}
        credentials={credentials}
        folders={list.folders}
        reload={reload}
      />
    </>
  );
}

/** Website session: a new entry, or one that is changed. */
export function SessionPage({ id }: { readonly id: EntryId | null }) {
  const { ask } = useVault();
  const listed = useLoaded('entries', () => ask('entries.list', {}));
  const name = foundIn(listed.value, id)?.name;
  return (
    <>
      <PageHeading title={id === null ? text('optionsNewWebsiteSession') : (name ?? sessionKind())} />
      {id === null && <StepHere step="session" keys={0} list={listed.value} />}
      <p class="kind">{sessionKind()}</p>
      <FailureNote failure={listed.failure} onRetry={listed.reload} />
      {listed.value !== null && <Ready id={id} list={listed.value} reload={listed.reload} />}
    </>
  );
}
