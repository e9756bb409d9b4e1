import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { type FillMessage, type FillOrder, fieldRoles, type PortFacts, refusals } from '../../domain/fill.ts';
import type { FillPort } from '../ports.ts';

const role = v.picklist(fieldRoles);
const refusal = v.picklist(refusals);
const roles = v.pipe(v.array(role), v.maxLength(fieldRoles.length));

const message: v.GenericSchema<unknown, FillMessage> = v.variant('type', [
  v.strictObject({
    type: v.literal('report'),
    report: v.strictObject({
      fields: roles,
      actionOrigin: v.nullable(v.pipe(v.string(), v.maxLength(300))),
      refusal: v.nullable(refusal),
    }),
  }),
  v.strictObject({
    type: v.literal('outcome'),
    outcome: v.variant('kind', [
      v.strictObject({ kind: v.literal('filled'), roles, more: v.boolean() }),
      v.strictObject({ kind: v.literal('partly'), roles, missing: roles }),
      v.strictObject({ kind: v.literal('absent') }),
      v.strictObject({ kind: v.literal('refused'), reason: refusal }),
    ]),
  }),
]);

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function factsOf(port: Runtime.Port): PortFacts {
  const sender: Readonly<Record<string, unknown>> = { ...port.sender };
  return {
    extensionId: textOrNull(sender.id),
    tabId: port.sender?.tab?.id ?? null,
    frameId: port.sender?.frameId ?? null,
    documentId: textOrNull(sender.documentId),
    origin: textOrNull(sender.origin),
    url: textOrNull(sender.url),
    lifecycle: textOrNull(sender.documentLifecycle),
  };
}

/** Wraps the port that the fill script opened: messages are decoded, kept until asked for, and everything else is dropped. */
export function createFillPort(port: Runtime.Port): FillPort {
  const arrived: FillMessage[] = [];
  let open = true;
  let waiting: (() => void) | null = null;
  const wake = () => waiting?.();
  port.onMessage.addListener((raw: unknown) => {
    const decoded = v.safeParse(message, raw);
    if (decoded.success && arrived.length < 4) arrived.push(decoded.output);
    wake();
  });
  port.onDisconnect.addListener(() => {
    open = false;
    wake();
  });
  return {
    facts: factsOf(port),
    get open() {
      return open;
    },
    send: (order: FillOrder) => port.postMessage(order),
    async next(withinMs) {
      if (arrived.length === 0 && open) {
        await new Promise<void>((resolve) => {
          waiting = resolve;
          setTimeout(resolve, withinMs);
        });
        waiting = null;
      }
      return arrived.shift() ?? null;
    },
    close() {
      open = false;
      port.disconnect();
    },
  };
}
