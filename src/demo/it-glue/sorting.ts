/** What a sort compares; null comes last, and first when descending. */
export type SortValue<Row> = (row: Row) => string | number | null;

export type Sorts<Row> = ReadonlyMap<string, SortValue<Row>>;

/** Ids are texts of digits: the longer one is the greater one. */
export const idOrder = (id: string): string => id.padStart(20, '0');

function compared(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** The rows in the order asked for, by id where they are equal; or the first field that cannot be sorted by. */
export function sorted<Row extends { readonly id: string }>(
  rows: readonly Row[],
  asked: string | null,
  sorts: Sorts<Row>,
): { readonly rows: readonly Row[] } | { readonly unknown: string } {
  const orders: { readonly value: SortValue<Row>; readonly sign: 1 | -1 }[] = [];
  for (const field of (asked ?? 'id').split(',')) {
    const name = field.replace(/^-/, '').replaceAll('-', '_');
    const value = sorts.get(name);
    if (value === undefined) return { unknown: field };
    orders.push({ value, sign: field.startsWith('-') ? -1 : 1 });
  }
  orders.push({ value: (row) => idOrder(row.id), sign: 1 });
  const keyed = rows.map((row) => ({ row, keys: orders.map(({ value }) => value(row)) }));
  keyed.sort((a, b) => {
    for (const [index, { sign }] of orders.entries()) {
      const order = compared(a.keys[index] ?? null, b.keys[index] ?? null) * sign;
      if (order !== 0) return order;
    }
    return 0;
  });
  return { rows: keyed.map(({ row }) => row) };
}
