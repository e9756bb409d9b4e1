import type { FieldRole, FillOrder, Outcome, Refusal } from '../domain/fill.ts';
import { formAround } from './form-around.ts';
import { formTarget } from './form-target.ts';
import { isPrerendered, pageOf, requestSubmit } from './native-dom.ts';
import { shownHere } from './page-frames.ts';
import { type Reading, readingMs } from './read-form.ts';
import { allVisible } from './visibility.ts';
import { announceField, writeField } from './write-field.ts';

type Order = Extract<FillOrder, { type: 'fill' }>;

/** Why the page is not, at this moment, the top document of the expected origin in front of a person. */
export function pageRefusal(expectedOrigin: string | null): Refusal | null {
  if (window.top !== window) return 'not-top-frame';
  if (self.origin === 'null' || !/^https?:$/.test(location.protocol)) return 'isolated-page';
  if (isPrerendered(document)) return 'not-in-front';
  return expectedOrigin !== null && self.origin !== expectedOrigin ? 'wrong-origin' : null;
}

/** Whether the fields that were read are still what they were: same elements, same type, same form, same target. */
function unchanged({ inputs, report }: Reading): boolean {
  const fields = inputs.map(({ input }) => input);
  const [first] = fields;
  if (first === undefined || inputs.some(({ input, type }) => !input.isConnected || input.type !== type)) return false;
  if (!shownHere(pageOf(first))) return false;
  const form = formAround(first);
  if (fields.some((field) => formAround(field) !== form)) return false;
  const target = formTarget(form);
  return target.refusal === null && target.origin === report.actionOrigin && allVisible(fields, readingMs);
}

function refusalOf(reading: Reading, order: Order): Refusal | null {
  const page = pageRefusal(order.expectedOrigin);
  if (page !== null) return page;
  if (!unchanged(reading)) return 'changed-during-fill';
  const { actionOrigin } = reading.report;
  return actionOrigin !== null && !order.allowedActionOrigins.includes(actionOrigin) ? 'form-sends-elsewhere' : null;
}

function outcomeOf({ report }: Reading, filled: readonly FieldRole[]): Outcome {
  const missing = report.fields.filter((role) => !filled.includes(role));
  if (filled.length === 0 || missing.length > 0) return { kind: 'partly', roles: filled, missing };
  return {
    kind: 'filled',
    roles: filled,
    more: !report.fields.includes('password') && !report.fields.includes('code'),
  };
}

/** Submits as the form's own button would; only where the session asks for it, and never a form that has changed meanwhile. */
function submit(reading: Reading, order: Order): void {
  const form = reading.inputs[0]?.input.form ?? null;
  if (form !== null && refusalOf(reading, order) === null) requestSubmit(form);
}

interface Write {
  readonly role: FieldRole;
  readonly input: HTMLInputElement;
  readonly text: string;
}

/** What goes into which field: a code is dealt out over its boxes, a digit each. */
function writesOf({ inputs }: Reading, order: Order): readonly Write[] {
  const boxes = inputs.filter(({ role }) => role === 'code').length;
  let box = 0;
  return inputs.flatMap(({ role, input }) => {
    const text = order[role];
    if (text === null) return [];
    if (role !== 'code' || boxes < 2) return [{ role, input, text }];
    box += 1;
    return [{ role, input, text: box === boxes ? text.slice(box - 1) : text.charAt(box - 1) }];
  });
}

/**
 * Commit, in one synchronous task: every check again, then every value, and only then the events in which the page
 * runs. A page that changes its form on the first event has gained nothing: all is written, nothing more follows.
 */
export function commitFill(reading: Reading, order: Order): Outcome {
  const reason = refusalOf(reading, order);
  if (reason !== null) return { kind: 'refused', reason };
  const done = writesOf(reading, order).filter(({ input, text }) => writeField(input, text));
  for (const { input } of done) announceField(input);
  if (order.submit) submit(reading, order);
  return outcomeOf(reading, [...new Set(done.map(({ role }) => role))]);
}
