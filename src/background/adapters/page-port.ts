import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import type { PortFacts } from '../../domain/fill.ts';
import type { PagePort } from '../ports.ts';

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

/** Wraps a port that a script of ours opened: messages are decoded, kept until asked for, and everything else is dropped. */
export function createPagePort<Order, Message extends object>(
  port: Runtime.Port,
  schema: v.GenericSchema<unknown, Message>,
): PagePort<Order, Message> {
  const arrived: Message[] = [];
  let open = true;
  let waiting: (() => void) | null = null;
  const wake = () => waiting?.();
  port.onMessage.addListener((raw: unknown) => {
    const decoded = v.safeParse(schema, raw);
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
    send: (order: Order) => port.postMessage(order),
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
