import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/failure-text.ts';
import { indexAgeText } from '../ui/index-age-text.ts';
import { useIndexState } from './use-index-state.ts';

/** The line below the list: how fresh it is, and Refresh. */
export function IndexAge() {
  const { states, syncing, failure, sync } = useIndexState();
  if (states.length === 0) return null;
  const text = failure === null ? indexAgeText(states, Date.now()) : failureText(failure).sentence;
  return (
    <footer class="footer">
      <span class="hint" role="status">
        {text}
      </span>
      <Button kind="quiet" onClick={() => void sync()} busy={syncing} label="Read what is new in IT Glue">
        Refresh
      </Button>
    </footer>
  );
}
