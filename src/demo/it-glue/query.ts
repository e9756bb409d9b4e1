/** The query of a request: names as the documentation spells them, with underscores within the brackets. */
export class Query {
  readonly #values = new Map<string, string>();

  constructor(search: URLSearchParams) {
    for (const [name, value] of search) this.#values.set(name.replaceAll('-', '_'), value);
  }

  /** null: not given. */
  get(name: string): string | null {
    return this.#values.get(name) ?? null;
  }

  /** The names and values of `filter[…]` or `exclude[…]`, the last one where a name comes twice. */
  group(kind: 'filter' | 'exclude'): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const [name, value] of this.#values) {
      const inner = new RegExp(`^${kind}\\[([a-z_]+)\\]$`).exec(name)?.[1];
      if (inner !== undefined) found.set(inner, value);
    }
    return found;
  }
}

/** `a,b\,c` is `a` and `b,c`. */
export const commaSeparated = (text: string): readonly string[] =>
  (text.match(/(?:\\,|[^,])+/g) ?? ['']).map((part) => part.replaceAll('\\,', ','));
