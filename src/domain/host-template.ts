import type { CredentialEntry, LocatedSession, OrganizationCredential, SessionEntry } from './entry.ts';
import type { HostProblem } from './failure.ts';
import { type Host, parseHost } from './host.ts';
import {
  domainStandIn,
  filledIn,
  type HostOrganization,
  hasVariable,
  isSafeLabel,
  primaryDomainVariable,
  shortNameVariable,
  standIn,
  type VariableValues,
} from './host-variables.ts';
import { isPrimaryDomain } from './primary-domain.ts';
import { registrable } from './registrable.ts';
import { fail, ok, type Result } from './result.ts';

const refused = (problem: HostProblem) => fail({ code: 'host-refused', problem });

const standIns: readonly string[] = [standIn, domainStandIn];

/** Why a variable may not stand where it does in a host; null: it may, or the host holds none. */
function problemOf(hostname: string): HostProblem | null {
  const labels = hostname.split('.');
  const before = labels.slice(0, -1);
  // The domain is the end of the host, and nothing before it is left to the organization.
  if (before.some((label) => label.includes(domainStandIn))) return 'domain-place';
  if (labels.at(-1) === domainStandIn) return before.some((label) => label.includes(standIn)) ? 'domain-place' : null;
  if (labels.at(-1)?.includes(domainStandIn)) return 'domain-place';
  if (labels.some((label) => label !== standIn && label.includes(standIn))) return 'variable-place';
  if (!labels.includes(standIn)) return null;
  const site = registrable(hostname);
  return site === null || site.split('.').includes(standIn) ? 'variable-domain' : null;
}

/** What the variables of an address stand for, each one looked at for what it may be at all. */
function valuesFor(typed: string, { shortName, primaryDomain }: HostOrganization): Result<VariableValues> {
  const text = shortName?.trim() ?? '';
  if (typed.includes(shortNameVariable) && (text === '' || /^\.+$/.test(text))) return refused('variable-value');
  if (!typed.includes(primaryDomainVariable)) return ok({ label: text.toLowerCase(), text, domain: '' });
  if (primaryDomain === null) return refused('no-primary-domain');
  return isPrimaryDomain(primaryDomain)
    ? ok({ label: text.toLowerCase(), text, domain: primaryDomain })
    : refused('domain-value');
}

/**
 * The short name is text of IT Glue, the domain may have come in a pack: whatever they are, the origin must come out as
 * the one that was written, with a label, or the registered domain at its end, in place.
 */
function resolved(typed: string, model: Host, organization: HostOrganization, allowHttp: boolean): Result<Host> {
  const values = valuesFor(typed, organization);
  if (!values.ok) return values;
  const { label, domain } = values.value;
  const { hostname } = new URL(model.origin);
  const labels = hostname.split('.');
  const [nameInHost, domainInHost] = [labels.includes(standIn), labels.includes(domainStandIn)];
  if (nameInHost && !isSafeLabel(label)) return refused('variable-value');
  const meant = labels.map((part) => (part === standIn ? label : part === domainStandIn ? domain : part)).join('.');
  // The second look, on purpose: should the parser ever read more of a value than was meant, this is where it ends.
  const host = parseHost(filledIn(typed, values.value), allowHttp);
  if (!host.ok || host.value.origin !== model.origin.replace(hostname, meant)) return refused('variable-value');
  // Registered by itself, and not made a public suffix by what stands before it.
  if (domainInHost) return registrable(meant) === domain ? host : refused('domain-value');
  return !nameInHost || registrable(meant) === registrable(hostname) ? host : refused('variable-value');
}

/** A Host with variables as their stand-ins leave it, if they may stand where they do. */
function modelOf(typed: string, allowHttp: boolean): Result<Host> {
  const looked = typed.replaceAll(shortNameVariable, standIn).replaceAll(primaryDomainVariable, domainStandIn);
  if (hasVariable(looked)) return refused('unknown-variable');
  const model = parseHost(looked, allowHttp);
  if (!model.ok) return model;
  const problem = problemOf(new URL(model.value.origin).hostname);
  return problem === null ? model : refused(problem);
}

/**
 * Understands a Host as typed, with `{organization.shortName}` as a whole label below a domain that is written out,
 * `{organization.primaryDomain}` as its end, or either anywhere behind the host. `organization`: of the linked
 * credential; null: the session is linked to none.
 */
export function resolveHost(typed: string, organization: HostOrganization | null, allowHttp: boolean): Result<Host> {
  if (!hasVariable(typed)) return parseHost(typed, allowHttp);
  const model = modelOf(typed, allowHttp);
  if (!model.ok) return model;
  return organization === null ? refused('variable-unlinked') : resolved(typed, model.value, organization, allowHttp);
}

const organizationOf = (of: Templated['credential']): HostOrganization => ({
  shortName: of.organizationShortName,
  primaryDomain: of.organizationPrimaryDomain ?? null,
});

/** Whose variables a Host holds: one organization's, each one's of all organizations; null: nobody's yet. */
export type HostOwner = HostOrganization | 'each' | null;

export const hostOwner = (linked: CredentialEntry | null): HostOwner =>
  linked === null ? null : linked.organizationId === null ? 'each' : organizationOf(linked);

/** Where a Host leads, as far as it is the same for everybody that it is meant for. */
export interface HostPlace extends Pick<SessionEntry, 'startUrl' | 'origin'> {
  /** The origin to be read by a person, with the variable in it where there is one for each. */
  readonly shown: string;
}

/** Understands a Host as typed for whoever owns its variables. */
export function placeOfHost(typed: string, owner: HostOwner, allowHttp: boolean): Result<HostPlace> {
  if (owner === 'each' && hasVariable(typed)) {
    const model = modelOf(typed, allowHttp);
    if (!model.ok) return model;
    const { origin } = model.value;
    const inHost = new URL(origin).hostname.split('.').some((label) => standIns.includes(label));
    return ok({
      startUrl: null,
      origin: inHost ? null : origin,
      shown: origin.replace(standIn, shortNameVariable).replace(domainStandIn, primaryDomainVariable),
    });
  }
  const host = resolveHost(typed, owner === 'each' ? null : owner, allowHttp);
  return host.ok ? ok({ startUrl: host.value.url, origin: host.value.origin, shown: host.value.origin }) : host;
}

/** Understands a further sign-in address, which holds no variables. */
export const parseWrittenHost = (typed: string, allowHttp: boolean): Result<Host> =>
  hasVariable(typed) ? refused('variable-not-here') : parseHost(typed, allowHttp);

interface Templated {
  readonly session: SessionEntry;
  /** Of the organization that the session is used for. */
  readonly credential: Pick<OrganizationCredential, 'organizationShortName' | 'organizationPrimaryDomain'>;
}

/**
 * A session with the address that it has for the organization of its credential. What was fixed when it was saved is
 * asserted to be still what its variables make of that organization.
 */
export function locatedSession({ session, credential }: Templated): Result<LocatedSession> {
  const { hostTemplate, startUrl, origin } = session;
  if (hostTemplate === null)
    return startUrl === null || origin === null ? refused('variable-changed') : ok({ ...session, startUrl, origin });
  const host = resolveHost(hostTemplate, organizationOf(credential), session.allowHttp);
  if (!host.ok) return host;
  const { url, origin: meant } = host.value;
  const same = (startUrl === null || startUrl === url) && (origin === null || origin === meant);
  return same ? ok({ ...session, startUrl: url, origin: meant }) : refused('variable-changed');
}
