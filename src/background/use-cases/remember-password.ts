import type { PasswordSummary } from '../../domain/credential.ts';
import { fillOrigins, type SessionEntry } from '../../domain/entry.ts';
import { withoutRemembered, withRemembered } from '../../domain/remembered-password.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { SessionEntryView } from '../../messaging/contract.ts';
import { sessionView } from '../entry-view.ts';
import { chosenSubject, type FillChoice } from '../fill-subject.ts';
import { rightsOn } from '../gate.ts';
import { indexedRecord } from '../index/indexed-record.ts';
import { passwordsBy } from '../it-glue-lists.ts';
import type { Ports } from '../ports.ts';
import { existingEntry } from '../saved-entry.ts';
import type { Caller, UseCase } from '../use-case.ts';

/** Remembering is use, not Edit: the revision stays, so that nobody who edits the session is told that it changed. */
async function saved(ports: Ports, entry: SessionEntry, caller: Caller): Promise<Result<SessionEntryView>> {
  const put = await ports.store.put('entry', entry.id, entry);
  if (!put.ok) return put;
  const rights = await rightsOn(ports.store, caller.role ?? 'technician', entry);
  return rights.ok ? ok(await sessionView(ports, entry, rights.value)) : rights;
}

/** The chosen password as the entry's own list shows it; undefined: the list does not hold it. */
async function listedRow(
  ports: Ports,
  { credential, organization, passwordId }: FillChoice,
): Promise<Result<PasswordSummary | undefined>> {
  if (organization !== null) {
    const record = await indexedRecord(ports, credential.apiKeyId, passwordId);
    return record.ok ? ok(record.value.summary) : record;
  }
  const list = await passwordsBy(ports, credential.apiKeyId, credential.organizationId, false);
  return list.ok ? ok(list.value.rows.find(({ id }) => id === passwordId)) : list;
}

/** Remembers a choice from the entry's own list for one of the session's sites. Nothing else can be remembered. */
export const rememberPassword: UseCase<'sessionEntry.remember'> = async (ports, request, caller) => {
  const { entryId, passwordId } = request;
  const choice = await chosenSubject(ports, entryId, passwordId);
  if (!choice.ok) return choice;
  const { session, credential } = choice.value;
  const origin = request.origin ?? session.origin;
  if (!fillOrigins(session).includes(origin)) return fail({ code: 'no-linked-session', origin });
  if (credential.selection.mode !== 'always-prompt') return fail({ code: 'not-in-list' });
  const { organizationId } = credential;
  const listed = await listedRow(ports, choice.value);
  if (!listed.ok) return listed;
  const row = listed.value;
  if (row === undefined || row.organizationId !== organizationId) return fail({ code: 'not-in-list' });
  if (row.archived) return fail({ code: 'password-archived' });
  if (row.vaulted) return fail({ code: 'password-vaulted' });
  // IT Glue has been asked meanwhile.
  const now = await existingEntry(ports, 'session', entryId);
  if (!now.ok) return now;
  const one = { origin, organizationId, passwordId, passwordName: row.name };
  const rememberedPasswords = withRemembered(now.value.rememberedPasswords, one);
  return saved(ports, { ...now.value, rememberedPasswords }, caller);
};

/** Lets go of it; the list comes first again. */
export const forgetPassword: UseCase<'sessionEntry.forgetRemembered'> = async (ports, request, caller) => {
  const { entryId, ...place } = request;
  const session = await existingEntry(ports, 'session', entryId);
  if (!session.ok) return session;
  const rememberedPasswords = withoutRemembered(session.value.rememberedPasswords, place);
  return saved(ports, { ...session.value, rememberedPasswords }, caller);
};
