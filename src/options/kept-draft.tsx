import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';

interface KeptDraftProps {
  readonly kept: boolean;
  readonly onDiscard: () => void;
}

/** Says that a form shows what was typed into it another time, and how to be rid of it. */
export function KeptDraft({ kept, onDiscard }: KeptDraftProps) {
  if (!kept) return null;
  return (
    <p class="kept-draft" role="status">
      {text('optionsDraftKept')}
      <Button kind="quiet" onClick={onDiscard}>
        {text('optionsDraftDiscard')}
      </Button>
    </p>
  );
}
