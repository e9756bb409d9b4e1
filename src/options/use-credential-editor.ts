import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { type CredentialDraft, type CredentialField, credentialInput } from './credential-draft.ts';
import { createDrafts, type KeptTyping, useDraft } from './draft.ts';
import { focusField } from './focus-field.ts';
import { newSessionHref } from './route.ts';
import { useVault } from './vault-context.ts';

const drafts = createDrafts<CredentialDraft>('credential');

const missingTexts: Readonly<Record<CredentialField, TextKey>> = {
  name: 'optionsGiveEntryName',
  apiKeyId: 'optionsChooseAnApiKey',
  organizationId: 'optionsChooseAnOrganization',
  password: 'optionsChoosePasswordTurnOnAlways',
};

/** The worker's name of a faulty field, as the form's. */
const fieldOf = (named: string): string => (named.startsWith('selection') ? 'password' : named);

export interface CredentialEditing {
  readonly draft: CredentialDraft;
  readonly kept: KeptTyping;
  readonly change: (next: CredentialDraft) => void;
  readonly missing: { readonly field: CredentialField; readonly text: string } | null;
  readonly failure: Failure | null;
  readonly waiting: boolean;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly save: () => Promise<void>;
  /** Gives up what was typed and shows what is saved. */
  readonly discard: () => void;
}

/** Typing, checking and saving a credential entry. A failed save loses nothing. `place`: names its draft. */
export function useCredentialEditor(
  saved: CredentialEntryView | null,
  start: CredentialDraft,
  reload: () => void,
  place: string,
): CredentialEditing {
  const { ask, go } = useVault();
  const id = saved?.id ?? null;
  const { draft, kept, change, forget, reset } = useDraft(drafts, place, start);
  const [missing, setMissing] = useState<CredentialField | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = async (): Promise<void> => {
    if (waiting) return;
    const input = credentialInput(draft, id);
    setFailure(null);
    setMissing('missing' in input ? input.missing : null);
    if ('missing' in input) return focusField(form.current, input.missing);
    setWaiting(true);
    const answer = await ask('credentialEntry.save', input);
    setWaiting(false);
    if (answer.ok) {
      forget();
      const said = text(saved === null ? 'optionsWasAdded' : 'optionsWasSaved', answer.value.name);
      const next = { text: text('optionsNextLinkWebsiteSession'), href: newSessionHref };
      return go('#/', saved === null ? { text: said, next } : { text: said });
    }
    setFailure(answer.failure);
    if (answer.failure.code === 'invalid-input') focusField(form.current, fieldOf(answer.failure.field));
  };
  const discard = (): void => {
    reset();
    setFailure(null);
    reload();
  };
  return {
    draft,
    kept,
    change,
    missing: missing === null ? null : { field: missing, text: text(missingTexts[missing]) },
    failure,
    waiting,
    form,
    save,
    discard,
  };
}
