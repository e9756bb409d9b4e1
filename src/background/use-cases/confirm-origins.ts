import { fillOrigins, type SessionEntry } from '../../domain/entry.ts';
import { parseHost } from '../../domain/host.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { SessionEntryView } from '../../messaging/contract.ts';
import { accessOf } from '../api-key-access.ts';
import { entryView } from '../entry-view.ts';
import { linkedCredential } from '../gate.ts';
import { keepPack } from '../pack/pack-record.ts';
import type { Ports } from '../ports.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

const sameHost = (address: string, origin: string): boolean => new URL(address).hostname === new URL(origin).hostname;

/** The host that IT Glue names for the password, where it is another one than the session's; null: none, or it is one of them. */
async function elsewhere(ports: Ports, session: SessionEntry): Promise<Result<string | null>> {
  const linked = await linkedCredential(ports.store, session);
  if (!linked.ok) return linked;
  if (linked.value?.selection.mode !== 'password') return ok(null);
  const access = await accessOf(ports, linked.value.apiKeyId);
  if (!access.ok) return access;
  const summary = await ports.itGlue.passwordSummary(access.value, linked.value.selection.passwordId);
  if (!summary.ok) return summary;
  const named = parseHost(summary.value.url ?? '', true);
  if (!named.ok || fillOrigins(session).some((origin) => sameHost(named.value.url, origin))) return ok(null);
  return ok(new URL(named.value.url).hostname);
}

/**
 * Whoever uses a session of a pack says once that its addresses are right. They are sent along, so that what is kept is
 * what was on the screen.
 */
export const confirmOrigins: UseCase<'sessionEntry.confirmOrigins'> = async (ports, request, { role }) => {
  const session = await existingEntry(ports, 'session', request.entryId);
  if (!session.ok) return session;
  const origins = fillOrigins(session.value);
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
  return view.ok ? ok(view.value as SessionEntryView) : view;
};
