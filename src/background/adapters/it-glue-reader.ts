import type { Failure } from '../../domain/failure.ts';
import { gateway } from '../../domain/gateway.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Fetched } from '../../messaging/contract.ts';
import type { ItGlueAccess } from '../ports.ts';
import type { Page } from './it-glue-decode.ts';
import { type EmptyReply, failureOf, isPassing, isRefused, isTooMuch, type Surroundings } from './it-glue-failure.ts';
import { type Pace, type PageAnswer, readPages } from './it-glue-pages.ts';
import { ask, type Fetch, type Question, type Reply } from './it-glue-request.ts';

/** What the client needs of the world. */
export interface ItGlueWorld extends Surroundings {
  readonly fetch: Fetch;
}

const mebibyte = 1_048_576;

export const recordQuestion = (path: string): Question => ({ path, timeoutMs: 15_000, limitBytes: 2 * mebibyte });
export const listQuestion = (path: string): Question => ({ path, timeoutMs: 30_000, limitBytes: 24 * mebibyte });

/** The cheapest thing that any accepted key may ask. */
export const keyProbe = recordQuestion(
  `/organizations?${new URLSearchParams({ 'page[size]': '1', 'page[number]': '1' })}`,
);

/** Why a record (or an organization's list) did not come: when refused, one look at a collection tells the key from the record. */
export async function whyNot(
  world: ItGlueWorld,
  access: ItGlueAccess,
  reply: EmptyReply,
  about: 'record' | 'collection',
): Promise<Failure> {
  // A gateway says by its status itself whether it means the token or the record.
  if (!isRefused(reply) || gateway !== null) return failureOf(reply, about, world);
  const probe = await ask(world.fetch, access, keyProbe);
  return probe.kind === 'json' ? { code: 'record-not-visible' } : failureOf(probe, 'collection', world);
}

/** One record, asked for once. */
export async function readRecord<Value>(
  world: ItGlueWorld,
  access: ItGlueAccess,
  path: string,
  decode: (body: unknown) => Result<Value>,
): Promise<Result<Value>> {
  const reply = await ask(world.fetch, access, recordQuestion(path));
  return reply.kind === 'json' ? decode(reply.body) : fail(await whyNot(world, access, reply, 'record'));
}

/** A list, as it is asked for and read. */
export interface Listing<Row> {
  readonly collection: 'organizations' | 'passwords';
  readonly filter: Readonly<Record<string, string>>;
  readonly decode: (body: unknown) => Page<Row> | null;
  /** Rows that are not of the question are dropped, whatever IT Glue or a gateway sends. */
  readonly belongs: (row: Row) => boolean;
}

/** Once more where the first answer may have been a passing fault. */
export async function askTwice(world: ItGlueWorld, access: ItGlueAccess, question: Question): Promise<Reply> {
  const first = await ask(world.fetch, access, question);
  return isPassing(first) && world.online() ? ask(world.fetch, access, question) : first;
}

async function askPage<Row>(
  world: ItGlueWorld,
  access: ItGlueAccess,
  listing: Listing<Row>,
  number: number,
  size: number,
): Promise<PageAnswer<Row>> {
  const query = new URLSearchParams({
    ...listing.filter,
    sort: 'id',
    'page[size]': String(size),
    'page[number]': String(number),
  });
  const reply = await askTwice(world, access, listQuestion(`/${listing.collection}?${query}`));
  if (reply.kind === 'json') {
    const page = listing.decode(reply.body);
    return page === null ? { ok: false, failure: { code: 'bad-response' }, tooMuch: false } : { ok: true, value: page };
  }
  const narrowed = Object.keys(listing.filter).length > 0;
  const failure = narrowed ? await whyNot(world, access, reply, 'collection') : failureOf(reply, 'collection', world);
  return { ok: false, failure, tooMuch: isTooMuch(reply) };
}

/** A whole list, page by page. */
export async function readList<Row extends { readonly id: string }>(
  world: ItGlueWorld,
  access: ItGlueAccess,
  listing: Listing<Row>,
  pace: Pace,
): Promise<Result<Fetched<Row>>> {
  const read = await readPages<Row>((number, size) => askPage(world, access, listing, number, size), pace);
  if (!read.ok) return read;
  const { rows, complete } = read.value;
  return ok({ rows: rows.filter(listing.belongs), complete, fetchedAt: world.now() });
}
