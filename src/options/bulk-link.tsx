import { useState } from 'preact/hooks';
import type { EntryId } from '../domain/ids.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import type { Link, LinkableView } from './entry-deeds.ts';
import { LinkKind } from './link-kind.tsx';
import { LinkedCredential } from './linked-credential.tsx';
import type { EntryActs } from './use-entry-acts.tsx';

interface BulkLinkProps {
  readonly sessions: readonly LinkableView[];
  readonly acts: EntryActs;
  readonly onEnd: () => void;
}

/** Links several sessions to one credential entry, to none, or to what their folders name. */
export function BulkLink({ sessions, acts, onEnd }: BulkLinkProps) {
  const [kind, setKind] = useState<'linked' | 'inherited' | 'none'>('linked');
  const [chosen, setChosen] = useState<EntryId | null>(null);
  const credentials = acts.entries.filter((entry): entry is CredentialEntryView => entry.kind === 'credential');
  const link = async (): Promise<void> => {
    const to: Link = kind === 'linked' ? chosen : kind === 'inherited' ? 'inherited' : null;
    const name = credentials.find(({ id }) => id === to)?.name;
    const toName = name ?? text(to === 'inherited' ? 'optionsCredentialsInherited' : 'optionsNone');
    if (await acts.link(sessions, to, toName)) onEnd();
  };
  return (
    <div class="bulk-part">
      <LinkKind kind={kind} onChange={setKind} disabled={false} />
      {kind === 'linked' && (
        <LinkedCredential chosen={chosen} credentials={credentials} disabled={false} onChange={setChosen} />
      )}
      <Button kind="primary" disabled={kind === 'linked' && chosen === null} onClick={() => void link()}>
        {text('optionsLink')}
      </Button>
    </div>
  );
}
