import type { SessionEntry } from './entry.ts';
import { parseHost } from './host.ts';

/** The variables that a Host may hold. */
export const shortNameVariable = '{organization.shortName}';
export const primaryDomainVariable = '{organization.primaryDomain}';
/** Stand for their values while the address is looked at without them. */
export const standIn = 'organization-short-name';
export const domainStandIn = 'organization-primary-domain';
const anyVariable = /\{organization\b[^}]*\}?/i;
const safeLabel = /^(?!xn--|..--)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const plainHost = /^[a-z0-9.-]+$/;
/** No host is read with it in it. */
const inNoHost = '%';

/** Whether an address as typed leaves a part to the organization. */
export const hasVariable = (typed: string): boolean => anyVariable.test(typed);

/** Whether a text may stand as a label of a host. */
export const isSafeLabel = (label: string): boolean => safeLabel.test(label);

/** What the variables of an address stand for. */
export interface VariableValues {
  /** The short name as it stands in a host. */
  readonly label: string;
  /** The short name as it is, for what stands behind the host. */
  readonly text: string;
  readonly domain: string;
}

/** The address with its variables filled in: as they are in the host, percent-encoded behind it. */
export function filledIn(typed: string, { label, text, domain }: VariableValues): string {
  const start = /^\s*[a-z][a-z0-9+.-]*:\/\//i.exec(typed)?.[0].length ?? 0;
  const length = typed.slice(start).search(/[/?#\\]/);
  const end = length < 0 ? typed.length : start + length;
  return (
    typed.slice(0, end).replaceAll(shortNameVariable, label).replaceAll(primaryDomainVariable, domain) +
    typed
      .slice(end)
      .replaceAll(shortNameVariable, encodeURIComponent(text))
      .replaceAll(primaryDomainVariable, encodeURIComponent(domain))
  );
}

type Place = Pick<SessionEntry, 'origin' | 'signInOrigins' | 'hostTemplate' | 'allowHttp'>;

/** The origin of a saved Host with its variables replaced; null: it has none. */
function originWith({ hostTemplate, allowHttp }: Place, label: string, domain: string): string | null {
  if (hostTemplate === null) return null;
  const host = parseHost(filledIn(hostTemplate, { label, text: label, domain }), allowHttp);
  return host.ok ? host.value.origin : null;
}

const labelsOf = (origin: string): readonly string[] => new URL(origin).hostname.split('.');

const isOwn = ({ origin, signInOrigins }: Place, asked: string): boolean =>
  origin === asked || signInOrigins.includes(asked);

/**
 * Whether a session may be filled on an origin for one organization or another: it is one of the session's own, or
 * what a short name, or a primary domain that is kept in the vault, makes of its Host. Which organization's it is, is
 * for the choice to say. `domains`: those that are kept.
 */
export function mayBeFilledAt(session: Place, origin: string, domains: ReadonlySet<string>): boolean {
  if (isOwn(session, origin)) return true;
  const model = session.origin === null ? originWith(session, standIn, domainStandIn) : null;
  if (model === null) return false;
  const labels = labelsOf(model);
  if (labels.at(-1) === domainStandIn) {
    const domain = labelsOf(origin)
      .slice(labels.length - 1)
      .join('.');
    return domains.has(domain) && originWith(session, inNoHost, domain) === origin;
  }
  const label = labelsOf(origin)[labels.indexOf(standIn)];
  return label !== undefined && isSafeLabel(label) && originWith(session, label, inNoHost) === origin;
}

/** Of an organization what the variables of a Host stand for. */
export interface HostOrganization {
  /** null: IT Glue has none. */
  readonly shortName: string | null;
  /** null: no administrator has named one. */
  readonly primaryDomain: string | null;
}

/** Whether a session may be filled on an origin for that organization. */
export function isFilledAt(session: Place, origin: string, organization: HostOrganization): boolean {
  if (session.origin !== null || session.signInOrigins.includes(origin)) return isOwn(session, origin);
  const label = organization.shortName?.trim().toLowerCase() ?? '';
  const own = isSafeLabel(label) ? label : inNoHost;
  const domain = organization.primaryDomain ?? '';
  return originWith(session, own, plainHost.test(domain) ? domain : inNoHost) === origin;
}
