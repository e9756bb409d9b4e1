import { useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { EntryList } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from './failure-note.tsx';
import { type FirstSteps, firstSteps, onTheWay } from './first-steps.ts';
import { LaunchIt } from './launch-it.tsx';
import { newCredentialHref, newKeyHref, newSessionHref } from './route.ts';
import { useVault } from './vault-context.ts';

interface NextStepsProps {
  /** How many API keys are saved; null: not yet known. */
  readonly keys: number | null;
  readonly list: EntryList;
  /** Reads the list anew: the steps were skipped, or are wanted again. */
  readonly reload: () => void;
}

const steps = [
  { name: 'passphrase', step: 'optionsStepVaultMade', why: 'optionsStepVaultWhy', next: null, href: null },
  {
    name: 'key',
    step: 'optionsSaveGlueApiKey',
    next: 'optionsNextSaveGlueApiKey',
    href: newKeyHref,
    why: 'optionsSealedVaultNeverShownAgain',
  },
  {
    name: 'credential',
    step: 'optionsMakeACredentialEntry',
    next: 'optionsNextMakeCredentialEntry',
    href: newCredentialHref,
    why: 'optionsPointsAtPasswordGlueAsks',
  },
  {
    name: 'session',
    step: 'optionsLinkWebsiteSession',
    next: 'optionsNextLinkWebsiteSession',
    href: newSessionHref,
    why: 'optionsLaunchingSessionOpensSiteFills',
  },
] as const;

function StepList({ done, next }: FirstSteps) {
  return (
    <ol>
      {steps.map(({ name, step, next: nextText, href, why }, index) => (
        <li key={name} data-state={done.includes(name) ? 'done' : name === next ? 'next' : 'later'}>
          <span class="step-mark" aria-hidden="true">
            {done.includes(name) ? '✓' : index + 1}
          </span>
          <span class="step-text">
            <strong>
              {text(step)}
              {done.includes(name) && <span class="visually-hidden"> {text('optionsStepDone')}</span>}
            </strong>
            <span class="hint">{text(why)}</span>
          </span>
          {name === next && nextText !== null && (
            <a class="button button-primary" href={href}>
              {text(nextText)}
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The way from an empty vault to the first launch, the next step first to hand, until something was used or it is skipped. */
export function NextSteps({ keys, list, reload }: NextStepsProps) {
  const { ask } = useVault();
  const [failure, setFailure] = useState<Failure | null>(null);
  if (keys === null || list.marks.recents.length > 0) return null;
  const way = firstSteps(keys, list);
  const skip = async (skipped: boolean): Promise<void> => {
    const answer = await ask('steps.skip', { skipped });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) reload();
  };
  if (!onTheWay(list))
    return way.next === null ? null : (
      <p class="steps-again">
        <Button kind="quiet" onClick={() => void skip(false)}>
          {text('optionsShowFirstSteps')}
        </Button>
      </p>
    );
  return (
    <section class="card steps" aria-label={text('optionsFirstSteps')}>
      <div class="steps-head">
        <h2>
          {text('optionsFirstSteps')}{' '}
          <span class="count">{text('optionsStepsDone', way.done.length, steps.length)}</span>
        </h2>
        <Button kind="quiet" onClick={() => void skip(true)}>
          {text('optionsSkipFirstSteps')}
        </Button>
      </div>
      <FailureNote failure={failure} />
      {way.next === null ? <LaunchIt list={list} /> : <StepList {...way} />}
    </section>
  );
}
