import type { SessionEntry } from '../../domain/entry.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { Secret } from '../../domain/secret.ts';
import type { CommandName, RequestOf, ResponseOf } from '../../messaging/contract.ts';
import { accessOf } from '../api-key-access.ts';
import { fillChoice } from '../fill-subject.ts';
import { linkedCredential } from '../gate.ts';
import { type Front, knownAt, type Meant, meantHere } from '../meant-here.ts';
import type { Ports } from '../ports.ts';
import { putOnClipboard } from '../put-on-clipboard.ts';
import { existingEntry } from '../saved-entry.ts';
import { sayInTab } from '../say-in-tab.ts';

/** What can be copied of the session for the page in front, without the popup. */
export type Copied = 'username' | 'code';

/** Asks as a page of ours would: by the gate, and with what the command leaves in the audit. */
export type AskGate = <Name extends CommandName>(command: Name, body: RequestOf<Name>) => Promise<ResponseOf<Name>>;

async function usernameOf(
  ports: Ports,
  front: Front,
  { client }: Meant,
  session: SessionEntry,
): Promise<Result<Secret>> {
  const choice = await fillChoice(ports, session.id, null, knownAt(front, client));
  if (!choice.ok) return choice;
  const { credential, passwordId } = choice.value;
  const access = await accessOf(ports, credential.apiKeyId);
  if (!access.ok) return access;
  const summary = await ports.itGlue.passwordSummary(access.value, passwordId);
  if (!summary.ok) return summary;
  const { organizationId, username, archived } = summary.value;
  if (organizationId !== credential.organizationId) return fail({ code: 'record-moved' });
  if (archived) return fail({ code: 'password-archived' });
  return username === null || username === '' ? fail({ code: 'username-empty' }) : ok(new Secret(username));
}

async function codeOf(ports: Ports, ask: AskGate, session: SessionEntry): Promise<Result<Secret>> {
  const credential = await linkedCredential(ports.store, session);
  if (!credential.ok) return credential;
  if (credential.value === null) return fail({ code: 'not-linked' });
  const answer = await ask('credential.code', { entryId: credential.value.id });
  return answer.ok ? ok(new Secret(answer.value.code)) : answer;
}

const toClipboard = async (ports: Ports, value: Secret): Promise<Result<void>> =>
  (await putOnClipboard(ports, value)) === null ? fail({ code: 'clipboard-refused' }) : ok(undefined);

async function copyOf(
  ports: Ports,
  ask: AskGate,
  front: Front,
  meant: Meant,
  what: Copied,
): Promise<Result<{ readonly name: string }>> {
  const [only, ...others] = meant.sessions;
  if (only === undefined) return fail({ code: 'no-linked-session', origin: front.origin ?? '' });
  if (others.length > 0 || meant.unclear) return fail({ code: 'choose-first' });
  const session = await existingEntry(ports, 'session', only);
  if (!session.ok) return session;
  const value = await (what === 'code'
    ? codeOf(ports, ask, session.value)
    : usernameOf(ports, front, meant, session.value));
  if (!value.ok) return value;
  const put = await toClipboard(ports, value.value);
  return put.ok ? ok({ name: session.value.name }) : put;
}

/**
 * Copies from the right-click menu, for the one session that is meant by the page in front. Where a choice, a reason or
 * the passphrase is needed first, the popup opens, in which the same is one key.
 */
export async function copyFront(ports: Ports, ask: AskGate, what: Copied): Promise<void> {
  const front = await ports.pages.front();
  if (front === null) return;
  const role = await ports.door.role();
  const meant = role === null ? fail({ code: 'locked' }) : await meantHere(ports, role, front);
  const done = meant.ok ? await copyOf(ports, ask, front, meant.value, what) : meant;
  if (role !== null) await ports.door.touch();
  if (done.ok) return sayInTab(ports, front.tabId, done.value.name, { copied: what });
  const { failure } = done;
  if (['locked', 'choose-first', 'reason-needed'].includes(failure.code)) await ports.pages.openPopup();
  await sayInTab(ports, front.tabId, '', { failure });
}
