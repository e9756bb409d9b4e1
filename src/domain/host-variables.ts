import type { SessionEntry } from './entry.ts';
import { parseHost } from './host.ts';

/** The one variable that a Host may hold. */
export const shortNameVariable = '{organization.shortName}';
/** Stands for the short name while the address is looked at without it. */
export const standIn = 'organization-short-name';
const anyVariable = /\{organization\b[^}]*\}?/i;
const safeLabel = /^(?!xn--|..--)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Whether an address as typed leaves a part to the organization. */
export const hasVariable = (typed: string): boolean => anyVariable.test(typed);

/** Whether a text may stand as a label of a host. */
export const isSafeLabel = (label: string): boolean => safeLabel.test(label);

/** The address with its variables filled in: as a label in the host, percent-encoded behind it. */
export function filledIn(typed: string, label: string, text: string): string {
  const start = /^\s*[a-z][a-z0-9+.-]*:\/\//i.exec(typed)?.[0].length ?? 0;
  const length = typed.slice(start).search(/[/?#\\]/);
  const end = length < 0 ? typed.length : start + length;
  return (
    typed.slice(0, end).replaceAll(shortNameVariable, label) +
    typed.slice(end).replaceAll(shortNameVariable, encodeURIComponent(text))
  );
}

type Place = Pick<SessionEntry, 'origin' | 'signInOrigins' | 'hostTemplate' | 'allowHttp'>;

/** The origin of a saved Host with its variables replaced by a label; null: it has none. */
function originWith({ hostTemplate, allowHttp }: Place, label: string): string | null {
  if (hostTemplate === null) return null;
  const host = parseHost(filledIn(hostTemplate, label, label), allowHttp);
  return host.ok ? host.value.origin : null;
}

const labelsOf = (origin: string): readonly string[] => new URL(origin).hostname.split('.');

/**
 * Whether a session may be filled on an origin for one organization or another: it is one of the session's own, or
 * what a short name makes of its Host. Which organization's it is, is for the choice to say.
 */
export function mayBeFilledAt(session: Place, origin: string): boolean {
  if (session.origin === origin || session.signInOrigins.includes(origin)) return true;
  const model = session.origin === null ? originWith(session, standIn) : null;
  if (model === null) return false;
  const at = labelsOf(model).indexOf(standIn);
  const label = labelsOf(origin)[at];
  return label !== undefined && isSafeLabel(label) && originWith(session, label) === origin;
}

/** Whether a session may be filled on an origin for the organization of that short name. */
export function isFilledAt(session: Place, origin: string, shortName: string | null): boolean {
  if (session.origin !== null || session.signInOrigins.includes(origin)) return mayBeFilledAt(session, origin);
  const label = shortName?.trim().toLowerCase() ?? '';
  return isSafeLabel(label) && originWith(session, label) === origin;
}
