import * as v from 'valibot';
import type { OrganizationId } from '../../domain/ids.ts';
import {
  type IndexedOrganization,
  type IndexedPassword,
  indexedPassword,
} from '../../domain/search/indexed-password.ts';
import type { IndexSource, PageQuestion, SourceAnswer, SourcePage } from '../index/index-ports.ts';
import type { ItGlueAccess } from '../ports.ts';
import { type DecodedPassword, organizationSummary, passwordSummary } from './it-glue-decode.ts';
import { failureOf, isTooMuch } from './it-glue-failure.ts';
import { askTwice, type ItGlueWorld, listQuestion } from './it-glue-reader.ts';
import { anyPage, listedPassword, type meta, organization } from './it-glue-schemas.ts';

/** A page of which more than this part cannot be understood is not from IT Glue, or not of its API as we know it. */
const mostSkipped = 0.5;

function isLast(rows: number, told: v.InferOutput<typeof meta>, { page, size }: PageQuestion): boolean {
  const { 'total-count': total = null, 'next-page': next = null } = told ?? {};
  if (rows === 0) return true;
  if (total !== null) return page * size >= total;
  return told === null ? rows < size : next === null || next <= page;
}

/**
 * A page, row by row: one record that is not as it should be must not keep twenty thousand others out. null: it is no
 * such page. What the validator says is dropped, since it quotes values.
 */
function decodePage<Raw, Row>(
  body: unknown,
  asked: PageQuestion,
  schema: v.GenericSchema<unknown, Raw>,
  rowOf: (raw: Raw) => Row,
): SourcePage<Row> | null {
  const page = v.safeParse(anyPage, body, { abortEarly: true });
  if (!page.success) return null;
  const { data, meta: told } = page.output;
  const rows = data.flatMap((raw): Row[] => {
    const row = v.safeParse(schema, raw, { abortEarly: true });
    return row.success ? [rowOf(row.output)] : [];
  });
  const skipped = data.length - rows.length;
  if (skipped > data.length * mostSkipped) return null;
  return { rows, skipped, total: told?.['total-count'] ?? null, last: isLast(data.length, told, asked) };
}

const passwordRow = (raw: DecodedPassword): IndexedPassword =>
  indexedPassword(passwordSummary(raw), raw.attributes['password-folder-id']);

const organizationRow = (raw: v.InferOutput<typeof organization>): IndexedOrganization => {
  const changed = raw.attributes['updated-at'];
  return { ...organizationSummary(raw), updatedAt: changed === null ? null : Date.parse(changed) };
};

const orders = { 'by-id': 'id', 'newest-first': '-updated_at' } as const;

const pathOf = (
  collection: 'organizations' | 'passwords',
  { order, page, size }: PageQuestion,
  of: readonly OrganizationId[] | null,
): string =>
  `/${collection}?${new URLSearchParams({
    ...(of === null ? {} : { 'filter[organization_id]': of.join(',') }),
    sort: orders[order],
    'page[size]': String(size),
    'page[number]': String(page),
  })}`;

/** Lists of a whole account over IT Glue's public API. `worlds`: a client for each asker, since they wait differently. */
export function createIndexSource(worlds: Readonly<Record<PageQuestion['asker'], ItGlueWorld>>): IndexSource {
  const ask = async <Row>(
    access: ItGlueAccess,
    asker: PageQuestion['asker'],
    path: string,
    decode: (body: unknown) => SourcePage<Row> | null,
  ): Promise<SourceAnswer<Row>> => {
    const world = worlds[asker];
    const reply = await askTwice(world, access, listQuestion(path));
    if (reply.kind !== 'json')
      return { ok: false, failure: failureOf(reply, 'collection', world), tooMuch: isTooMuch(reply) };
    const page = decode(reply.body);
    return page === null ? { ok: false, failure: { code: 'bad-response' }, tooMuch: false } : { ok: true, value: page };
  };
  return {
    organizations: (access, question) =>
      ask(access, question.asker, pathOf('organizations', question, null), (body) =>
        decodePage(body, question, organization, organizationRow),
      ),
    passwords: async (access, question, of) => {
      const answer = await ask(access, question.asker, pathOf('passwords', question, of), (body) =>
        decodePage(body, question, listedPassword, passwordRow),
      );
      if (!answer.ok || of === null) return answer;
      // Whatever IT Glue or a gateway sends: only of the organizations that were asked for.
      const rows = answer.value.rows.filter((row) => of.includes(row.organizationId));
      return { ok: true, value: { ...answer.value, rows } };
    },
  };
}
