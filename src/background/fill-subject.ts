import { type CredentialEntry, fillOrigins, type SessionEntry } from '../domain/entry.ts';
import { assertHost } from '../domain/host-template.ts';
import type { EntryId, PasswordId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { chosenPassword } from './chosen-password.ts';
import { linkedCredential, rightsWith } from './gate.ts';
import { reasonCheck } from './given-reason.ts';
import { entryRefusal } from './policy-gate.ts';
import type { Ports } from './ports.ts';
import { existingEntry } from './saved-entry.ts';

/** A website session with the credential it is linked to. */
export interface FillSubject {
  readonly session: SessionEntry;
  readonly credential: CredentialEntry;
}

/**
 * The session and its credential, with View asserted for whoever has the vault unlocked now. The gate has asked before
 * a fill began; this is the second, deliberate check, since a launch may go on for two minutes.
 */
export async function fillSubject(
  ports: Pick<Ports, 'store' | 'door' | 'policy'>,
  sessionId: EntryId,
): Promise<Result<FillSubject>> {
  const role = await ports.door.role();
  if (role === null) return fail({ code: 'locked' });
  const session = await existingEntry(ports, 'session', sessionId);
  if (!session.ok) return session;
  const credential = await linkedCredential(ports.store, session.value);
  if (!credential.ok) return credential;
  const rights = await rightsWith(ports.store, role, session.value, credential.value);
  if (!rights.ok) return rights;
  if (!rights.value.view) return fail({ code: 'entry-not-found' });
  const { policy, pack } = await ports.policy.read();
  if (pack?.ended) return fail({ code: 'pack-ended', expiresAt: pack.expiresAt });
  const key = entryRefusal(policy, session.value, credential.value);
  if (key !== null) return fail({ code: 'policy-forbids', rule: key });
  if (credential.value === null) return fail({ code: 'not-linked' });
  if (pack !== null) {
    const confirmed = pack.confirmed[sessionId] ?? [];
    const origins = fillOrigins(session.value);
    if (!origins.every((origin) => confirmed.includes(origin))) return fail({ code: 'origins-unconfirmed', origins });
  }
  const subject = { session: session.value, credential: credential.value };
  const host = assertHost(subject);
  return host.ok ? ok(subject) : host;
}

/**
 * The subject together with the password that is meant this time. `known`: what an entry that always prompts stands for
 * where nothing was asked for; null: nothing is known. Here begins every fill and every launch, so here an entry that
 * asks for a reason must have been given one.
 */
export async function fillChoice(
  ports: Pick<Ports, 'store' | 'door' | 'policy' | 'session' | 'now'>,
  sessionId: EntryId,
  asked: PasswordId | null,
  known: (subject: FillSubject) => PasswordId | null = () => null,
): Promise<Result<FillSubject & { readonly passwordId: PasswordId }>> {
  const subject = await fillSubject(ports, sessionId);
  if (!subject.ok) return subject;
  const passwordId = chosenPassword(subject.value.credential, asked ?? known(subject.value));
  if (!passwordId.ok) return passwordId;
  const reason = await reasonCheck(ports, subject.value.credential);
  return reason.ok ? ok({ ...subject.value, passwordId: passwordId.value }) : reason;
}
