import { getDomain } from 'tldts';
import type { CredentialEntry, LocatedSession, SessionEntry } from './entry.ts';
import type { HostProblem } from './failure.ts';
import { type Host, parseHost } from './host.ts';
import { filledIn, hasVariable, isSafeLabel, shortNameVariable, standIn } from './host-variables.ts';
import { fail, ok, type Result } from './result.ts';

/** What IT Glue says of the organization that a session's credential belongs to. */
export interface HostOrganization {
  readonly shortName: string | null;
}

const primaryDomain = /\{organization\.primaryDomain\}/i;

const refused = (problem: HostProblem) => fail({ code: 'host-refused', problem });

/** Tenants of one hosting provider are different sites, so private suffixes count as public ones. */
const registrable = (hostname: string): string | null => getDomain(hostname, { allowPrivateDomains: true });

/** Why a variable may not stand where it does in a host; null: it may, or the host holds none. */
function problemOf(hostname: string): HostProblem | null {
  const labels = hostname.split('.');
  if (labels.some((label) => label !== standIn && label.includes(standIn))) return 'variable-place';
  if (!labels.includes(standIn)) return null;
  const site = registrable(hostname);
  return site === null || site.split('.').includes(standIn) ? 'variable-domain' : null;
}

/** The value is text of IT Glue: whatever it is, the origin must come out as the one that was written, with one label in place. */
function resolved(typed: string, model: Host, { shortName }: HostOrganization, allowHttp: boolean): Result<Host> {
  const text = shortName?.trim() ?? '';
  if (text === '' || /^\.+$/.test(text)) return refused('variable-value');
  const { hostname } = new URL(model.origin);
  const inHost = hostname.split('.').includes(standIn);
  const label = text.toLowerCase();
  if (inHost && !isSafeLabel(label)) return refused('variable-value');
  const meant = hostname
    .split('.')
    .map((part) => (part === standIn ? label : part))
    .join('.');
  // The second look, on purpose: should the parser ever read more of the value than a label, this is where it ends.
  const host = parseHost(filledIn(typed, label, text), allowHttp);
  if (!host.ok || host.value.origin !== model.origin.replace(hostname, meant)) return refused('variable-value');
  return !inHost || registrable(meant) === registrable(hostname) ? host : refused('variable-value');
}

/** A Host with variables as the stand-in leaves it, if they may stand where they do. */
function modelOf(typed: string, allowHttp: boolean): Result<Host> {
  if (primaryDomain.test(typed)) return refused('no-primary-domain');
  const looked = typed.replaceAll(shortNameVariable, standIn);
  if (hasVariable(looked)) return refused('unknown-variable');
  const model = parseHost(looked, allowHttp);
  if (!model.ok) return model;
  const problem = problemOf(new URL(model.value.origin).hostname);
  return problem === null ? model : refused(problem);
}

/**
 * Understands a Host as typed, with `{organization.shortName}` as a whole label below a domain that is written out, or
 * anywhere behind the host. `organization`: of the linked credential; null: the session is linked to none.
 */
export function resolveHost(typed: string, organization: HostOrganization | null, allowHttp: boolean): Result<Host> {
  if (!hasVariable(typed)) return parseHost(typed, allowHttp);
  const model = modelOf(typed, allowHttp);
  if (!model.ok) return model;
  return organization === null ? refused('variable-unlinked') : resolved(typed, model.value, organization, allowHttp);
}

/** Whose variables a Host holds: one organization's, each one's of all organizations; null: nobody's yet. */
export type HostOwner = HostOrganization | 'each' | null;

export const hostOwner = (linked: CredentialEntry | null): HostOwner =>
  linked === null ? null : linked.organizationId === null ? 'each' : { shortName: linked.organizationShortName };

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
    const inHost = new URL(origin).hostname.split('.').includes(standIn);
    return ok({
      startUrl: null,
      origin: inHost ? null : origin,
      shown: inHost ? origin.replace(standIn, shortNameVariable) : origin,
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
  readonly credential: { readonly organizationShortName: string | null };
}

/**
 * A session with the address that it has for the organization of its credential. What was fixed when it was saved is
 * asserted to be still what its variables make of that organization.
 */
export function locatedSession({ session, credential }: Templated): Result<LocatedSession> {
  const { hostTemplate, startUrl, origin } = session;
  if (hostTemplate === null)
    return startUrl === null || origin === null ? refused('variable-changed') : ok({ ...session, startUrl, origin });
  const host = resolveHost(hostTemplate, { shortName: credential.organizationShortName }, session.allowHttp);
  if (!host.ok) return host;
  const { url, origin: meant } = host.value;
  const same = (startUrl === null || startUrl === url) && (origin === null || origin === meant);
  return same ? ok({ ...session, startUrl: url, origin: meant }) : refused('variable-changed');
}
