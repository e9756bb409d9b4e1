import type { OrganizationId } from '../ids.ts';
import { folded } from '../search-text.ts';
import type { SearchIndex } from './search-index.ts';
import { type FilterName, filterNames } from './search-query.ts';

export interface Completion {
  /** What the search box holds once it is taken. */
  readonly typed: string;
  /** What is offered: `org:` or a name, a category, a user name, a host. */
  readonly label: string;
  readonly filter: FilterName;
}

/** The part that is still being typed: the last one, unless a blank has ended it. */
const lastPart = /(?:^|\s)((?:[a-z]+:)(?:"[^"]*|[^\s"]*)|[a-z]+)$/i;

interface Source {
  readonly index: SearchIndex;
  readonly visible: readonly boolean[];
}

/** Hosts of an address field as they are written: a hundred thousand are too many to be understood at every key. */
const writtenHosts = (url: string | null): readonly string[] =>
  url === null
    ? []
    : url
        .toLowerCase()
        .split(/[\s,;]+/)
        .map((part) => part.replace(/^[a-z][a-z0-9+.-]*:\/\//, '').replace(/[/?#].*$/, ''));

/** What records say on one matter, each as it is written, those of hidden organizations left out. */
function* recordValues({ index, visible }: Source, filter: Exclude<FilterName, 'org'>): Generator<string> {
  for (const [position, password] of index.passwords.entries()) {
    if (!visible[index.organizationOf[position] ?? 0]) continue;
    if (filter === 'host') yield* writtenHosts(password.url);
    else yield (filter === 'cat' ? password.categoryName : password.username) ?? '';
  }
}

const organizationNames = ({ index, visible }: Source): readonly string[] =>
  index.organizations.flatMap(({ summary }, position) => (visible[position] ? [summary.name] : []));

/** How many times each value occurs that holds what was typed. Values repeat a lot, so each is folded once. */
function counted(values: Iterable<string>, wanted: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const others = new Set<string>();
  for (const value of values) {
    const count = counts.get(value);
    if (count !== undefined) counts.set(value, count + 1);
    else if (!others.has(value)) {
      if (value !== '' && folded(value).includes(wanted)) counts.set(value, 1);
      else others.add(value);
    }
  }
  return counts;
}

const written = (filter: FilterName, value: string): string =>
  `${filter}:${/\s/.test(value) ? `"${value.replaceAll('"', '')}"` : value.replaceAll('"', '')}`;

function valuesFor(source: Source, filter: FilterName, wanted: string, limit: number): readonly string[] {
  const values = filter === 'org' ? organizationNames(source) : recordValues(source, filter);
  const starts = (value: string): number => Number(folded(value).startsWith(wanted));
  return [...counted(values, wanted)]
    .sort(([a, often], [b, times]) => starts(b) - starts(a) || times - often || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([value]) => value);
}

/**
 * How the filter at the end of what was typed can go on: the filters themselves after their first letters, then their
 * values. Values of organizations that are not `allowed` (null: all are) are never offered.
 */
export function filterCompletions(
  index: SearchIndex,
  typed: string,
  allowed: ReadonlySet<OrganizationId> | null,
  limit = 8,
): readonly Completion[] {
  const part = lastPart.exec(typed)?.[1];
  if (part === undefined) return [];
  const before = typed.slice(0, typed.length - part.length);
  const colon = part.indexOf(':');
  const name = (colon < 0 ? part : part.slice(0, colon)).toLowerCase();
  if (colon < 0) {
    const filters = filterNames.filter((filter) => filter.startsWith(name));
    return filters.map((filter) => ({ typed: `${before}${filter}:`, label: `${filter}:`, filter }));
  }
  const filter = filterNames.find((known) => known === name);
  if (filter === undefined) return [];
  const visible = index.organizations.map(({ summary }) => allowed === null || allowed.has(summary.id));
  const wanted = folded(part.slice(colon + 1).replaceAll('"', ''));
  return valuesFor({ index, visible }, filter, wanted, limit).map((value) => ({
    typed: `${before}${written(filter, value)} `,
    label: value,
    filter,
  }));
}
