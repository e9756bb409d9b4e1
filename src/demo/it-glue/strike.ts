import type { Clock } from '../clock.ts';
import type { Fault } from './fault-rule.ts';
import { signInPage } from './html-pages.ts';
import { gatewayError, html, json } from './replies.ts';

/** The connection was cut: what `fetch` rejects with, so that a client in the same process sees the same. */
export class ConnectionReset extends TypeError {
  constructor() {
    super('fetch failed');
    this.name = 'TypeError';
  }
}

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const end = (): void => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });

/** The same answer with another body, text or stream; its length is told anew. */
const withBody = (response: Response, body: BodyInit | null): Response =>
  new Response(body, { status: response.status, headers: response.headers });

const pieces = 10;

/** The bytes in ten parts, with a pause before each; ends in an error where it is cut. */
function parts(bytes: Uint8Array<ArrayBuffer>, pause: () => Promise<void>, cut: boolean): ReadableStream<Uint8Array> {
  const step = Math.max(1, Math.ceil(bytes.length / pieces));
  let from = 0;
  return new ReadableStream({
    pull: async (controller) => {
      await pause();
      if (cut && from >= bytes.length / 2) return controller.error(new ConnectionReset());
      if (from >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(from, from + step));
      from += step;
    },
  });
}

async function spoiled(response: Response, fault: Fault, clock: Clock, signal: AbortSignal): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = (): string => new TextDecoder().decode(bytes);
  switch (fault.kind) {
    case 'truncated-body':
      return withBody(response, bytes.slice(0, Math.floor(bytes.length / 2)));
    case 'cut-body':
      return withBody(
        response,
        parts(bytes, () => Promise.resolve(), true),
      );
    case 'slow-body':
      return withBody(
        response,
        parts(bytes, () => clock.sleep(fault.ms / pieces, signal), false),
      );
    case 'empty-body':
      return withBody(response, '');
    case 'wrong-type-body':
      response.headers.set('content-type', fault.contentType);
      return withBody(response, bytes);
    case 'rewritten-body':
      return withBody(response, fault.rewrite(text()));
    default:
      return withBody(response, bytes);
  }
}

/** A fault around the usual answer. */
export async function strike(
  fault: Fault,
  usual: () => Promise<Response>,
  clock: Clock,
  signal: AbortSignal,
): Promise<Response> {
  switch (fault.kind) {
    case 'latency':
      await clock.sleep(fault.ms, signal);
      return usual();
    case 'act':
      await fault.act();
      return usual();
    case 'hang':
      return untilAborted(signal);
    case 'reset':
      throw new ConnectionReset();
    case 'status': {
      const headers = { 'content-type': fault.contentType ?? 'text/html; charset=utf-8', ...fault.headers };
      return new Response(fault.body ?? null, { status: fault.status, headers });
    }
    case 'server-error':
      return json({ status: 500, error: 'Internal Server Error' }, 500);
    case 'gateway-error':
      return gatewayError(fault.status);
    case 'html':
      return html(signInPage);
    case 'redirect':
      return new Response(null, { status: fault.status ?? 302, headers: { location: fault.to } });
    default:
      return spoiled(await usual(), fault, clock, signal);
  }
}
