import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import type { KeptTyping } from './draft.ts';

interface KeptDraftProps {
  readonly kept: KeptTyping;
  readonly onDiscard: () => void;
}

/** Says that a form shows what was typed into it another time, and how to be rid of it; or that this was done, and the way back. */
export function KeptDraft({ kept, onDiscard }: KeptDraftProps) {
  if (kept.state === 'none') return null;
  const gone = kept.state === 'given-up';
  return (
    <p class="kept-draft" role="status">
      {text(gone ? 'optionsDraftDiscarded' : 'optionsDraftKept')}
      <Button kind="quiet" onClick={gone ? kept.bringBack : onDiscard}>
        {text(gone ? 'uiUndo' : 'optionsDraftDiscard')}
      </Button>
    </p>
  );
}
