import type { FakeOptions } from './fake-options.ts';
import type { Query } from './query.ts';

const defaultSize = 50;
export const mostRows = 1_000;

export interface Page {
  readonly number: number;
  readonly size: number;
}

/** The page that is asked for, or the parameter that is refused. */
export function askedPage(query: Query, options: FakeOptions): Page | { readonly refused: string } {
  const read = (name: string, byDefault: number): number | null => {
    const text = query.get(name);
    if (text === null || text === '') return byDefault;
    return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
  };
  const number = read('page[number]', 1);
  const size = read('page[size]', defaultSize);
  if (options.badPage === '422' && number === null) return { refused: 'page[number]' };
  if (options.badPage === '422' && size === null) return { refused: 'page[size]' };
  if ((size ?? 0) > mostRows && options.pageSizeAboveMost === '422') return { refused: 'page[size]' };
  return { number: number ?? 1, size: Math.min(size ?? defaultSize, mostRows) };
}

/** The `meta` of a list. */
export function metaOf({ number, size }: Page, total: number, options: FakeOptions): Record<string, unknown> {
  const pages = total === 0 ? options.totalPagesWhenEmpty : Math.ceil(total / size);
  const next = options.meta === 'stuck' ? number : number + 1;
  return {
    'current-page': number,
    'next-page': number < pages ? next : null,
    'prev-page': number > 1 ? number - 1 : null,
    'total-pages': pages,
    'total-count': total,
    filters: {},
  };
}

/** The `links` of a list: absolute, on the API host whoever was asked, with the brackets encoded. */
export function linksOf(
  base: string,
  search: URLSearchParams,
  page: Page,
  total: number,
  options: FakeOptions,
): Record<string, unknown> {
  const last = Math.max(1, Math.ceil(total / page.size));
  const others = [...search].filter(([name]) => !/^page\[(number|size)\]$/.test(name) && name !== 'code');
  const link = (number: number): string => {
    const query = new URLSearchParams([['page[number]', String(number)], ['page[size]', String(page.size)], ...others]);
    return `${base}?${query}`;
  };
  const atEnd = options.linksAtEnds === 'null' ? null : undefined;
  return {
    self: link(page.number),
    first: link(1),
    prev: page.number > 1 ? link(page.number - 1) : atEnd,
    next: page.number < last ? link(page.number + 1) : atEnd,
    last: link(last),
  };
}
