import type { JournalEntry } from './journal.ts';
import type { ApiKeyRecord } from './key-ring.ts';

/** Anything of the shape of a key, known or not. */
const keyShape = /ITG\.[0-9a-f]{32}\.[\w-]+/gi;

const aliasOf = (key: string, keys: readonly ApiKeyRecord[]): string =>
  keys.find((one) => one.key === key)?.alias ?? 'unknown';

/** The text with every key replaced by its alias. */
function masked(text: string, keys: readonly ApiKeyRecord[]): string {
  const known = keys.reduce((left, { key, alias }) => left.replaceAll(key, `[key ${alias}]`), text);
  return known.replace(keyShape, (key) => `[key ${aliasOf(key, keys)}]`);
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** What the journal keeps of a request. */
export async function readRequest(
  request: Request,
  keys: readonly ApiKeyRecord[],
  time: number,
): Promise<Omit<JournalEntry, 'number' | 'status'>> {
  const url = new URL(request.url);
  const sent = request.headers.get('x-api-key');
  const elsewhere: string[] = [];
  const clean = (place: string, text: string): string => {
    const plain = decoded(text);
    const without = masked(plain, keys);
    if (without === plain) return text;
    elsewhere.push(place);
    return without;
  };
  const body = request.body === null ? '' : await request.clone().text();
  const headers = [...request.headers].map(([name, value]): [string, string] =>
    name === 'x-api-key' ? [name, `[key ${aliasOf(value, keys)}]`] : [name, clean(name, value)],
  );
  return {
    time,
    method: request.method,
    scheme: url.protocol === 'http:' ? 'http' : 'https',
    host: url.host,
    path: clean('path', url.pathname),
    search: clean('query', url.search.slice(1)),
    query: Object.fromEntries([...url.searchParams].map(([name, value]) => [name, masked(value, keys)])),
    headers: Object.fromEntries(headers),
    body: clean('body', body),
    keyAlias: sent === null ? null : aliasOf(sent, keys),
    keyElsewhere: elsewhere,
  };
}
