/** How reading a body as JSON ended. A broken connection throws, as the platform does. */
export type BodyReply =
  | { readonly kind: 'json'; readonly body: unknown }
  | { readonly kind: 'too-large' | 'malformed' };

/** The bytes of a body; null where there were more than the limit. */
async function pieces(body: ReadableStream<Uint8Array>, limitBytes: number): Promise<readonly Uint8Array[] | null> {
  const reader = body.getReader();
  const taken: Uint8Array[] = [];
  let bytes = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    bytes += piece.value.byteLength;
    if (bytes > limitBytes) {
      void reader.cancel().catch(() => undefined);
      return null;
    }
    taken.push(piece.value);
  }
  return taken;
}

/** Strict UTF-8, strict JSON. What the parser says of a bad text is dropped, since it quotes it. */
function parsed(taken: readonly Uint8Array[]): BodyReply {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    const text = taken.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
    return { kind: 'json', body: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'malformed' };
  }
}

/** Reads a body as JSON, counting its bytes: past the limit the rest is not read. */
export async function readJson(body: ReadableStream<Uint8Array>, limitBytes: number): Promise<BodyReply> {
  const taken = await pieces(body, limitBytes);
  return taken === null ? { kind: 'too-large' } : parsed(taken);
}
