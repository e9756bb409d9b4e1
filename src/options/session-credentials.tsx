import { displayText } from '../domain/display-text.ts';
import { liveFolders, placeCredential } from '../domain/folder.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CredentialEntryView, FolderView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { LinkKind } from './link-kind.tsx';
import { LinkedCredential } from './linked-credential.tsx';
import type { SessionDraft } from './session-draft.ts';

interface SessionCredentialsProps {
  readonly draft: SessionDraft;
  readonly credentials: readonly CredentialEntryView[];
  readonly folders: readonly FolderView[];
  readonly disabled: boolean;
  readonly onChange: (next: Partial<SessionDraft>) => void;
}

/** The credential entry that a session is linked to as it is being typed, by itself or by its folders. */
export function linkedIn(draft: SessionDraft, folders: readonly FolderView[]): EntryId | null {
  if (draft.link === 'none') return null;
  return draft.link === 'linked' ? draft.credentialEntryId : placeCredential(liveFolders(folders), draft.folderId);
}

/** Credentials = Linked (vault), Inherited or None, RDM's way. */
export function SessionCredentials({ draft, credentials, folders, disabled, onChange }: SessionCredentialsProps) {
  const inherited = credentials.find(({ id }) => id === linkedIn(draft, folders));
  const given =
    inherited === undefined
      ? text('optionsInheritsNoCredential')
      : text('optionsInheritsCredential', displayText(inherited.name));
  return (
    <>
      <LinkKind
        kind={draft.link}
        disabled={disabled}
        hint={
          draft.link === 'inherited' ? given : draft.link === 'none' ? text('optionsLaunchingOnlyOpensSite') : undefined
        }
        onChange={(link) => onChange({ link })}
      />
      {draft.link === 'linked' && (
        <LinkedCredential
          chosen={draft.credentialEntryId}
          credentials={credentials}
          disabled={disabled}
          onChange={(credentialEntryId) => onChange({ credentialEntryId })}
        />
      )}
    </>
  );
}
