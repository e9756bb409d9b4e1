import type { OrganizationSummary } from './credential.ts';
import type { OrganizationId } from './ids.ts';
import { type DomainProblem, parsePrimaryDomain } from './primary-domain.ts';
import { folded } from './search-text.ts';

/** Why a line of a pasted list does not fit. */
export type LineProblem =
  | DomainProblem
  | 'no-separator'
  | 'unknown-organization'
  | 'several-organizations'
  | 'said-otherwise';

/** One line of a pasted list, understood. */
export interface DomainLine {
  /** Counts from 1, empty lines too. */
  readonly number: number;
  /** What stands before the separator. */
  readonly name: string;
  readonly meant:
    | { readonly organization: OrganizationSummary; readonly domain: string }
    | { readonly problem: LineProblem };
}

/** A name may hold a comma: the last separator counts, since no domain holds one. */
const separated = /^(.*)[;\t,](.*)$/;
const plain = (text: string): string =>
  text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
const keyOf = (text: string): string => folded(text.trim().replace(/\s+/g, ' '));

/** Organizations by what they may be called in a list: by name before short name before number. */
function byName(organizations: readonly OrganizationSummary[]) {
  const grouped = (names: (organization: OrganizationSummary) => string | null) => {
    const groups = new Map<string, OrganizationSummary[]>();
    for (const organization of organizations) {
      const name = keyOf(names(organization) ?? '');
      if (name !== '') groups.set(name, [...(groups.get(name) ?? []), organization]);
    }
    return groups;
  };
  const ways = [grouped(({ name }) => name), grouped(({ shortName }) => shortName), grouped(({ id }) => id)];
  return (name: string): readonly OrganizationSummary[] =>
    ways.map((way) => way.get(keyOf(name)) ?? []).find((some) => some.length > 0) ?? [];
}

/** Understands lines of "organization;domain", also with a tab or a comma between them. Empty lines say nothing. */
export function readDomainLines(text: string, organizations: readonly OrganizationSummary[]): readonly DomainLine[] {
  const called = byName(organizations);
  const said = new Map<OrganizationId, string>();
  const understood = (parts: RegExpExecArray): DomainLine['meant'] => {
    const [organization, ...others] = called(plain(parts[1] ?? ''));
    if (organization === undefined) return { problem: 'unknown-organization' };
    if (others.length > 0) return { problem: 'several-organizations' };
    const domain = parsePrimaryDomain(plain(parts[2] ?? ''));
    if (!domain.ok) return { problem: domain.failure.code === 'domain-refused' ? domain.failure.problem : 'empty' };
    const before = said.get(organization.id) ?? domain.value;
    said.set(organization.id, before);
    return before === domain.value ? { organization, domain: domain.value } : { problem: 'said-otherwise' };
  };
  return text.split('\n').flatMap((line, at): readonly DomainLine[] => {
    if (line.trim() === '') return [];
    const parts = separated.exec(line.trim());
    const meant = parts === null ? ({ problem: 'no-separator' } as const) : understood(parts);
    return [{ number: at + 1, name: plain(parts?.[1] ?? line), meant }];
  });
}
