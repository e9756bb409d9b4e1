import type { DamagedRecord } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { type RecordKind, recordAad, recordKinds, type SealedRecord, vaultVersion } from '../domain/sealed.ts';
import type {
  Ports,
  RecordChange,
  SealedStore,
  StoredChange,
  StoredContents,
  StoredKind,
  UnlockedState,
} from './ports.ts';
import {
  type Catalog,
  decodeCatalog,
  decodeContent,
  decodeRecord,
  plainContent,
  secretKinds,
} from './record-shapes.ts';

type Outside = Pick<Ports, 'records' | 'cipher' | 'session' | 'opened'>;

const utf8 = { encoder: new TextEncoder(), decoder: new TextDecoder() };
const catalogId = 'catalog';
const row = (kind: string, id: string): string => `${kind}/${id}`;
const damage = (kind: string, id: string, reason: DamagedRecord['reason']): DamagedRecord => ({ kind, id, reason });

type Opened = { readonly value: unknown; readonly rev: number } | DamagedRecord['reason'];

/** Opens one record as it came from the disk. `expectedRev` null: any (the catalog itself). */
async function openRecord(
  { cipher, opened }: Outside,
  state: UnlockedState,
  raw: unknown,
  kind: RecordKind,
  id: string,
  expectedRev: number | null,
): Promise<Opened> {
  if (raw === null || raw === undefined) return 'missing';
  const known = opened.get(raw);
  const record = known?.record ?? decodeRecord(raw);
  if (
    record === null ||
    record.kind !== kind ||
    record.id !== id ||
    record.kid !== state.kid ||
    record.v !== vaultVersion
  )
    return 'tampered';
  if (expectedRev !== null && record.rev !== expectedRev) return 'tampered';
  if (known !== undefined) return { value: known.value, rev: record.rev };
  const plain = await cipher.open(state.dek, record, recordAad(record));
  if (plain === null) return 'tampered';
  try {
    const value: unknown = JSON.parse(utf8.decoder.decode(plain));
    if (!secretKinds.includes(kind)) opened.set(record, value);
    return { value, rev: record.rev };
  } catch {
    return 'malformed';
  }
}

async function sealRecord(
  cipher: Outside['cipher'],
  state: UnlockedState,
  kind: RecordKind,
  id: string,
  rev: number,
  value: object,
): Promise<SealedRecord> {
  const open = { v: vaultVersion, kid: state.kid, kind, id, rev };
  const box = await cipher.seal(state.dek, utf8.encoder.encode(JSON.stringify(value)), recordAad(open));
  return { ...open, ...box };
}

interface OpenCatalog {
  readonly rows: Catalog;
  readonly rev: number;
}

async function openCatalog(outside: Outside, state: UnlockedState, raw: unknown): Promise<Result<OpenCatalog>> {
  const opened = await openRecord(outside, state, raw, 'catalog', catalogId, null);
  const rows = typeof opened === 'string' ? null : decodeCatalog(opened.value);
  if (typeof opened === 'string' || rows === null) {
    return fail({
      code: 'vault-damaged',
      records: [damage('catalog', catalogId, typeof opened === 'string' ? opened : 'malformed')],
    });
  }
  return ok({ rows, rev: opened.rev });
}

/** The catalog of an empty vault. */
export const emptyCatalog = (cipher: Outside['cipher'], state: UnlockedState): Promise<SealedRecord> =>
  sealRecord(cipher, state, 'catalog', catalogId, 1, {});

/** Runs work on an unlocked vault, with what it asks of the disk; what the disk refuses is a failure, not an exception. */
async function withVault<Value>(
  outside: Outside,
  { kind, id }: { readonly kind: RecordKind; readonly id: string | null },
  work: (state: UnlockedState, catalog: OpenCatalog, raws: readonly unknown[]) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  try {
    const state = await outside.session.unlocked();
    if (state === null) return fail({ code: 'locked' });
    const read = await outside.records.withCatalog(kind, id);
    const catalog = await openCatalog(outside, state, read.catalog);
    return catalog.ok ? await work(state, catalog.value, read.records) : catalog;
  } catch {
    return fail({ code: 'storage-failed' });
  }
}

/** What was typed already, for as long as the value that was opened is kept. A secret is for one use, and never in it. */
const typed = new WeakMap<object, StoredContents[StoredKind]>();

/** A value was opened of one record, so it is of one kind. */
function typedContent<Kind extends StoredKind>(kind: Kind, value: unknown): StoredContents[Kind] | null {
  const key = Object(value) as object;
  const known = typed.get(key) as StoredContents[Kind] | undefined;
  if (known !== undefined) return known;
  const content = decodeContent(kind, value);
  if (content !== null && !secretKinds.includes(kind)) typed.set(key, content);
  return content;
}

/** One record of a kind, opened and typed; otherwise what is wrong with it. */
async function readContent<Kind extends StoredKind>(
  outside: Outside,
  state: UnlockedState,
  raw: unknown,
  expected: { readonly kind: Kind; readonly id: string; readonly rev: number },
): Promise<StoredContents[Kind] | DamagedRecord['reason']> {
  const opened = await openRecord(outside, state, raw, expected.kind, expected.id, expected.rev);
  if (typeof opened === 'string') return opened;
  return typedContent(expected.kind, opened.value) ?? 'malformed';
}

const getContent = <Kind extends StoredKind>(outside: Outside, kind: Kind, id: string) =>
  withVault(outside, { kind, id }, async (state, { rows }, [raw]): Promise<Result<StoredContents[Kind] | null>> => {
    const rev = rows[row(kind, id)];
    if (rev === undefined) return ok(null);
    const content = await readContent(outside, state, raw, { kind, id, rev });
    return typeof content === 'string'
      ? fail({ code: 'vault-damaged', records: [damage(kind, id, content)] })
      : ok(content);
  });

const listContents = <Kind extends StoredKind>(outside: Outside, kind: Kind) =>
  withVault(outside, { kind, id: null }, async (state, { rows }, found) => {
    const raws = new Map(found.map((raw) => [Object(raw).id as unknown, raw]));
    const listed = Object.entries(rows).flatMap(([name, rev]) =>
      name.startsWith(`${kind}/`) ? [{ kind, id: name.slice(kind.length + 1), rev }] : [],
    );
    const all = await Promise.all(
      listed.map(async (one) => ({ id: one.id, content: await readContent(outside, state, raws.get(one.id), one) })),
    );
    // A lock that fell into the middle of it has cleared what was opened before, not what came after.
    if ((await outside.session.unlocked()) === null) {
      outside.opened.clear();
      return fail({ code: 'locked' });
    }
    return ok({
      contents: all.flatMap(({ content }) => (typeof content === 'string' ? [] : [content])),
      damaged: all.flatMap(({ id, content }) => (typeof content === 'string' ? [damage(kind, id, content)] : [])),
    });
  });

interface Edit {
  readonly rows: Catalog;
  readonly change: RecordChange;
}

/** One change on the disk together with the catalog that it leads to, in one transaction. */
const changeRecords = (outside: Outside, edit: (state: UnlockedState, rows: Catalog) => Promise<Edit>) =>
  withVault(outside, { kind: 'catalog', id: catalogId }, async (state, catalog) => {
    const { rows, change } = await edit(state, catalog.rows);
    const sealed = await sealRecord(outside.cipher, state, 'catalog', catalogId, catalog.rev + 1, rows);
    await outside.records.write({ ...change, put: [...(change.put ?? []), sealed] });
    return ok(undefined);
  });

const changeContents = (outside: Outside, changes: readonly StoredChange[]) =>
  changeRecords(outside, async (state, rows) => {
    const next = new Map(Object.entries(rows));
    const put: Promise<SealedRecord>[] = [];
    const remove: { readonly kind: StoredKind; readonly id: string }[] = [];
    for (const { kind, id, content } of changes) {
      if (content === null) {
        next.delete(row(kind, id));
        remove.push({ kind, id });
        continue;
      }
      const rev = (next.get(row(kind, id)) ?? 0) + 1;
      next.set(row(kind, id), rev);
      put.push(sealRecord(outside.cipher, state, kind, id, rev, plainContent(content)));
    }
    return { rows: Object.fromEntries(next), change: { put: await Promise.all(put), remove } };
  });

/**
 * Typed records over the sealed ones. Writes go one after the other: each seals the catalog that the one before it left.
 * Lists of a kind that are asked at the same time are opened once; a write makes the next one start anew.
 */
export function createSealedStore(outside: Outside): SealedStore {
  const listing = new Map<StoredKind, Promise<unknown>>();
  let lastWrite: Promise<unknown> = Promise.resolve();
  const inTurn = async <Value>(write: () => Promise<Value>): Promise<Value> => {
    const turn = lastWrite.then(write, write);
    lastWrite = turn;
    try {
      return await turn;
    } finally {
      listing.clear();
    }
  };
  const list: SealedStore['list'] = (kind) => {
    const running = listing.get(kind) as ReturnType<typeof listContents<typeof kind>> | undefined;
    const answer = running ?? listContents(outside, kind);
    listing.set(kind, answer);
    const forget = () => listing.get(kind) === answer && listing.delete(kind);
    answer.then(forget, forget);
    return answer;
  };
  return {
    get: (kind, id) => getContent(outside, kind, id),
    list,
    // Kind and content belong together by the type of `put`; a union of all kinds cannot say so.
    put: (kind, id, content) => inTurn(() => changeContents(outside, [{ kind, id, content } as StoredChange])),
    remove: (kind, id) => inTurn(() => changeContents(outside, [{ kind, id, content: null }])),
    change: (changes) => inTurn(() => changeContents(outside, changes)),
    discard: (records) => inTurn(() => discardDamagedRecords(outside, records)),
  };
}

/** Every sound record on the disk, whatever the catalog says: what a catalog is rebuilt from. */
async function soundRows(outside: Outside, state: UnlockedState): Promise<Catalog> {
  const rows: Record<string, number> = {};
  for (const kind of recordKinds.filter((name) => name !== 'catalog')) {
    for (const raw of await outside.records.all(kind)) {
      const record = decodeRecord(raw);
      const opened = record === null ? 'malformed' : await openRecord(outside, state, raw, kind, record.id, null);
      if (record !== null && typeof opened !== 'string') rows[row(kind, record.id)] = opened.rev;
    }
  }
  return rows;
}

async function discardDamagedRecords(outside: Outside, records: readonly DamagedRecord[]): Promise<Result<number>> {
  try {
    const state = await outside.session.unlocked();
    if (state === null) return fail({ code: 'locked' });
    const catalog = await openCatalog(outside, state, await outside.records.record('catalog', catalogId));
    const before = catalog.ok ? catalog.value : { rows: {}, rev: 0 };
    const sound = await soundRows(outside, state);
    const named = records.filter(
      ({ kind, id }) => sound[row(kind, id)] === undefined || sound[row(kind, id)] !== before.rows[row(kind, id)],
    );
    const gone = new Set(named.map(({ kind, id }) => row(kind, id)));
    const kept = catalog.ok ? before.rows : sound;
    const rows = Object.fromEntries(Object.entries(kept).filter(([name]) => !gone.has(name)));
    const sealed = await sealRecord(outside.cipher, state, 'catalog', catalogId, before.rev + 1, rows);
    const remove = named.flatMap(({ kind, id }) => {
      const known = recordKinds.find((name) => name === kind && name !== 'catalog');
      return known === undefined ? [] : [{ kind: known, id }];
    });
    await outside.records.write({ put: [sealed], remove });
    return ok(named.length);
  } catch {
    return fail({ code: 'storage-failed' });
  }
}
