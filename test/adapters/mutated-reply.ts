import type { SeededRandom } from '../../src/demo/data/seeded-random.ts';

/** Where in a JSON value something stands. */
interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** Every place below a value; of a parsed JSON, so there are no circles. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

const oddities: readonly [unknown, ...unknown[]] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  'x'.repeat(70_000),
  '\u0000\u202e\u2066\ufeff\ud800',
  '__proto__',
  '../../organizations/1',
  '2026-13-45T99:99:99Z',
  'javascript:alert(1)',
  [],
  {},
  [[[]]],
  { data: [] },
  { toString: 1, valueOf: null },
  { length: 4_294_967_295 },
];

const oddKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'then',
  'data',
  'id',
  'type',
  'attributes',
] as const;

/** Texts that would stand there bare, as a name or a list of names. */
const bareTexts = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.flatMap(bareTexts) : [];
};

const hiddenTexts = (all: readonly Place[]): readonly string[] =>
  all.flatMap(({ holder, key }) => (key === 'password' || key === 'notes' ? bareTexts(holder[key]) : []));

interface Reply {
  readonly all: readonly Place[];
  /** What it said, before anything was done to it, under the names that no list shows. */
  readonly hidden: readonly string[];
}

type Change = (place: Place, random: SeededRandom, reply: Reply) => void;

const changes: readonly [Change, ...Change[]] = [
  ({ holder, key }, random) => {
    holder[key] = random.pick(oddities);
  },
  ({ holder, key }) => {
    delete holder[key];
  },
  ({ holder, key }, random) => {
    const other = random.pick(oddKeys);
    // An own key of that name, which an assignment of `__proto__` would not be.
    Object.defineProperty(holder, other, { value: holder[key], enumerable: true, configurable: true, writable: true });
  },
  ({ holder, key }, random, { all, hidden }) => {
    // IT Glue itself would have said the value elsewhere, and nobody could tell; also by way of another name.
    const sources = all.filter(
      (source) => !bareTexts(source.holder[source.key]).some((text) => hidden.some((one) => text.includes(one))),
    );
    const from = sources[random.between(0, sources.length - 1)];
    if (from !== undefined) holder[key] = structuredClone(from.holder[from.key]);
  },
  ({ holder, key }) => {
    holder[key] = [holder[key], holder[key]];
  },
  ({ holder, key }) => {
    holder[key] = { [key]: holder[key] };
  },
  ({ holder, key }) => {
    holder[key] = String(holder[key]);
  },
  ({ holder, key }) => {
    holder[key] = Number(holder[key]);
  },
  ({ holder, key }) => {
    if (typeof holder[key] === 'string') holder[key] += '\u202e\u0000\u200b';
  },
];

type Scratch = (text: string, at: number, random: SeededRandom) => string;

/** What happens to a text on its way. */
const scratches: readonly [Scratch, ...Scratch[]] = [
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at, random) =>
    text.slice(0, at) + random.pick(['"', '}', ']', ',', '\\', '\u0000', '\u2028', '{', '1e999']) + text.slice(at),
  (text, at, random) => text.slice(0, at) + text.slice(at + random.between(1, 40)),
  (text, at, random) => text.slice(0, at) + text.slice(at, at + random.between(1, 200)) + text.slice(at),
  (text) => `\ufeff${text}`,
  (text) => `${text}${text}`,
  (text, at) => text.slice(0, at) + deep(5_000) + text.slice(at),
  () => deep(20_000),
  () => '',
  () => '<!doctype html><title>Sign in</title>',
];

/** A reply with one to four things about it that are not as they were. */
export function mutatedText(body: unknown, random: SeededRandom): string {
  const copy = structuredClone(body);
  const hidden = hiddenTexts(placesIn(copy));
  const times = random.between(1, 4);
  for (let time = 0; time < times; time += 1) {
    const all = placesIn(copy);
    const place = all[random.between(0, all.length - 1)];
    if (place !== undefined) random.pick(changes)(place, random, { all, hidden });
  }
  const text = JSON.stringify(copy);
  return random.chance(0.3) ? random.pick(scratches)(text, random.between(0, text.length), random) : text;
}

const types = ['application/vnd.api+json', 'application/json', 'text/html', 'text/plain', ''] as const;
const statuses = [200, 200, 200, 200, 200, 200, 201, 206, 400, 401, 403, 404, 422, 429, 500, 503] as const;
const waits = ['1', '-1', 'soon', '1e9', 'Fri, 27 Nov 2026 00:00:00 GMT', '\u00b2'] as const;

/** The mutated reply as it comes over the network. Bytes are flipped too: then it may be no UTF-8 any more. */
export function mutatedReply(body: unknown, random: SeededRandom): Response {
  const bytes = new TextEncoder().encode(mutatedText(body, random));
  if (random.chance(0.1) && bytes.length > 0) bytes[random.between(0, bytes.length - 1)] = random.between(0, 255);
  return new Response(bytes, {
    status: random.pick(statuses),
    headers: {
      'content-type': random.chance(0.85) ? types[0] : random.pick(types),
      ...(random.chance(0.2) ? { 'retry-after': random.pick(waits) } : {}),
    },
  });
}
