import { getDomain } from 'tldts';
import type { HostProblem } from './failure.ts';
import { type Host, parseHost } from './host.ts';
import { fail, ok, type Result } from './result.ts';

/** What IT Glue says of the organization that a session's credential belongs to. */
export interface HostOrganization {
  readonly shortName: string | null;
}

const shortNameVariable = '{organization.shortName}';
const anyVariable = /\{organization\b[^}]*\}?/i;
const primaryDomain = /\{organization\.primaryDomain\}/i;
/** Stands for the short name while the address is looked at without it. */
const standIn = 'organization-short-name';
const safeLabel = /^(?!xn--|..--)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether an address as typed leaves a part to the organization. */
export const hasVariable = (typed: string): boolean => anyVariable.test(typed);

const refused = (problem: HostProblem) => fail({ code: 'host-refused', problem });

/** Tenants of one hosting provider are different sites, so private suffixes count as public ones. */
const registrable = (hostname: string): string | null => getDomain(hostname, { allowPrivateDomains: true });

/** The address with its variables filled in: as a label in the host, percent-encoded behind it. */
function filledIn(typed: string, label: string, text: string): string {
  const start = /^\s*[a-z][a-z0-9+.-]*:\/\//i.exec(typed)?.[0].length ?? 0;
  const length = typed.slice(start).search(/[/?#\\]/);
  const end = length < 0 ? typed.length : start + length;
  return (
    typed.slice(0, end).replaceAll(shortNameVariable, label) +
    typed.slice(end).replaceAll(shortNameVariable, encodeURIComponent(text))
  );
}

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
  if (inHost && !safeLabel.test(label)) return refused('variable-value');
  const meant = hostname
    .split('.')
    .map((part) => (part === standIn ? label : part))
    .join('.');
  // The second look, on purpose: should the parser ever read more of the value than a label, this is where it ends.
  const host = parseHost(filledIn(typed, label, text), allowHttp);
  if (!host.ok || host.value.origin !== model.origin.replace(hostname, meant)) return refused('variable-value');
  return !inHost || registrable(meant) === registrable(hostname) ? host : refused('variable-value');
}

/**
 * Understands a Host as typed, with `{organization.shortName}` as a whole label below a domain that is written out, or
 * anywhere behind the host. `organization`: of the linked credential; null: the session is linked to none.
 */
export function resolveHost(typed: string, organization: HostOrganization | null, allowHttp: boolean): Result<Host> {
  if (!hasVariable(typed)) return parseHost(typed, allowHttp);
  if (primaryDomain.test(typed)) return refused('no-primary-domain');
  const looked = typed.replaceAll(shortNameVariable, standIn);
  if (hasVariable(looked)) return refused('unknown-variable');
  const model = parseHost(looked, allowHttp);
  if (!model.ok) return model;
  const problem = problemOf(new URL(model.value.origin).hostname);
  if (problem !== null) return refused(problem);
  return organization === null ? refused('variable-unlinked') : resolved(typed, model.value, organization, allowHttp);
}

/** Understands a further sign-in address, which holds no variables. */
export const parseWrittenHost = (typed: string, allowHttp: boolean): Result<Host> =>
  hasVariable(typed) ? refused('variable-not-here') : parseHost(typed, allowHttp);

interface Templated {
  readonly session: {
    readonly hostTemplate: string | null;
    readonly startUrl: string;
    readonly origin: string;
    readonly allowHttp: boolean;
  };
  readonly credential: { readonly organizationShortName: string | null };
}

/** Asserts that a session's address is still what its variables make of the linked credential's organization. */
export function assertHost({ session, credential }: Templated): Result<void> {
  if (session.hostTemplate === null) return ok(undefined);
  const host = resolveHost(session.hostTemplate, { shortName: credential.organizationShortName }, session.allowHttp);
  if (!host.ok) return host;
  const same = host.value.url === session.startUrl && host.value.origin === session.origin;
  return same ? ok(undefined) : refused('variable-changed');
}
