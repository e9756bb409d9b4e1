import {
  type CredentialEntry,
  type EntryOrganization,
  entryPermissions,
  linkedCredentialId,
  type SessionEntry,
} from '../domain/entry.ts';
import { answersOn } from '../domain/http-challenge.ts';
import type { EntryId, PasswordId } from '../domain/ids.ts';
import { effectivePermissions, type Role } from '../domain/permission.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { accessOf, noteSuccess } from './api-key-access.ts';
import { type FillSubject, fillChoice } from './fill-subject.ts';
import { allFolders } from './folders.ts';
import type { ChallengeCredential } from './live-challenges.ts';
import type { Ports } from './ports.ts';
import { keptDomains } from './primary-domains.ts';

/** The sessions by which this role may answer challenges of an origin, in the order of their names. */
export async function sessionsAnswering(
  ports: Pick<Ports, 'store'>,
  role: Role,
  origin: string,
): Promise<Result<readonly SessionEntry[]>> {
  const listed = await ports.store.list('entry');
  if (!listed.ok) return listed;
  const folders = await allFolders(ports.store);
  if (!folders.ok) return folders;
  const domains = await keptDomains(ports);
  const entries = listed.value.contents;
  const linkedTo = (id: EntryId | null): CredentialEntry | null => {
    const found = entries.find((entry) => entry.id === id && entry.deletedAt === null);
    return found?.kind === 'credential' ? found : null;
  };
  const sessions = entries.filter((entry): entry is SessionEntry => {
    if (entry.kind !== 'session' || !answersOn(entry, origin, domains)) return false;
    const linked = linkedTo(linkedCredentialId(entry, folders.value));
    return linked !== null && effectivePermissions(role, entryPermissions(entry, linked, folders.value)).view;
  });
  return ok(sessions.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)));
}

/** An origin that a session has for one organization is its own: there is nothing to choose from. */
const noOthers: ReadonlySet<string> = new Set();

async function ask(
  ports: Ports,
  { session, credential }: FillSubject,
  passwordId: PasswordId,
): Promise<Result<ChallengeCredential>> {
  const access = await accessOf(ports, credential.apiKeyId);
  if (!access.ok) return access;
  const got = await ports.itGlue.password(access.value, passwordId);
  if (!got.ok) return got;
  const { summary, value } = got.value;
  if (summary.id !== passwordId || summary.organizationId !== credential.organizationId)
    return fail({ code: 'record-moved' });
  return ok({ username: summary.username ?? '', password: value, entryName: session.name });
}

/**
 * User name and password of a session for a challenge of this origin: one request to IT Glue, with View, the link and
 * the switch looked at before and after it.
 */
export async function challengeCredential(
  ports: Ports,
  origin: string,
  sessionId: EntryId,
  asked: PasswordId | null,
): Promise<Result<ChallengeCredential & { readonly organization: EntryOrganization | null }>> {
  const before = await fillChoice(ports, sessionId, asked);
  if (!before.ok) return before;
  if (!answersOn(before.value.session, origin, noOthers)) return fail({ code: 'no-linked-session', origin });
  const reply = await ask(ports, before.value, before.value.passwordId);
  if (!reply.ok) return reply;
  const after = await fillChoice(ports, sessionId, asked);
  if (!after.ok) return after;
  if (!answersOn(after.value.session, origin, noOthers)) return fail({ code: 'no-linked-session', origin });
  await noteSuccess(ports, after.value.credential.apiKeyId);
  return ok({ ...reply.value, organization: before.value.organization });
}
