import { useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import type { EntryView, FolderView } from '../messaging/contract.ts';
import { countText } from '../texts/count-text.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { ageText } from './age-text.ts';
import { kindOf } from './entry-text.ts';
import { FailureNote } from './failure-note.tsx';
import { useVault } from './vault-context.ts';

interface DeletedEntriesProps {
  readonly entries: readonly EntryView[];
  readonly folders: readonly FolderView[];
  readonly onRestored: () => void;
}

interface DeletedRowProps {
  readonly name: string;
  readonly kind: string;
  readonly deletedAt: number | null;
  /** null: not for this role. */
  readonly onRestore: (() => void) | null;
}

function DeletedRow({ name, kind, deletedAt, onRestore }: DeletedRowProps) {
  return (
    <li class="entry-row">
      <div class="entry-text">
        <bdi class="entry-name">{name}</bdi>
        <span class="entry-detail">
          {kind} · {text('optionsEntryDeletedAgo', ageText(deletedAt ?? 0, Date.now()))}
        </span>
      </div>
      <div class="entry-actions">
        {onRestore !== null && (
          <Button onClick={onRestore} label={text('optionsRestoreNamed', name)}>
            {text('optionsRestore')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Deleted entries and folders that can still be brought back; a folder comes with what was deleted with it. */
export function DeletedEntries({ entries, folders, onRestored }: DeletedEntriesProps) {
  const { ask } = useVault();
  const [failure, setFailure] = useState<Failure | null>(null);
  const restore = async (asked: Promise<Result<unknown>>): Promise<void> => {
    const answer = await asked;
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) onRestored();
  };
  if (entries.length + folders.length === 0) return null;
  return (
    <details class="deleted">
      <summary>
        {text('optionsDeletedEntries')} <span class="count">{countText(entries.length + folders.length)}</span>
      </summary>
      <FailureNote failure={failure} />
      <ul class="rows">
        {folders.map(({ id, name, deletedAt }) => (
          <DeletedRow
            key={id}
            name={name}
            kind={text('optionsFolder')}
            deletedAt={deletedAt}
            onRestore={() => void restore(ask('folder.restore', { folderId: id }))}
          />
        ))}
        {entries.map((entry) => (
          <DeletedRow
            key={entry.id}
            name={entry.name}
            kind={kindOf(entry)}
            deletedAt={entry.deletedAt}
            onRestore={entry.rights.edit ? () => void restore(ask('entry.restore', { entryId: entry.id })) : null}
          />
        ))}
      </ul>
    </details>
  );
}
