import type { AuditAction, AuditEvent } from '../../domain/audit.ts';
import type { Entry } from '../../domain/entry.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { Intent } from '../../domain/fill.ts';
import type { EntryId, PasswordId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import type { CommandName, EntryView, FillEnd, RequestOf } from '../../messaging/contract.ts';
import { linkedCredential } from '../gate.ts';
import type { LiveFills } from '../live-fills.ts';
import type { ItGlue, Ports } from '../ports.ts';
import type { Audit } from './audit-port.ts';

/** null: it changes nothing and hands nothing out, so that only a refused right is written down. */
type Kept = AuditAction | 'failures' | null;

/** What each command leaves in the audit; leaving one out does not compile. `failures`: how it ends otherwise is told elsewhere. */
const kept = {
  'vault.status': null,
  'vault.create': 'changed',
  'vault.unlock': 'unlocked',
  'vault.lock': null,
  'vault.changePassphrase': 'changed',
  'vault.setTechnicianPassphrase': 'changed',
  'vault.removeTechnician': 'changed',
  'vault.discardDamaged': 'changed',
  'vault.erase': null,
  'settings.get': null,
  'settings.set': 'changed',
  'apiKey.list': null,
  'apiKey.set': ({ save }) => (save === 'never' ? null : 'changed'),
  'apiKey.test': null,
  'apiKey.delete': 'changed',
  'organizations.list': 'listed',
  'passwords.list': 'listed',
  'entries.list': null,
  'credentialEntry.save': 'changed',
  'credentialEntry.setCode': 'changed',
  'credentialEntry.setCodeCopy': 'changed',
  'sessionEntry.save': 'changed',
  'entry.delete': 'changed',
  'entry.restore': 'changed',
  'credentials.list': 'listed',
  'credential.reveal': ({ purpose }) => (purpose === 'copy' ? 'copied' : 'revealed'),
  'credential.code': 'code-shown',
  'index.search': null,
  'index.state': null,
  'index.sync': null,
  'index.exclude': 'changed',
  'clipboard.clearLater': null,
  'page.front': null,
  'page.fill': 'failures',
  'page.chooseField': 'changed',
  'sessionEntry.forgetField': 'changed',
  'sessionEntry.remember': 'changed',
  'sessionEntry.forgetRemembered': 'changed',
  'organization.pin': null,
  'page.explain': null,
  'session.launch': 'launched',
  'challenge.get': null,
  'challenge.answer': 'filled',
  'challenge.cancel': null,
  'audit.list': null,
  'audit.export': 'listed',
  'policy.get': null,
  'entry.favourite': null,
} as const satisfies { readonly [Name in CommandName]: Kept | ((request: RequestOf<Name>) => Kept) };

const refusedRight: readonly FailureCode[] = ['not-allowed', 'administrator-only', 'entry-not-found', 'policy-forbids'];

type Subject = Pick<
  AuditEvent,
  'entryId' | 'entryName' | 'organizationName' | 'passwordId' | 'passwordName' | 'origin'
>;

const nobody: Subject = {
  entryId: null,
  entryName: null,
  organizationName: null,
  passwordId: null,
  passwordName: null,
  origin: null,
};

async function subjectOf(
  { store }: Pick<Ports, 'store'>,
  entryId: EntryId | null,
  passwordId: PasswordId | null,
): Promise<Subject> {
  if (entryId === null) return { ...nobody, passwordId };
  const found = await store.get('entry', entryId);
  const entry: Entry | null = found.ok ? found.value : null;
  if (entry === null) return { ...nobody, entryId, passwordId };
  const linked = await linkedCredential(store, entry);
  const credential = linked.ok ? linked.value : null;
  const fixed = credential?.selection.mode === 'password' ? credential.selection : null;
  return {
    entryId,
    entryName: entry.name,
    organizationName: credential?.organizationName ?? null,
    passwordId: passwordId ?? fixed?.passwordId ?? null,
    passwordName: fixed?.passwordName ?? null,
    origin: entry.kind === 'session' ? entry.origin : null,
  };
}

function actionOf<Name extends CommandName>(command: Name, request: RequestOf<Name>): Kept {
  // The table is checked against every command above; here only one of them is known.
  const entry = kept[command] as Kept | ((request: RequestOf<Name>) => Kept);
  return typeof entry === 'function' ? entry(request) : entry;
}

/** What an answered command leaves; null: nothing. */
function eventOf(kind: Kept, answer: Result<unknown>): Pick<AuditEvent, 'action' | 'outcome'> | null {
  if (answer.ok) return kind === null || kind === 'failures' ? null : { action: kind, outcome: 'ok' };
  const { code } = answer.failure;
  return kind !== null || refusedRight.includes(code) ? { action: 'refused', outcome: code } : null;
}

/** The entry that a command has made, which its request could not name yet; null: none. */
const madeBy = (command: CommandName, answer: Result<unknown>): EntryId | null =>
  answer.ok && (command === 'credentialEntry.save' || command === 'sessionEntry.save')
    ? (answer.value as EntryView).id
    : null;

/** Writes down what a command did or was refused, before it is answered. */
export async function noteCommand(
  ports: Pick<Ports, 'store' | 'audit'>,
  command: CommandName,
  request: unknown,
  answer: Result<unknown>,
): Promise<void> {
  const event = eventOf(actionOf(command, request as RequestOf<CommandName>), answer);
  if (event === null) return;
  const { entryId = null, passwordId = null } = request as { entryId?: EntryId | null; passwordId?: PasswordId | null };
  const subject = await subjectOf(ports, entryId ?? madeBy(command, answer), passwordId);
  await ports.audit.note({ ...subject, ...event, by: command });
}

/** The client of IT Glue, writing down every password value that comes from it, whoever asks. */
export const auditedItGlue = (itGlue: ItGlue, audit: Audit): ItGlue => ({
  ...itGlue,
  async password(access, id) {
    const answer = await itGlue.password(access, id);
    const { name = null, organizationName = null } = answer.ok ? answer.value.summary : {};
    const outcome = answer.ok ? 'ok' : answer.failure.code;
    const told = { ...nobody, passwordId: id, passwordName: name, organizationName };
    await audit.note({ ...told, action: answer.ok ? 'fetched' : 'refused', by: 'it-glue', outcome });
    return answer;
  },
});

function endEvent(end: FillEnd): Pick<AuditEvent, 'action' | 'outcome'> {
  if ('failure' in end) return { action: 'refused', outcome: end.failure.code };
  if ('signInDialog' in end) return { action: 'filled', outcome: 'ok' };
  const { outcome } = end;
  if (outcome.kind === 'filled') return { action: 'filled', outcome: 'ok' };
  if (outcome.kind === 'partly') return { action: 'filled', outcome: 'partly' };
  return { action: 'refused', outcome: outcome.kind === 'refused' ? outcome.reason : outcome.kind };
}

/** Fills under way, writing down how each ends: a launch goes on when its command was answered long ago. */
export const auditedFills = (live: LiveFills, ports: () => Pick<Ports, 'store' | 'audit'>): LiveFills => ({
  ...live,
  announce(intent: Intent, end: FillEnd) {
    live.announce(intent, end);
    // A launch looks again until its page is there; that it was not yet is no end.
    if (intent.source === 'launch' && 'outcome' in end && end.outcome.kind === 'absent') return;
    void subjectOf(ports(), intent.sessionEntryId, intent.passwordId).then((subject) =>
      ports().audit.note({ ...subject, ...endEvent(end), by: intent.source }),
    );
  },
});
