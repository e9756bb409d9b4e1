import { displayText } from '../domain/display-text.ts';
import type { FolderId } from '../domain/ids.ts';
import type { CredentialEntryView, FolderView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { type LinkDraft, linkedIn } from './link-draft.ts';
import { LinkKind } from './link-kind.tsx';
import { LinkedCredential } from './linked-credential.tsx';

interface SessionCredentialsProps {
  readonly draft: LinkDraft & { readonly folderId: FolderId | null };
  readonly credentials: readonly CredentialEntryView[];
  readonly folders: readonly FolderView[];
  readonly disabled: boolean;
  /** What launching does without a credential entry. */
  readonly unlinkedHint: string;
  readonly onChange: (next: Partial<LinkDraft>) => void;
}

/** What the choice of a kind comes to, where no field below it says so. */
function kindHint({ draft, credentials, folders, unlinkedHint }: SessionCredentialsProps): string | undefined {
  if (draft.link === 'linked') return undefined;
  if (draft.link === 'none') return unlinkedHint;
  const inherited = credentials.find(({ id }) => id === linkedIn(draft, folders));
  return inherited === undefined
    ? text('optionsInheritsNoCredential')
    : text('optionsInheritsCredential', displayText(inherited.name));
}

/** Credentials = Linked (vault), Inherited or None, RDM's way. */
export function SessionCredentials(props: SessionCredentialsProps) {
  const { draft, credentials, disabled, onChange } = props;
  return (
    <>
      <LinkKind kind={draft.link} disabled={disabled} hint={kindHint(props)} onChange={(link) => onChange({ link })} />
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
