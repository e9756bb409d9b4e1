import type { EntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { newCredentialHref, newKeyHref, newSessionHref } from './route.ts';

interface NextStepsProps {
  /** How many API keys are saved; null: not yet known. */
  readonly keys: number | null;
  readonly entries: readonly EntryView[];
}

const steps = [
  {
    step: 'optionsSaveGlueApiKey',
    next: 'optionsNextSaveGlueApiKey',
    href: newKeyHref,
    why: 'optionsSealedVaultNeverShownAgain',
  },
  {
    step: 'optionsMakeACredentialEntry',
    next: 'optionsNextMakeCredentialEntry',
    href: newCredentialHref,
    why: 'optionsPointsAtPasswordGlueAsks',
  },
  {
    step: 'optionsLinkWebsiteSession',
    next: 'optionsNextLinkWebsiteSession',
    href: newSessionHref,
    why: 'optionsLaunchingSessionOpensSiteFills',
  },
] as const;

/** The way from an empty vault to the first launch: three steps, the next one first to hand. Nothing once all are done. */
export function NextSteps({ keys, entries }: NextStepsProps) {
  const done = [
    keys !== 0 || entries.length > 0,
    entries.some((entry) => entry.kind === 'credential'),
    entries.some((entry) => entry.kind === 'session'),
  ];
  const next = done.indexOf(false);
  if (keys === null || next < 0) return null;
  return (
    <section class="card steps" aria-label={text('optionsFirstSteps')}>
      <h2>{text('optionsFirstSteps')}</h2>
      <ol>
        {steps.map(({ step, next: nextText, href, why }, index) => (
          <li key={href} data-state={done[index] ? 'done' : index === next ? 'next' : 'later'}>
            <span class="step-mark" aria-hidden="true">
              {done[index] ? '✓' : index + 1}
            </span>
            <span class="step-text">
              <strong>
                {text(step)}
                {done[index] && <span class="visually-hidden"> {text('optionsStepDone')}</span>}
              </strong>
              <span class="hint">{text(why)}</span>
            </span>
            {index === next && (
              <a class="button button-primary" href={href}>
                {text(nextText)}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
