import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { type HostOwner, hostOwner } from '../domain/host-template.ts';
import type { CredentialEntryView, FolderView, SessionEntryView } from '../messaging/contract.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { createDrafts, type KeptTyping, useDraft } from './draft.ts';
import { focusField } from './focus-field.ts';
import { hrefOf } from './route.ts';
import { linkedIn } from './session-credentials.tsx';
import { faultyField, type SessionDraft, sessionInput, sitePatternsOf } from './session-draft.ts';
import { requestAccess } from './site-access.ts';
import { type Notice, useVault } from './vault-context.ts';

const drafts = createDrafts<SessionDraft>('session');

export interface SessionEditing {
  readonly draft: SessionDraft;
  readonly kept: KeptTyping;
  /** Whose variables the Host may hold; null: no credential entry is chosen. */
  readonly owner: HostOwner;
  /** Where its primary domain is named; undefined: nobody here may, or no one organization is chosen. */
  readonly domainHref: string | undefined;
  readonly change: (next: Partial<SessionDraft>) => void;
  /** Whether saving was tried, so that faults are shown where they are. */
  readonly strict: boolean;
  readonly failure: Failure | null;
  readonly waiting: boolean;
  readonly form: RefObject<HTMLFormElement | null>;
  /** Must run inside the click itself: it asks the browser for the sites first. */
  readonly save: () => void;
  readonly discard: () => void;
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
  const { draft, kept, change, forget, reset } = useDraft(drafts, hrefOf({ page: 'session', id }), start);
  const [strict, setStrict] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const linked = credentials.find(({ id }) => id === linkedIn(draft, folders));
  const owner = hostOwner(linked ?? null);
  const domainHref = administrator && linked !== undefined ? domainHrefOf(linked) : undefined;
  const finish = (entry: SessionEntryView): void => {
    forget();
    const here = hrefOf({ page: 'session', id: entry.id });
    go(waitsForAccess(entry) ? here : '#/', savedNotice(entry, saved === null));
    if (saved !== null) reload();
  };
  const saveAfter = async (asked: Promise<boolean>): Promise<void> => {
    setWaiting(true);
    await asked;
    const answer = await ask('sessionEntry.save', sessionInput(draft, id));
    setWaiting(false);
    if (answer.ok) return finish(answer.value);
    setFailure(answer.failure);
    if (answer.failure.code === 'invalid-input') focusField(form.current, answer.failure.field);
    if (answer.failure.code === 'host-refused') focusField(form.current, 'host');
  };
  const save = (): void => {
    if (waiting) return;
    const faulty = faultyField(draft, owner);
    setStrict(true);
    setFailure(null);
    if (faulty === null) void saveAfter(requestAccess(sitePatternsOf(draft, owner), draft));
    else focusField(form.current, faulty);
  };
  const discard = (): void => {
    reset();
    setFailure(null);
    reload();
  };
  return { draft, kept, owner, domainHref, change, strict, failure, waiting, form, save, discard };
}
