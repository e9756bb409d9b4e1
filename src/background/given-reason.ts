import type { CredentialEntry } from '../domain/entry.ts';
import { intentLifetimeMs } from '../domain/fill.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Now, SessionMemory } from './ports.ts';

interface Outside {
  readonly session: Pick<SessionMemory, 'givenReason'>;
  readonly now: Now;
}

/** How long a reason serves: to look, copy and fill for one piece of work, without being asked each time. */
export const reasonLifetimeMs = 5 * 60_000;

/**
 * Whether an entry that asks for a reason has been given one. Asked in two places, which between them see every use:
 * the gate, and where a fill or a launch begins, since a right click or the address bar passes no gate.
 */
export async function reasonCheck(
  { session, now }: Outside,
  credential: CredentialEntry | null,
): Promise<Result<void>> {
  if (credential?.asksReason !== true) return ok(undefined);
  const given = await session.givenReason(credential.id);
  return given !== null && now() < given.until ? ok(undefined) : fail({ code: 'reason-needed' });
}

/** The reason behind a use, for the audit; a launch that began in time may end later. null: none was asked for. */
export async function reasonFor({ session, now }: Outside, credential: CredentialEntry | null): Promise<string | null> {
  if (credential?.asksReason !== true) return null;
  const given = await session.givenReason(credential.id);
  return given !== null && now() < given.until + intentLifetimeMs.launch ? given.text : null;
}
