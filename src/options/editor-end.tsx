import type { ComponentChildren } from 'preact';
import type { Failure } from '../domain/failure.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNote } from './failure-note.tsx';
import { useVault } from './vault-context.ts';

interface EditorEndProps {
  readonly failure: Failure | null;
  /** The saved entry is newer than the one that is being edited. */
  readonly changedElsewhere: boolean;
  /** Gives up what was typed and shows what is saved. */
  readonly onDiscard: () => void;
  /** The button that saves. */
  readonly children: ComponentChildren;
}

/** The end of an entry's form: its buttons, and beside them what saving came to. */
export function EditorEnd({ failure, changedElsewhere, onDiscard, children }: EditorEndProps) {
  const { go } = useVault();
  const conflict = changedElsewhere || failure?.code === 'entry-changed' || failure?.code === 'folder-changed';
  return (
    <>
      <div role="alert">
        {conflict && (
          <Banner kind="warning">
            <p>
              <strong>{text('optionsEntryWasChangedAnotherWindow')}</strong> {text('optionsWhatYouTypedStillHere')}
            </p>
            <Button onClick={onDiscard}>{text('optionsLoadTheSavedVersion')}</Button>
          </Banner>
        )}
      </div>
      <div class="actions">
        {children}
        <Button
          onClick={() => {
            onDiscard();
            go('#/');
          }}
        >
          {text('optionsCancel')}
        </Button>
        <FailureNote failure={conflict ? null : failure} />
      </div>
    </>
  );
}
