import { fail } from '../domain/result.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { type CredentialDraft, type CredentialField, credentialInput } from './credential-draft.ts';
import { createDrafts } from './draft.ts';
import { newSessionHref } from './route.ts';
import { type Editing, useEditor } from './use-editor.ts';
import { useVault } from './vault-context.ts';

const drafts = createDrafts<CredentialDraft>('credential');

function faultyField(draft: CredentialDraft): CredentialField | null {
  const input = credentialInput(draft, null);
  return 'missing' in input ? input.missing : null;
}

/** Typing, checking and saving a credential entry. `place`: names its draft. */
export function useCredentialEditor(
  saved: CredentialEntryView | null,
  start: CredentialDraft,
  reload: () => void,
  place: string,
): Editing<CredentialDraft> {
  const { ask, go } = useVault();
  return useEditor<CredentialDraft, CredentialEntryView>({
    drafts,
    key: place,
    start,
    faultyField,
    async send(draft) {
      const input = credentialInput(draft, saved?.id ?? null);
      return 'missing' in input
        ? fail({ code: 'invalid-input', field: input.missing })
        : ask('credentialEntry.save', input);
    },
    onSaved({ name }) {
      const said = text(saved === null ? 'optionsWasAdded' : 'optionsWasSaved', name);
      const next = { text: text('optionsNextLinkWebsiteSession'), href: newSessionHref };
      go('#/', saved === null ? { text: said, next } : { text: said });
    },
    reload,
  });
}
