import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createItGlue } from '../../src/background/adapters/it-glue.ts';
import { createIndexSource } from '../../src/background/adapters/it-glue-index.ts';
import { type SeededRandom, seededRandom } from '../../src/demo/data/seeded-random.ts';
import type { Failure } from '../../src/domain/failure.ts';
import { failureText } from '../../src/ui/failure-text.ts';
import {
  access,
  now,
  organizationId,
  organizationRow,
  pageMeta,
  passwordId,
  passwordRow,
  reply,
  testKey,
} from './it-glue-scene.ts';
import { mutatedReply } from './mutated-reply.ts';

/** The same replies each time; `npm run test:fuzz` for the full number, of a new seed each time, or of `DECODER_FUZZ_SEED`. */
const total = Number(process.env.DECODER_FUZZ ?? 3_000);
const seed = process.env.DECODER_FUZZ_SEED ?? 'linked-vault';

const value = 'Zx-Value-That-Only-One-Answer-May-Hold';
const notes = 'Zx-Notes-That-Nobody-May-See';

/** What a list must not hold, in a row all the same; far from what is shown, so that no cut of the text joins the two. */
const tellingRow = (id: number) => {
  const row = passwordRow(id);
  const { notes: _none, ...attributes } = row.attributes as Record<string, unknown>;
  return { ...row, attributes: { ...attributes, filler: 'x'.repeat(300), password: value, notes } };
};

const passwords = { data: [1, 2, 3].map(tellingRow), meta: pageMeta(1, 2, 3) };
const organizations = { data: [7001, 7002].map((id) => organizationRow(id)), meta: pageMeta(1, 2, 2) };
const one = { data: tellingRow(1) };

type Said = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure };

interface World {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly online: () => boolean;
}

interface Kind {
  readonly body: unknown;
  readonly ask: (world: World) => Promise<Said>;
  /** The user name of one record is typed into a form, and stays as it is. */
  readonly rawUsername?: true;
  /** A good answer holds the value, inside a `Secret`. */
  readonly reveals?: true;
}

const question = { order: 'by-id', page: 1, size: 50, asker: 'person' } as const;
const source = (world: World) => createIndexSource({ person: world, background: world });

const kinds: Readonly<Record<string, Kind>> = {
  'a list of organizations': { body: organizations, ask: (world) => createItGlue(world).organizations(access) },
  'a list of passwords': {
    body: passwords,
    ask: (world) => createItGlue(world).passwords(access, organizationId('7001')),
  },
  'a page of organizations for the index': {
    body: organizations,
    ask: (world) => source(world).organizations(access, question),
  },
  'a page of passwords for the index': {
    body: passwords,
    ask: (world) => source(world).passwords(access, question, null),
  },
  'a password without its value': {
    body: one,
    ask: (world) => createItGlue(world).passwordSummary(access, passwordId('1')),
    rawUsername: true,
  },
  'a password': {
    body: one,
    ask: (world) => createItGlue(world).password(access, passwordId('1')),
    rawUsername: true,
    reveals: true,
  },
};

const count = Math.ceil(total / Object.keys(kinds).length);
const timeout = 60_000 + count * 10;

const deceptive = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Texts in a value, but for those under one name. */
function textsIn(of: unknown, but: string | null): readonly string[] {
  if (typeof of === 'string') return [of];
  if (typeof of !== 'object' || of === null) return [];
  return Object.entries(of).flatMap(([key, inner]) => (key === but ? [] : textsIn(inner, but)));
}

const shown = (of: unknown): string =>
  inspect(of, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null });

function problemsOf({ rawUsername, reveals }: Kind, said: Said): readonly string[] {
  const text = shown(said);
  const leaked = [testKey, notes, value].filter((secret) => text.includes(secret)).map((secret) => `shows ${secret}`);
  if (!said.ok) return failureText(said.failure)?.sentence ? leaked : [...leaked, 'has no words'];
  const odd = textsIn(said.value, rawUsername ? 'username' : null).filter((each) => deceptive.test(each));
  const held = reveals ? (said.value as { value: { expose(): unknown } }).value.expose() : 'x';
  return [
    ...leaked,
    ...odd.map((each) => `shows ${JSON.stringify(each)}`),
    ...(typeof held === 'string' && held !== '' ? [] : ['holds no value']),
  ];
}

/** A list goes on while pages say so. From here on they are empty, and nothing asks more often than twice a page and once more. */
const pages = 5;
const mostRequests = 2 * (pages + 1) + 1;

async function answered(
  kind: Kind,
  random: SeededRandom,
): Promise<{ readonly code: string; readonly problems: readonly string[] }> {
  let asked = 0;
  const fetch = async (): Promise<Response> => {
    asked += 1;
    return asked > pages ? reply({ data: [] }) : mutatedReply(kind.body, random);
  };
  try {
    const said = await kind.ask({ fetch, now: () => now, online: () => true });
    const often = asked > mostRequests ? [`asks ${asked} times`] : [];
    return { code: said.ok ? 'ok' : said.failure.code, problems: [...problemsOf(kind, said), ...often] };
  } catch (error) {
    return { code: 'thrown', problems: [`throws ${String(error)}`] };
  }
}

describe(`SR-34: ${total} mutated replies, DECODER_FUZZ_SEED=${seed}`, () => {
  it.each(Object.entries(kinds))(
    '%s: no throw, no hang, no secret out, words for every failure',
    { timeout },
    async (name, kind) => {
      const ends = new Map<string, number>();
      for (let turn = 0; turn < count; turn += 1) {
        const { code, problems } = await answered(kind, seededRandom(`${seed} ${name} ${turn}`));
        expect({ turn, problems }).toEqual({ turn, problems: [] });
        ends.set(code, (ends.get(code) ?? 0) + 1);
      }
      // The mutations came as far as answers, schemas and statuses, each in its turn.
      expect([...ends.keys()]).toEqual(expect.arrayContaining(['ok', 'bad-response']));
      expect(ends.size).toBeGreaterThan(4);
      if (process.env.DECODER_FUZZ !== undefined) console.info(name, Object.fromEntries(ends));
    },
  );
});
