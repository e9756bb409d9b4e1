import type { EntryView } from '../messaging/contract.ts';
import { newCredentialHref, newKeyHref, newSessionHref } from './route.ts';

interface NextStepsProps {
  /** How many API keys are saved; null: not yet known. */
  readonly keys: number | null;
  readonly entries: readonly EntryView[];
}

const steps = [
  { text: 'Save an IT Glue API key', href: newKeyHref, why: 'It is sealed in the vault and never shown again.' },
  {
    text: 'Make a credential entry',
    href: newCredentialHref,
    why: 'It points at a password in IT Glue, or asks each time with a list.',
  },
  {
    text: 'Link it to a website session',
    href: newSessionHref,
    why: 'Launching the session opens the site and fills the sign-in form.',
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
    <section class="card steps" aria-label="First steps">
      <h2>First steps</h2>
      <ol>
        {steps.map(({ text, href, why }, index) => (
          <li key={href} data-state={done[index] ? 'done' : index === next ? 'next' : 'later'}>
            <span class="step-mark" aria-hidden="true">
              {done[index] ? '✓' : index + 1}
            </span>
            <span class="step-text">
              <strong>
                {text}
                {done[index] && <span class="visually-hidden"> (done)</span>}
              </strong>
              <span class="hint">{why}</span>
            </span>
            {index === next && (
              <a class="button button-primary" href={href}>
                Next: {text.charAt(0).toLowerCase() + text.slice(1)}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
