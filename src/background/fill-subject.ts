import {
  type CredentialEntry,
  credentialFor,
  type EntryOrganization,
  fillOrigins,
  type LocatedSession,
  type OrganizationCredential,
  type SessionEntry,
} from '../domain/entry.ts';
import type { Intent } from '../domain/fill.ts';
import { locatedSession } from '../domain/host-template.ts';
import type { EntryId, PasswordId } from '../domain/ids.ts';
import { unconfirmed } from '../domain/pack.ts';
import { organizationAllowed, type Policy } from '../domain/policy.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { chosenPassword } from './chosen-password.ts';
import { linkedCredential, rightsWith } from './gate.ts';
import { reasonCheck } from './given-reason.ts';
import { indexedRecord } from './index/indexed-record.ts';
import { entryRefusal } from './policy-gate.ts';
import type { Ports } from './ports.ts';
import { existingEntry } from './saved-entry.ts';

/** A website session with the credential it is linked to. */
export interface LinkedSession {
  readonly session: SessionEntry;
  readonly credential: CredentialEntry;
}

/** The same as it is used this time: for one organization, at one address. */
export interface FillSubject {
  readonly session: LocatedSession;
  readonly credential: OrganizationCredential;
}

type Vault = Pick<Ports, 'store' | 'door' | 'policy'>;

/**
 * The session and its credential, with View asserted for whoever has the vault unlocked now. The gate has asked before
 * a fill began; this is the second, deliberate check, since a launch may go on for two minutes.
 */
async function linkedNow(
  ports: Vault,
  sessionId: EntryId,
): Promise<Result<LinkedSession & { readonly policy: Policy }>> {
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
  const addresses = unconfirmed(pack, session.value);
  if (addresses !== null) return fail(addresses);
  return ok({ session: session.value, credential: credential.value, policy });
}

/** Of all organizations an entry is used for one, which the policy allows; of one, for that and no other. */
function usedFor(
  { credential, policy }: { readonly credential: CredentialEntry; readonly policy: Policy },
  organization: EntryOrganization | null,
): Result<OrganizationCredential> {
  if (credential.organizationId !== null)
    return organization === null || organization.organizationId === credential.organizationId
      ? ok(credential)
      : fail({ code: 'entry-changed' });
  if (organization === null) return fail({ code: 'choose-first' });
  return organizationAllowed(policy, organization.organizationId)
    ? ok(credentialFor(credential, organization))
    : fail({ code: 'policy-forbids', rule: 'allowedOrganizations' });
}

/** `organization`: for which an entry of all organizations is used; null: the entry is of one. */
export async function fillSubject(
  ports: Vault,
  sessionId: EntryId,
  organization: EntryOrganization | null,
): Promise<Result<FillSubject>> {
  const linked = await linkedNow(ports, sessionId);
  if (!linked.ok) return linked;
  const credential = usedFor(linked.value, organization);
  if (!credential.ok) return credential;
  const session = locatedSession({ session: linked.value.session, credential: credential.value });
  return session.ok ? ok({ session: session.value, credential: credential.value }) : session;
}

/** The subject of an intent, on a page that is one of the session's addresses now as it was when the fill began. */
export async function intentSubject(
  ports: Vault,
  { sessionEntryId, organization }: Pick<Intent, 'sessionEntryId' | 'organization'>,
  origin: string | null,
): Promise<Result<FillSubject>> {
  const subject = await fillSubject(ports, sessionEntryId, organization);
  if (!subject.ok) return subject;
  return fillOrigins(subject.value.session).includes(origin ?? '') ? subject : fail({ code: 'entry-changed' });
}

type Choosing = Vault & Pick<Ports, 'session' | 'now'> & Pick<Ports, 'cipher' | 'indexRecords' | 'loadedIndexes'>;

/** What is used this time. */
export interface FillChoice extends FillSubject {
  readonly passwordId: PasswordId;
  /** Set where the choice of the password has decided for which organization; null: the entry is of one. */
  readonly organization: EntryOrganization | null;
}

/** The organization that the choice of a password means; null: the entry is of one. */
async function meantOrganization(
  ports: Choosing,
  { apiKeyId, organizationId }: CredentialEntry,
  passwordId: PasswordId,
): Promise<Result<EntryOrganization | null>> {
  if (organizationId !== null) return ok(null);
  const record = await indexedRecord(ports, apiKeyId, passwordId);
  return record.ok ? ok(record.value.organization) : record;
}

/**
 * The subject together with the password that is meant this time. `known`: what an entry that always prompts stands for
 * where nothing was asked for; null: nothing is known.
 */
export async function chosenSubject(
  ports: Choosing,
  sessionId: EntryId,
  asked: PasswordId | null,
  known: (linked: LinkedSession) => PasswordId | null = () => null,
): Promise<Result<FillChoice>> {
  const linked = await linkedNow(ports, sessionId);
  if (!linked.ok) return linked;
  const passwordId = chosenPassword(linked.value.credential, asked ?? known(linked.value));
  if (!passwordId.ok) return passwordId;
  const organization = await meantOrganization(ports, linked.value.credential, passwordId.value);
  if (!organization.ok) return organization;
  const subject = await fillSubject(ports, sessionId, organization.value);
  return subject.ok
    ? ok({ ...subject.value, passwordId: passwordId.value, organization: organization.value })
    : subject;
}

/** The same where every fill and every launch begins: here an entry that asks for a reason must have been given one. */
export async function fillChoice(...question: Parameters<typeof chosenSubject>): Promise<Result<FillChoice>> {
  const choice = await chosenSubject(...question);
  if (!choice.ok) return choice;
  const reason = await reasonCheck(question[0], choice.value.credential);
  return reason.ok ? choice : reason;
}
