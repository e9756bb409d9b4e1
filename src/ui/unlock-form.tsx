import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { VaultStatus } from '../messaging/contract.ts';
import { countText } from '../texts/count-text.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { failureText } from './failure-text.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { useCommand } from './use-command.ts';
import { useCountdown } from './use-countdown.ts';

interface UnlockFormProps {
  readonly status: VaultStatus;
  readonly onUnlocked: (status: VaultStatus) => void;
}

const waitOf = (failure: Failure): number => ('waitSeconds' in failure ? failure.waitSeconds : 0);

/** Sends the passphrase; it is forgotten once it was right, and kept for correcting when it was not. */
function useUnlocking({ status, onUnlocked }: UnlockFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const { state, run } = useCommand('vault.unlock');
  const wait = useCountdown(status.unlockWaitSeconds);
  const unlock = async (): Promise<void> => {
    if (passphrase === '' || wait.left > 0 || state.status === 'waiting') return;
    const answer = await run({ passphrase });
    if (!answer.ok) return wait.start(waitOf(answer.failure));
    setPassphrase('');
    onUnlocked(answer.value);
  };
  return { passphrase, setPassphrase, state, wait: wait.left, unlock };
}

/** Asks for the passphrase, and says how long to wait after wrong ones. */
export function UnlockForm(props: UnlockFormProps) {
  const { passphrase, setPassphrase, state, wait, unlock } = useUnlocking(props);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (state.status === 'failed') field.current?.select();
  }, [state]);
  const failure = state.status === 'failed' ? state.failure : null;
  const wrong = failure?.code === 'wrong-passphrase';
  return (
    <form
      class="unlock-form"
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      <PassphraseField
        label={text('unlockPassphrase')}
        showLabel={text('unlockShowPassphrase')}
        name="passphrase"
        inputRef={field}
        value={passphrase}
        onInput={setPassphrase}
        error={wrong ? sentences(failureText(failure).sentence, failureText(failure).nextStep) : undefined}
      />
      {failure !== null && !wrong && failure.code !== 'unlock-delayed' && (
        <Banner kind="error">
          <p>{failureText(failure).sentence}</p>
          <p class="next-step">{failureText(failure).nextStep}</p>
        </Banner>
      )}
      {wait > 0 && <p class="hint">{text('unlockWait', countText(wait))}</p>}
      <Button type="submit" kind="primary" busy={state.status === 'waiting'} disabled={wait > 0}>
        {text(state.status === 'waiting' ? 'unlockWaiting' : 'unlock')}
      </Button>
    </form>
  );
}
