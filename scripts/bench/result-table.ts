/** One line of the result. */
export interface Row {
  readonly measurement: string;
  readonly value: string;
  readonly budget: string;
  readonly verdict: string;
}

const columns = ['measurement', 'value', 'budget', 'verdict'] as const;

/** The rows under their headings, in columns. */
export function resultTable(rows: readonly Row[]): string {
  const widths = columns.map((name) => Math.max(name.length, ...rows.map((row) => row[name].length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  return [columns, rule, ...rows.map((row) => columns.map((name) => row[name]))].map(line).join('\n');
}
