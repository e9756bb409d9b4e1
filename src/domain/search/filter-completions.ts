import type { OrganizationId } from '../ids.ts';
import { folded } from '../search-text.ts';
import type { SearchIndex } from './search-index.ts';
import { type FilterName, filterLines, filterNames } from './search-query.ts';
import { topList } from './top-list.ts';

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
  for (let position = 0; position < index.size; position += 1) {
    if (!visible[index.organizationOf[position] ?? 0]) continue;
    const written = index.writtenAt(position, filterLines[filter]);
    if (filter === 'host') yield* writtenHosts(written);
    else yield written ?? '';
  }
}

const organizationNames = ({ index, visible }: Source): readonly string[] =>
  index.organizations.flatMap(({ summary }, position) => (visible[position] ? [summary.name] : []));

interface Distinct {
  readonly value: string;
  readonly text: string;
  readonly times: number;
}

/** Every value with how many times it occurs. Values repeat a lot, so each is folded once. */
function distinct(values: Iterable<string>): readonly Distinct[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, times]) => ({ value, times, text: folded(value) }));
}

interface Kept {
  readonly allowed: ReadonlySet<OrganizationId> | null;
  readonly values: Map<FilterName, readonly Distinct[]>;
}

/** Of the last that asked: every key that is pressed in a filter asks for the same. */
const keptOf = new WeakMap<SearchIndex, Kept>();

function distinctFor(index: SearchIndex, allowed: Kept['allowed'], filter: FilterName): readonly Distinct[] {
  const known = keptOf.get(index);
  const kept: Kept = known?.allowed === allowed ? known : { allowed, values: new Map() };
  keptOf.set(index, kept);
  const source = { index, visible: index.organizations.map(({ summary }) => allowed?.has(summary.id) ?? true) };
  const values =
    kept.values.get(filter) ?? distinct(filter === 'org' ? organizationNames(source) : recordValues(source, filter));
  kept.values.set(filter, values);
  return values;
}

const written = (filter: FilterName, value: string): string =>
  `${filter}:${/\s/.test(value) ? `"${value.replaceAll('"', '')}"` : value.replaceAll('"', '')}`;

/** Those that start with what was typed, then those that hold it; the most frequent first. */
function bestOf(all: readonly Distinct[], wanted: string, limit: number): readonly string[] {
  const order = (a: Distinct, b: Distinct): number => b.times - a.times || (a.value < b.value ? -1 : 1);
  const [starting, holding] = [topList(limit, order), topList(limit, order)];
  for (const one of all) {
    const at = one.text.indexOf(wanted);
    if (at === 0) starting.add(one);
    else if (at > 0) holding.add(one);
  }
  return [...starting.items, ...holding.items].slice(0, limit).map(({ value }) => value);
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
  const wanted = folded(part.slice(colon + 1).replaceAll('"', ''));
  return bestOf(distinctFor(index, allowed, filter), wanted, limit).map((value) => ({
    typed: `${before}${written(filter, value)} `,
    label: value,
    filter,
  }));
}
