import { displayText } from '../domain/display-text.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Combobox } from '../ui/combobox.tsx';
import { credentialDetail } from './entry-text.ts';
import type { FolderDraft } from './folder-draft.ts';

interface FolderCredentialProps {
  readonly draft: FolderDraft;
  readonly credentials: readonly CredentialEntryView[];
  readonly change: (next: Partial<FolderDraft>) => void;
}

interface Choice {
  readonly id: string;
  readonly entryId: EntryId | null;
  readonly text: string;
  readonly detail: string;
}

/** The credential entry that sessions inside may inherit. */
export function FolderCredential({ draft, credentials, change }: FolderCredentialProps) {
  const none: Choice = {
    id: 'none',
    entryId: null,
    text: text('optionsNone'),
    detail: text('optionsFolderNoCredential'),
  };
  const choices = credentials.map(
    (entry): Choice => ({
      id: entry.id,
      entryId: entry.id,
      text: displayText(entry.name),
      detail: displayText(credentialDetail(entry)),
    }),
  );
  return (
    <Combobox
      label={text('optionsFolderCredential')}
      name="credentialEntryId"
      value={draft.credentialEntryId ?? none.id}
      valueText={text('optionsLinkedEntryNotHereAny')}
      onChange={({ entryId }) => change({ credentialEntryId: entryId })}
      options={[none, ...choices]}
      hint={text('optionsFolderCredentialHint')}
    />
  );
}
