import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/failure-text.ts';
import { indexAgeText } from '../ui/index-age-text.ts';
import { useIndexState } from './use-index-state.ts';

/** How fresh the indexes are, and Refresh. */
export function IndexAgeLine({ states, syncing, failure, sync }: ReturnType<typeof useIndexState>) {
  if (states.length === 0) return null;
  const said = failure === null ? indexAgeText(states, Date.now()) : failureText(failure).sentence;
  return (
    <footer class="footer">
      <span class="hint" role="status">
        {said}
      </span>
      <Button kind="quiet" onClick={() => void sync()} busy={syncing} label={text('popupReadWhatNewGlue')}>
        {text('popupRefresh')}
      </Button>
    </footer>
  );
}

/** The line below the list of entries. */
export function IndexAge() {
  return <IndexAgeLine {...useIndexState()} />;
}
