import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { createGzip } from 'node:zlib';

async function readBody(message: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** What came over the wire as a platform request, its address being the one that the browser meant; null: no valid address. */
export async function requestOf(
  message: IncomingMessage,
  scheme: 'http' | 'https',
  signal: AbortSignal,
): Promise<Request | null> {
  const address = `${scheme}://${message.headers.host ?? ''}${message.url ?? '/'}`;
  if (!URL.canParse(address)) return null;
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
  }
  const method = message.method ?? 'GET';
  const body = await readBody(message);
  return new Request(address, { method, headers, signal, ...(body.length > 0 && method !== 'GET' ? { body } : {}) });
}

const smallest = 1_024;

const compressible = /^(text\/|application\/(json|vnd\.api\+json|javascript))/;

function mayCompress(message: IncomingMessage, response: Response): boolean {
  return (
    /\bgzip\b/.test(message.headers['accept-encoding'] ?? '') &&
    !response.headers.has('content-encoding') &&
    compressible.test(response.headers.get('content-type') ?? '')
  );
}

/** The first part of a body and what follows, so that a small one can be sent with its length. */
async function peek(
  body: ReadableStream<Uint8Array>,
): Promise<{ readonly stream: AsyncIterable<Uint8Array>; readonly small: boolean }> {
  const source = Readable.fromWeb(body as NodeReadableStream<Uint8Array>)[
    Symbol.asyncIterator
  ]() as AsyncIterator<Uint8Array>;
  const first = await source.next();
  async function* all(): AsyncGenerator<Uint8Array> {
    if (first.done === true) return;
    yield first.value;
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
  }
  return { stream: all(), small: first.done === true || first.value.byteLength < smallest };
}

/** Sends a platform response, compressed where the caller takes it. Rejects where the body breaks off. */
export async function sendResponse(message: IncomingMessage, to: ServerResponse, response: Response): Promise<void> {
  to.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') to.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) to.setHeader('set-cookie', cookies);
  if (response.body === null || message.method === 'HEAD') return void to.end();
  const { stream, small } = await peek(response.body);
  if (small || !mayCompress(message, response)) return pipeline(Readable.from(stream), to);
  to.removeHeader('content-length');
  to.setHeader('content-encoding', 'gzip');
  to.appendHeader('vary', 'accept-encoding');
  return pipeline(Readable.from(stream), createGzip(), to);
}
