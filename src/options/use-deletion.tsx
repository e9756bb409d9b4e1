import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { EntryView } from '../messaging/contract.ts';
import { plural } from '../texts/plural.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { UndoBar } from '../ui/undo-bar.tsx';
import { useVault } from './vault-context.ts';

interface Deletion {
  readonly bar: ComponentChildren;
  readonly failure: Failure | null;
  readonly remove: (entry: EntryView, entries: readonly EntryView[]) => Promise<void>;
}

function deletedText(entry: EntryView, entries: readonly EntryView[]): string {
  const linked = entries.filter((other) => other.kind !== 'credential' && other.credentialEntryId === entry.id).length;
  return sentences(
    text('optionsWasDeleted', entry.name),
    linked === 0 ? null : plural('optionsSessionsUnlinked', linked),
  );
}

/** Deleting without a question before, and with Undo after. */
export function useDeletion(onChanged: () => void): Deletion {
  const { ask } = useVault();
  const [deleted, setDeleted] = useState<{ readonly entry: EntryView; readonly text: string } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const remove = async (entry: EntryView, entries: readonly EntryView[]): Promise<void> => {
    const answer = await ask('entry.delete', { entryId: entry.id, rev: entry.rev });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setDeleted({ entry, text: deletedText(entry, entries) });
    onChanged();
  };
  const undo = async (entry: EntryView): Promise<void> => {
    const answer = await ask('entry.restore', { entryId: entry.id });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setDeleted(null);
    onChanged();
  };
  // The row that had the focus is gone: the way back takes it.
  useEffect(() => {
    if (deleted !== null) place.current?.querySelector('button')?.focus();
  }, [deleted]);
  const bar = deleted && (
    <div class="undo-place" ref={place}>
      <UndoBar text={deleted.text} onUndo={() => void undo(deleted.entry)} onEnd={() => setDeleted(null)} />
    </div>
  );
  return { bar, failure, remove };
}
