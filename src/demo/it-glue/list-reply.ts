import type { Call } from './call.ts';
import { type Filters, filtered } from './filtering.ts';
import { apiHosts } from './hosts.ts';
import { askedPage, linksOf, metaOf } from './paging.ts';
import { apiError, json } from './replies.ts';
import { type Sorts, sorted } from './sorting.ts';

/** A kind of list: what it can be filtered and sorted by, and how a row is written. */
export interface ListKind<Row> {
  readonly filters: Filters<Row>;
  readonly exclusions?: Filters<Row>;
  readonly sorts: Sorts<Row>;
  readonly resource: (row: Row, call: Call, index: number) => unknown;
}

const refused = (call: Call, title: string, pointer: string): Response =>
  apiError({ status: 422, title, pointer }, call.options.errors, call.submitted);

/** One page of a list: `data`, `included`, `meta`, `links`, in this order. */
export function listReply<Row extends { readonly id: string }>(
  call: Call,
  rows: readonly Row[],
  kind: ListKind<Row>,
  mayFilter: boolean,
): Response {
  const { query, options } = call;
  const page = askedPage(query, options);
  if ('refused' in page) return refused(call, `Invalid ${page.refused}`, page.refused);
  const left = mayFilter
    ? filtered(rows, query, kind.filters, kind.exclusions ?? new Map(), options.filterIgnoresCase)
    : rows;
  const ordered = sorted(left, query.get('sort'), kind.sorts);
  if ('unknown' in ordered) return refused(call, `${ordered.unknown} is not a valid sort field`, 'sort');
  const from = (page.number - 1) * page.size;
  const data = ordered.rows.slice(from, from + page.size).map((row, index) => kind.resource(row, call, index));
  if (options.meta === 'absent') return json({ data });
  const base = `https://${apiHosts[call.tenant.name]}${call.path}`;
  return json({
    data,
    ...included(query.get('include')),
    meta: metaOf(page, left.length, options),
    links: linksOf(base, call.search, page, left.length, options),
  });
}

const updater = {
  id: '1839201',
  type: 'users',
  attributes: { 'first-name': 'Sam', 'last-name': 'Demo', name: 'Sam Demo', 'role-name': 'Administrator' },
};

/** Only `updater` brings something here. */
export const included = (include: string | null): { readonly included?: readonly unknown[] } =>
  include === null ? {} : { included: include.split(',').includes('updater') ? [updater] : [] };
