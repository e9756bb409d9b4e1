import { type HostOwner, hostOwner } from '../domain/host-template.ts';
import type { CredentialEntryView, FolderView, SessionEntryView } from '../messaging/contract.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { requestAccess } from '../ui/site-access.ts';
import { createDrafts } from './draft.ts';
import { linkedIn } from './link-draft.ts';
import { hrefOf } from './route.ts';
import { faultyField, type SessionDraft, sessionInput, sitePatternsOf } from './session-draft.ts';
import { type Editing, useEditor } from './use-editor.ts';
import { type Notice, useVault } from './vault-context.ts';

const drafts = createDrafts<SessionDraft>('session');

export interface SessionEditing extends Editing<SessionDraft> {
  /** Whose variables the Host may hold; null: no credential entry is chosen. */
  readonly owner: HostOwner;
  /** Where its primary domain is named; undefined: nobody here may, or no one organization is chosen. */
  readonly domainHref: string | undefined;
}

/** Whether its own page has more to say about what the browser has not granted. */
const waitsForAccess = (entry: SessionEntryView): boolean =>
  entry.missingSites.length > 0 || entry.missingHttpAuth !== null;

function savedNotice(entry: SessionEntryView, isNew: boolean): Notice {
  const done = text(isNew ? 'optionsWasAdded' : 'optionsWasUpdated', entry.name);
  if (waitsForAccess(entry)) return { text: done };
  const next = text(
    entry.credentialEntryId === null ? 'optionsOpensItsSiteNothingFilled' : 'optionsLaunchFromLinkedVaultButton',
  );
  return { text: sentences(done, next) };
}

const domainHrefOf = ({ apiKeyId, organizationId }: CredentialEntryView): string | undefined =>
  organizationId === null ? undefined : hrefOf({ page: 'key-domains', id: apiKeyId, organizationId });

/** What a session may be linked to, by itself or by its folder. */
interface Surroundings {
  readonly credentials: readonly CredentialEntryView[];
  readonly folders: readonly FolderView[];
}

/** Typing, checking and saving a website session, with the browser's site access asked for inside the click. */
export function useSessionEditor(
  saved: SessionEntryView | null,
  start: SessionDraft,
  { credentials, folders }: Surroundings,
  reload: () => void,
): SessionEditing {
  const { ask, go, administrator } = useVault();
  const id = saved?.id ?? null;
  const linkedBy = (draft: SessionDraft) => credentials.find(({ id: own }) => own === linkedIn(draft, folders)) ?? null;
  const ownerIn = (draft: SessionDraft): HostOwner => hostOwner(linkedBy(draft));
  const editing = useEditor<SessionDraft, SessionEntryView>({
    drafts,
    key: hrefOf({ page: 'session', id }),
    start,
    faultyField: (draft) => faultyField(draft, ownerIn(draft)),
    async send(draft) {
      await requestAccess(sitePatternsOf(draft, ownerIn(draft)), draft);
      return ask('sessionEntry.save', sessionInput(draft, id));
    },
    onSaved(entry) {
      const here = hrefOf({ page: 'session', id: entry.id });
      go(waitsForAccess(entry) ? here : '#/', savedNotice(entry, saved === null));
      if (saved !== null) reload();
    },
    reload,
  });
  const linked = administrator ? linkedBy(editing.draft) : null;
  const domainHref = linked === null ? undefined : domainHrefOf(linked);
  return { ...editing, owner: ownerIn(editing.draft), domainHref };
}
