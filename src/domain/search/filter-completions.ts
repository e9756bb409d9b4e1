import type { OrganizationId } from '../ids.ts';
import { folded } from '../search-text.ts';
import type { SearchIndex } from './search-index.ts';
import { type FilterName, filterLines, filterNames } from './search-query.ts';
import { lineOf, type TextLine } from './segment.ts';
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

const betweenAddresses = /[\s,;]+/;
const afterHost = /[/?#]/;

/** The host of one address, with its port; what is written there is taken at its word. */
function hostIn(address: string): string {
  const end = address.search(afterHost);
  if (end < 0) return address;
  if (address[end - 1] !== ':' || !address.startsWith('//', end)) return address.slice(0, end);
  const host = address.slice(end + 2);
  const hostEnd = host.search(afterHost);
  return hostEnd < 0 ? host : host.slice(0, hostEnd);
}

/** Hosts of an address field as they are written: a hundred thousand are too many to be understood at every key. */
function writtenHosts(url: string): readonly string[] {
  const written = url.toLowerCase();
  const addresses = betweenAddresses.test(written) ? written.split(betweenAddresses) : [written];
  return addresses.map(hostIn).filter((host) => host !== '');
}

interface Distinct {
  readonly value: string;
  /** Folded. */
  readonly text: string;
  readonly times: number;
}

interface Counted {
  /** The first record that says it, for how it is written. */
  readonly position: number;
  times: number;
}

/** What records say on one matter, by the folded line, those of hidden organizations left out. Values repeat a lot. */
function countedLines({ index, visible }: Source, line: TextLine): ReadonlyMap<string, Counted> {
  const counts = new Map<string, Counted>();
  for (let position = 0; position < index.size; position += 1) {
    if (!visible[index.organizationOf[position] ?? 0]) continue;
    const text = lineOf(index.texts[position] ?? '', line);
    const known = counts.get(text);
    if (known === undefined) counts.set(text, { position, times: 1 });
    else known.times += 1;
  }
  counts.delete('');
  return counts;
}

/** Each host of every address field, with how many fields name it. */
function distinctHosts(source: Source): readonly Distinct[] {
  const counts = new Map<string, number>();
  for (const { position, times } of countedLines(source, filterLines.host).values())
    for (const host of writtenHosts(source.index.writtenAt(position, filterLines.host) ?? ''))
      counts.set(host, (counts.get(host) ?? 0) + times);
  return [...counts].map(([value, times]) => ({ value, times, text: folded(value) }));
}

function distinctIn(source: Source, filter: FilterName): readonly Distinct[] {
  const { index, visible } = source;
  if (filter === 'host') return distinctHosts(source);
  if (filter === 'org') {
    const names = index.organizations.flatMap(({ summary }, position) => (visible[position] ? [summary.name] : []));
    return [...new Set(names)].filter((name) => name !== '').map((value) => ({ value, text: folded(value), times: 1 }));
  }
  const line = filterLines[filter];
  return [...countedLines(source, line)].map(([text, { position, times }]) => ({
    ...{ text, times },
    value: index.writtenAt(position, line) ?? text,
  }));
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
  const values = kept.values.get(filter) ?? distinctIn(source, filter);
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
