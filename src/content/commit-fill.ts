import type { FieldRole, FillOrder, Outcome, Refusal } from '../domain/fill.ts';
import { formTarget } from './form-target.ts';
import type { Reading } from './read-form.ts';
import { visibleFields } from './visibility.ts';
import { announceField, writeField } from './write-field.ts';

type Order = Extract<FillOrder, { type: 'fill' }>;

/** Why the page is not, at this moment, the top document of the expected origin in front of a person. */
export function pageRefusal(expectedOrigin: string | null): Refusal | null {
  if (window.top !== window) return 'not-top-frame';
  if (self.origin === 'null' || !/^https?:$/.test(location.protocol)) return 'isolated-page';
  if ('prerendering' in document && document.prerendering === true) return 'not-in-front';
  return expectedOrigin !== null && self.origin !== expectedOrigin ? 'wrong-origin' : null;
}

/** Whether the fields that were read are still what they were: same elements, same type, same form, same target. */
function unchanged(reading: Reading): boolean {
  const fields = [reading.username, reading.password].filter((field) => field !== null);
  if (fields.some((field) => !field.isConnected) || (reading.password !== null && reading.password.type !== 'password'))
    return false;
  const [first] = fields;
  if (first === undefined || fields.some((field) => field.form !== first.form)) return false;
  const target = formTarget(first.form);
  return (
    target.refusal === null &&
    target.origin === reading.report.actionOrigin &&
    visibleFields(fields).length === fields.length
  );
}

function refusalOf(reading: Reading, order: Order): Refusal | null {
  const page = pageRefusal(order.expectedOrigin);
  if (page !== null) return page;
  if (!unchanged(reading)) return 'changed-during-fill';
  const { actionOrigin } = reading.report;
  return actionOrigin !== null && !order.allowedActionOrigins.includes(actionOrigin) ? 'form-sends-elsewhere' : null;
}

function outcomeOf(reading: Reading, filled: readonly FieldRole[]): Outcome {
  const missing = reading.report.fields.filter((role) => !filled.includes(role));
  if (missing.length > 0) return { kind: 'partly', roles: filled, missing };
  return { kind: 'filled', roles: filled, more: reading.password === null };
}

/** Submits as the form's own button would; only where the session asks for it, and never a form that has changed meanwhile. */
function submit(reading: Reading, order: Order): void {
  const form = (reading.password ?? reading.username)?.form ?? null;
  if (form !== null && refusalOf(reading, order) === null) form.requestSubmit();
}

/**
 * Commit, in one synchronous task: every check again, then every value, and only then the events in which the page
 * runs. A page that changes its form on the first event has gained nothing: all is written, nothing more follows.
 */
export function commitFill(reading: Reading, order: Order): Outcome {
  const reason = refusalOf(reading, order);
  if (reason !== null) return { kind: 'refused', reason };
  const writes = [
    { role: 'username', field: reading.username, text: order.username },
    { role: 'password', field: reading.password, text: order.password },
  ] as const;
  const done = writes.flatMap(({ role, field, text }) =>
    field !== null && text !== null ? [{ role, field, text }] : [],
  );
  for (const { field, text } of done) writeField(field, text);
  for (const { field } of done) announceField(field);
  if (order.submit) submit(reading, order);
  return outcomeOf(
    reading,
    done.map(({ role }) => role),
  );
}
