import { useEffect, useRef } from 'preact/hooks';
import { plural } from '../texts/plural.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';

interface BulkDeleteProps {
  /** How many entries lie in the chosen folders. */
  readonly held: number;
  readonly onDelete: () => void;
  readonly onKeep: () => void;
}

/** Asks before folders are deleted that hold something, and says how much that is. */
export function BulkDelete({ held, onDelete, onKeep }: BulkDeleteProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div class="bulk-part">
      <p role="alert">{sentences(text('optionsDeleteChosenAsk'), plural('optionsFoldersHoldAsk', held))}</p>
      <div class="actions">
        <Button buttonRef={first} onClick={onKeep}>
          {text('optionsKeep')}
        </Button>
        <Button kind="danger" onClick={onDelete}>
          {text('optionsDeleteFolderWithAll')}
        </Button>
      </div>
    </div>
  );
}
