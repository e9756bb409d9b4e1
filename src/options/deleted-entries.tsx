import { useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { EntryView } from '../messaging/contract.ts';
import { countText } from '../texts/count-text.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { ageText } from './age-text.ts';
import { kindOf } from './entry-text.ts';
import { FailureNote } from './failure-note.tsx';
import { useVault } from './vault-context.ts';

interface DeletedEntriesProps {
  readonly entries: readonly EntryView[];
  readonly onRestored: () => void;
}

/** Deleted entries that can still be brought back. */
export function DeletedEntries({ entries, onRestored }: DeletedEntriesProps) {
  const { ask } = useVault();
  const [failure, setFailure] = useState<Failure | null>(null);
  const restore = async (entry: EntryView): Promise<void> => {
    const answer = await ask('entry.restore', { entryId: entry.id });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) onRestored();
  };
  if (entries.length === 0) return null;
  return (
    <details class="deleted">
      <summary>
        {text('optionsDeletedEntries')} <span class="count">{countText(entries.length)}</span>
      </summary>
      <FailureNote failure={failure} />
      <ul class="rows">
        {entries.map((entry) => (
          <li key={entry.id} class="entry-row">
            <div class="entry-text">
              <bdi class="entry-name">{entry.name}</bdi>
              <span class="entry-detail">
                {kindOf(entry)} · {text('optionsEntryDeletedAgo', ageText(entry.deletedAt ?? 0, Date.now()))}
              </span>
            </div>
            <div class="entry-actions">
              {entry.rights.edit && (
                <Button onClick={() => void restore(entry)} label={text('optionsRestoreNamed', entry.name)}>
                  {text('optionsRestore')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
