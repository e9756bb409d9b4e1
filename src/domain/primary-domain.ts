import { hasPublicSuffix, registrable } from './registrable.ts';
import { fail, ok, type Result } from './result.ts';

/** Why a text is not taken as the primary domain of an organization. */
export const domainProblems = ['empty', 'not-a-domain', 'unknown-suffix', 'suffix-alone'] as const;

export type DomainProblem = (typeof domainProblems)[number];

/** What an administrator of this vault keeps as the primary domains of the organizations of one API key: IT Glue's API has none. */
export interface PrimaryDomains {
  /** By the id of the organization: canonical, with letters of other scripts in their international form (`xn--`). */
  readonly ofOrganization: Readonly<Record<string, string>>;
}

export const noPrimaryDomains: PrimaryDomains = { ofOrganization: {} };

/** What belongs to an address around a domain, or would have the parser read another one. */
const notOfADomain = /[\s/\\:?#@%[\]{}]/;
const name = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const longest = 253;

function hostnameOf(text: string): string | null {
  try {
    return new URL(`https://${text}/`).hostname;
  } catch {
    return null;
  }
}

const refused = (problem: DomainProblem) => fail({ code: 'domain-refused', problem });

/** Understands a domain as typed: a registered one, or one below it such as `contoso.onmicrosoft.com`. Answers its canonical form. */
export function parsePrimaryDomain(typed: string): Result<string> {
  const text = typed.trim();
  if (text === '') return refused('empty');
  const domain = notOfADomain.test(text) ? null : hostnameOf(text);
  if (domain === null || domain.length > longest) return refused('not-a-domain');
  const names = domain.split('.');
  if (names.length < 2 || !names.every((one) => name.test(one)) || !/[a-z]/.test(names.at(-1) ?? ''))
    return refused('not-a-domain');
  if (!hasPublicSuffix(domain)) return refused('unknown-suffix');
  return registrable(domain) === null ? refused('suffix-alone') : ok(domain);
}

/** Whether a text is a domain in the form in which it is kept. */
export function isPrimaryDomain(text: string): boolean {
  const domain = parsePrimaryDomain(text);
  return domain.ok && domain.value === text;
}

/** The domain of one organization; null: none is kept. Ids are the record's own keys, never what every object inherits. */
export const primaryDomainIn = ({ ofOrganization }: PrimaryDomains, organizationId: string): string | null =>
  Object.hasOwn(ofOrganization, organizationId) ? (ofOrganization[organizationId] ?? null) : null;

/** What is changed of one organization; `domain` null: it is to have none. */
export interface PrimaryDomainChange<Id extends string = string> {
  readonly organizationId: Id;
  readonly domain: string | null;
}

/** The domains after changes, the later of two for one organization counting; the first domain that is none refuses them all. */
export function withPrimaryDomains(
  before: PrimaryDomains,
  changes: readonly PrimaryDomainChange[],
): Result<PrimaryDomains> {
  const next = new Map(Object.entries(before.ofOrganization));
  for (const { organizationId, domain } of changes) {
    const parsed = domain === null ? null : parsePrimaryDomain(domain);
    if (parsed?.ok === false) return parsed;
    if (parsed === null) next.delete(organizationId);
    else next.set(organizationId, parsed.value);
  }
  return ok({ ofOrganization: Object.fromEntries(next) });
}
