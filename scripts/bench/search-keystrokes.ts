import { filterCompletions } from '../../src/domain/search/filter-completions.ts';
import { createSearchIndex } from '../../src/domain/search/search-index.ts';
import { searchPasswords } from '../../src/domain/search/search-passwords.ts';
import { parseQuery } from '../../src/domain/search/search-query.ts';
import { siteOf } from '../../src/domain/search/site.ts';
import type { ScaleRecords } from './scale-records.ts';
import { median, percentile } from './statistics.ts';
import { typedSearches } from './typed-searches.ts';

export interface KeystrokeTimes {
  readonly median: number;
  readonly p95: number;
  readonly max: number;
  /** How many keys were measured. */
  readonly keys: number;
}

export interface SearchTimes {
  readonly ours: KeystrokeTimes;
  /** A filter over all records, as a list without an index does it. */
  readonly plainFilter: KeystrokeTimes;
  /** From opened records to an index that can be searched. */
  readonly buildMs: number;
}

const keys: readonly string[] = [
  '',
  ...typedSearches.flatMap((text) => [...text].map((_, at) => text.slice(0, at + 1))),
];
const rounds = 4;
const rows = 100;

function timesOf(press: (query: string) => unknown): KeystrokeTimes {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const query of keys) {
      const start = performance.now();
      press(query);
      // The first round is the compiler's.
      if (round > 0) times.push(performance.now() - start);
    }
  }
  return { median: median(times), p95: percentile(times, 0.95), max: Math.max(...times), keys: times.length };
}

/** Every field of every record for every key: what there is without an index. */
function plainFilter({ passwords, organizations }: ScaleRecords): (query: string) => unknown {
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  return (query) => {
    const words = query.toLowerCase().split(/\s+/);
    return passwords
      .filter((row) => {
        const text = `${row.name} ${row.username} ${row.url} ${row.categoryName} ${row.assetName} ${names.get(row.organizationId)}`;
        return words.every((word) => text.toLowerCase().includes(word));
      })
      .sort((a, b) => a.name.localeCompare(b.name));
  };
}

/** Times from a key pressed to the list it leads to, without the drawing of it. */
export function searchKeystrokes(records: ScaleRecords): SearchTimes {
  const start = performance.now();
  const index = createSearchIndex(records.organizations, records.passwords);
  const buildMs = performance.now() - start;
  const site = siteOf('https://portal.northwind.example/');
  const context = { site, organizationId: null, uses: [], now: Date.now() };
  const ours = timesOf((query) => [
    searchPasswords(index, { query: parseQuery(query), context, limit: rows, allowed: null }),
    filterCompletions(index, query, null),
  ]);
  return { ours, plainFilter: timesOf(plainFilter(records)), buildMs };
}
