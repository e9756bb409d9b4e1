import type { Linkable } from '../../domain/entry.ts';
import { parseHost } from '../../domain/host.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { sessionAddresses } from '../../domain/session-addresses.ts';
import type { RemoteEntryView, SessionEntryView } from '../../messaging/contract.ts';
import { accessOf } from '../api-key-access.ts';
import { entryView } from '../entry-view.ts';
import { linkedCredential } from '../gate.ts';
import { keepPack } from '../pack/pack-record.ts';
import type { Ports } from '../ports.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

const hostsOf = (session: Linkable): readonly string[] =>
  session.kind === 'remote' ? [session.host] : sessionAddresses(session).map((origin) => new URL(origin).hostname);

/** The host that IT Glue names for the password, where it is another one than the session's; null: none, or it is one of them. */
async function elsewhere(ports: Ports, session: Linkable): Promise<Result<string | null>> {
  const linked = await linkedCredential(ports.store, session);
  if (!linked.ok) return linked;
  if (linked.value?.selection.mode !== 'password') return ok(null);
  const access = await accessOf(ports, linked.value.apiKeyId);
  if (!access.ok) return access;
  const summary = await ports.itGlue.passwordSummary(access.value, linked.value.selection.passwordId);
  if (!summary.ok) return summary;
  const named = parseHost(summary.value.url ?? '', true);
  if (!named.ok) return ok(null);
  const { hostname } = new URL(named.value.url);
  return ok(hostsOf(session).includes(hostname) ? null : hostname);
}

/**
 * Whoever uses a session of a pack says once that its addresses are right. They are sent along, so that what is kept is
 * what was on the screen.
 */
export const confirmOrigins: UseCase<'sessionEntry.confirmOrigins'> = async (ports, request, { role }) => {
  const website = await existingEntry(ports, 'session', request.entryId);
  const session = website.ok ? website : await existingEntry(ports, 'remote', request.entryId);
  if (!session.ok) return session;
  const origins = sessionAddresses(session.value);
  if (origins.join(' ') !== request.origins.join(' ')) return fail({ code: 'entry-changed' });
  if (request.otherAddress !== true) {
    const host = await elsewhere(ports, session.value);
    if (!host.ok) return host;
    if (host.value !== null) return fail({ code: 'record-elsewhere', host: host.value });
  }
  const pack = (await ports.session.unlocked())?.pack ?? null;
  if (pack !== null) {
    const kept = await keepPack(ports, { ...pack, confirmed: { ...pack.confirmed, [session.value.id]: origins } });
    if (!kept.ok) return kept;
  }
  const view = await entryView(ports, role ?? 'technician', session.value);
  // An entry that was found as a session is viewed as one.
  return view.ok ? ok(view.value as SessionEntryView | RemoteEntryView) : view;
};
