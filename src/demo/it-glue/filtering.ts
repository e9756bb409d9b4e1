import { commaSeparated, type Query } from './query.ts';

/** What a filter compares: the row's value as text, null where it has none. */
export type FilterValue<Row> = (row: Row) => string | null;

/** A filter either compares texts or decides by itself. */
export type Filters<Row> = ReadonlyMap<string, FilterValue<Row>>;

/** `start,end` in RFC 3339, `*` for open. */
export function withinRange(range: string, time: number): boolean {
  const [start = '*', end = '*'] = range.split(',');
  return (start === '*' || time >= Date.parse(start)) && (end === '*' || time <= Date.parse(end));
}

const truths: Readonly<Record<string, string>> = { '1': 'true', '0': 'false' };

/** Yes-or-no filters accept true, false, 1 and 0. */
export const asBoolean = (text: string): string => truths[text] ?? text;

function matcher<Row>(wanted: string, value: FilterValue<Row>, ignoreCase: boolean): (row: Row) => boolean {
  const folded = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const accepted = new Set(commaSeparated(wanted).map(folded));
  return (row) => {
    const own = value(row);
    return own !== null && accepted.has(folded(own));
  };
}

/** Rows that every known filter accepts and no known exclusion names. Unknown ones are ignored, as IT Glue does. */
export function filtered<Row>(
  rows: readonly Row[],
  query: Query,
  filters: Filters<Row>,
  exclusions: Filters<Row>,
  ignoreCase: boolean,
): readonly Row[] {
  const tests: ((row: Row) => boolean)[] = [];
  for (const [name, wanted] of query.group('filter')) {
    const value = filters.get(name);
    if (value !== undefined) tests.push(matcher(wanted, value, ignoreCase));
  }
  for (const [name, wanted] of query.group('exclude')) {
    const value = exclusions.get(name);
    const hit = value === undefined ? null : matcher(wanted, value, ignoreCase);
    if (hit !== null) tests.push((row) => !hit(row));
  }
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}
