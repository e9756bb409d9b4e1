import type { FieldPlace } from '../domain/field-place.ts';
import { type FillMessage, type FillOrder, type FormReport, passingRefusals } from '../domain/fill.ts';
import { fillPortName } from '../domain/fill-port-name.ts';
import { atRest } from './at-rest.ts';
import { commitFill, pageRefusal } from './commit-fill.ts';
import { withHints } from './hinted-fields.ts';
import { type Reading, readForm, refused } from './read-form.ts';
import { watchForm } from './watch-form.ts';

/** In the extension's own world, where the page sees nothing: a newer injection ends the watch of an older one. */
const world = globalThis as { linkedVaultWatch?: () => void };

const reconnectAfterMs = 300;
/** So many looks in a row find a page too complex before that is its end: it may only be loading. */
const mostUnreadable = 3;

function read(places: readonly FieldPlace[] = []): Reading {
  const refusal = pageRefusal(null);
  return refusal === null ? readForm(places) : refused(refusal);
}

const sameReport = (a: FormReport, b: FormReport): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Waits for fields that the last report did not have: a page that renders late, the password step of one document. */
function watch(last: FormReport, forMs: number, places: readonly FieldPlace[]): void {
  let unreadable = 0;
  world.linkedVaultWatch = watchForm(forMs, () => {
    const now = read(places);
    unreadable = now.report.refusal === 'too-complex' ? unreadable + 1 : 0;
    const news = now.report.fields.length > 0 || unreadable === mostUnreadable;
    if (!news || sameReport(now.report, last)) return unreadable > 0 ? 'again' : 'nothing';
    converse(now, true);
    return 'done';
  });
}

/**
 * One reading, one port: report what was found, do what the worker answers, say how it went. A worker that died before
 * it answered anything is asked once more; it knows by the intent whether it may still answer.
 */
function converse(first: Reading, again: boolean): void {
  let reading = first;
  let places: readonly FieldPlace[] = [];
  const port = chrome.runtime.connect({ name: fillPortName });
  const say = (message: FillMessage) => port.postMessage(message);
  let answered = false;
  port.onMessage.addListener((message) => {
    const order = message as FillOrder;
    answered = true;
    if (order.type === 'fill') return say({ type: 'outcome', outcome: commitFill(reading, order) });
    if (order.type === 'look-at') places = order.fields;
    if (order.type === 'look-at' || order.type === 'hints') {
      reading = order.type === 'hints' ? withHints(reading, order.fields) : read(places);
      return say({ type: 'report', report: reading.report });
    }
    port.disconnect();
    if (order.type === 'watch') watch(reading.report, order.forMs, places);
  });
  port.onDisconnect.addListener(() => {
    if (!answered && again) setTimeout(() => converse(read(), false), reconnectAfterMs);
  });
  say({ type: 'report', report: reading.report });
}

/** Fields on their way to their place are read again where they come to rest. */
function begin(): void {
  const reading = read();
  const { refusal } = reading.report;
  if (refusal !== null && passingRefusals.includes(refusal)) atRest(() => converse(read(), true));
  else converse(reading, true);
}

world.linkedVaultWatch?.();
begin();
