import { parsePrimaryDomain } from '../primary-domain.ts';
import { lineHolds, nowhere, type SearchIndex } from './search-index.ts';
import { flagBits, lineOf } from './segment.ts';

/** What user names suggest as the primary domain of an organization: to be looked at, never taken by itself. */
export interface SuggestedDomain {
  readonly domain: string;
  /** How many user names of the organization end with it. */
  readonly users: number;
}

/** Mail that anybody can have says nothing of an organization. */
const anybodys: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'msn.com',
  'yahoo.com',
  'icloud.com',
  'me.com',
  'aol.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  'proton.me',
]);

/** What stands behind the last @ of a user name; null: it has none. */
function mailDomain(index: SearchIndex, position: number): string | null {
  const text = index.texts[position] ?? '';
  if (!lineHolds(text, 'username', '@')) return null;
  // Folding takes accents away, and with them the domain.
  const username = index.isBeyondAscii(position) ? index.writtenAt(position, 'username') : lineOf(text, 'username');
  return username?.slice(username.lastIndexOf('@') + 1) ?? null;
}

/** Mail domains with how often each organization has them, by its position. */
function counted(index: SearchIndex): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const known = new Map<string, string | null>();
  const canonical = (typed: string): string | null => {
    const before = known.get(typed);
    if (before !== undefined) return before;
    const domain = parsePrimaryDomain(typed);
    const found = domain.ok && !anybodys.has(domain.value) ? domain.value : null;
    known.set(typed, found);
    return found;
  };
  const counts = new Map<string, Map<number, number>>();
  for (const [position, owner] of index.organizationOf.entries()) {
    if (owner === nowhere || (index.flagsAt(position) & flagBits.archived) !== 0) continue;
    const typed = mailDomain(index, position);
    const domain = typed === null ? null : canonical(typed);
    if (domain === null) continue;
    const owners = counts.get(domain) ?? new Map<number, number>();
    counts.set(domain, owners.set(owner, (owners.get(owner) ?? 0) + 1));
  }
  return counts;
}

/**
 * For each organization, by its id, the mail domain that most of its user names have. One that is spread over
 * organizations (the provider's own, or a vendor's) is nobody's: at least half of its user names must be in the one.
 */
export function suggestedDomains(index: SearchIndex): Readonly<Record<string, SuggestedDomain>> {
  const best = new Map<string, SuggestedDomain>();
  for (const [domain, owners] of counted(index)) {
    const all = [...owners.values()].reduce((sum, users) => sum + users, 0);
    for (const [owner, users] of owners) {
      const id = index.organizations[owner]?.summary.id;
      const other = id === undefined ? undefined : best.get(id);
      const better = other === undefined || users > other.users || (users === other.users && domain < other.domain);
      if (id !== undefined && users * 2 >= all && better) best.set(id, { domain, users });
    }
  }
  return Object.fromEntries(best);
}
