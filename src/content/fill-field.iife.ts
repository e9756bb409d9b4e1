import { aimPortName } from '../domain/field-aim-port-name.ts';
import type { FillMessage, FillOrder } from '../domain/fill.ts';
import { commitFill } from './commit-fill.ts';
import { focusedElement, readAimed } from './read-aimed.ts';
import { refused } from './read-form.ts';

/** Fills the one field that was right-clicked: told which, it reports that field alone, and writes one value. */
const focused = focusedElement();
let reading = refused(null);
const port = chrome.runtime.connect({ name: aimPortName });
const say = (message: FillMessage) => port.postMessage(message);
port.onMessage.addListener((message) => {
  const order = message as FillOrder;
  if (order.type === 'aim') {
    const { target } = order;
    reading = readAimed(order, target === null ? focused : (chrome.menus?.getTargetElement(target) ?? null));
    say({ type: 'report', report: reading.report });
  } else if (order.type === 'fill') {
    const outcome = commitFill(reading, order);
    // One field was asked for, and nothing comes after it.
    say({ type: 'outcome', outcome: outcome.kind === 'filled' ? { ...outcome, more: false } : outcome });
  } else port.disconnect();
});
