import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { type StepName, stepNames } from './first-steps.ts';

const names: Readonly<Record<StepName, TextKey>> = {
  passphrase: 'optionsStepPassphrase',
  key: 'optionsStepKey',
  credential: 'optionsStepEntry',
  session: 'optionsStepSession',
};

/** Where on the way of four steps a page is. */
export function Stepper({ at }: { readonly at: StepName }) {
  const here = stepNames.indexOf(at);
  return (
    <ol class="stepper" aria-label={text('optionsFirstSteps')}>
      {stepNames.map((name, index) => (
        <li
          key={name}
          data-state={index < here ? 'done' : index === here ? 'next' : 'later'}
          aria-current={index === here ? 'step' : undefined}
        >
          <span class="step-mark" aria-hidden="true">
            {index < here ? '✓' : index + 1}
          </span>
          <span>
            {text(names[name])}
            {index < here && <span class="visually-hidden"> {text('optionsStepDone')}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
