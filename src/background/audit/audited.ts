import type { AuditAction, AuditEvent } from '../../domain/audit.ts';
import type { FailureCode } from '../../domain/failure.ts';
import type { EntryId, FolderId, PasswordId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import type { CommandName, EntryView, FolderView, RequestOf } from '../../messaging/contract.ts';
import type { ItGlue, Ports } from '../ports.ts';
import type { Audit } from './audit-port.ts';
import { type AuditSubject, commandSubject, folderSubject, type SubjectPorts, subjectOf } from './audit-subject.ts';
import { domainSubjects } from './domain-subjects.ts';
import { aboutNothing } from './missed-events.ts';

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
  'apiKey.health': null,
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
  'credentials.search': null,
  'session.address': null,
  'credential.reveal': ({ purpose }) => (purpose === 'copy' ? 'copied' : 'revealed'),
  'credential.code': 'code-shown',
  'index.search': null,
  'index.state': null,
  'index.sync': null,
  'index.exclude': 'changed',
  'primaryDomains.list': null,
  'primaryDomains.set': 'changed',
  'clipboard.clearLater': null,
  'page.front': null,
  'page.fill': 'failures',
  'page.chooseField': 'changed',
  'sessionEntry.forgetField': 'changed',
  'sessionEntry.restoreField': 'changed',
  'sessionEntry.remember': 'changed',
  'sessionEntry.forgetRemembered': 'changed',
  'organization.pin': null,
  'page.explain': null,
  'session.launch': 'launched',
  'containers.remove': 'changed',
  'remoteEntry.save': 'changed',
  'remote.handOver': 'launched',
  'challenge.get': null,
  'challenge.answer': 'failures',
  'challenge.cancel': null,
  'audit.stretch': null,
  'audit.export': 'listed',
  'policy.get': null,
  'pack.list': null,
  'pack.export': 'changed',
  'pack.read': null,
  'pack.accept': 'changed',
  'sessionEntry.confirmOrigins': 'changed',
  'backup.export': 'changed',
  'backup.read': null,
  'backup.restore': 'changed',
  'reason.give': null,
  'credentialEntry.setAsksReason': 'changed',
  'entry.favourite': null,
  'entry.duplicate': 'changed',
  'entries.delete': 'changed',
  'entries.restore': 'changed',
  'entries.link': 'changed',
  'entries.move': 'changed',
  'folder.save': 'changed',
  'folder.delete': 'changed',
  'folder.restore': 'changed',
  'folders.delete': 'changed',
  'folders.restore': 'changed',
  'credentialEntry.check': 'listed',
  'diagnostics.get': null,
  'steps.skip': null,
  'draft.list': null,
  'draft.keep': null,
} as const satisfies { readonly [Name in CommandName]: Kept | ((request: RequestOf<Name>) => Kept) };

const refusedRight: readonly FailureCode[] = ['not-allowed', 'administrator-only', 'entry-not-found', 'policy-forbids'];

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

const makesEntries: ReadonlySet<CommandName> = new Set([
  'credentialEntry.save',
  'sessionEntry.save',
  'remoteEntry.save',
  'entry.duplicate',
]);

const madeFolder = (answer: Result<unknown>): FolderId | null => (answer.ok ? (answer.value as FolderView).id : null);

/** The entry that a command has made, which its request could not name yet; null: none. */
const madeBy = (command: CommandName, answer: Result<unknown>): EntryId | null =>
  answer.ok && makesEntries.has(command) ? (answer.value as EntryView).id : null;

/** What a request says it is about. */
interface Named {
  readonly entryId?: EntryId | null;
  readonly passwordId?: PasswordId | null;
  readonly entryIds?: readonly EntryId[];
  readonly folderId?: FolderId | null;
  readonly folderIds?: readonly FolderId[];
}

/** What the event is about: one entry or none, each of several, or folders. */
async function subjectsOf(
  ports: SubjectPorts,
  command: CommandName,
  request: Named,
  answer: Result<unknown>,
): Promise<readonly AuditSubject[]> {
  // Of what was refused one record says enough: whoever may not do it must not fill the audit with it.
  if (command === 'primaryDomains.set' && answer.ok)
    return domainSubjects(ports, request as RequestOf<'primaryDomains.set'>);
  const { entryId = null, passwordId = null, entryIds = [], folderIds = [] } = request;
  const folders = command.startsWith('folder.') ? [request.folderId ?? madeFolder(answer)] : folderIds;
  const several = await Promise.all([
    ...entryIds.map((id) => subjectOf(ports, id, null, null)),
    ...folders.flatMap((id) => (id === null ? [] : folderSubject(ports, id))),
  ]);
  return several.length > 0 ? several : [await commandSubject(ports, entryId ?? madeBy(command, answer), passwordId)];
}

/** Writes down what a command did or was refused, before it is answered. */
export async function noteCommand(
  ports: SubjectPorts & Pick<Ports, 'audit'>,
  command: CommandName,
  request: unknown,
  answer: Result<unknown>,
): Promise<void> {
  const event = eventOf(actionOf(command, request as RequestOf<CommandName>), answer);
  if (event === null) return;
  const subjects = await subjectsOf(ports, command, request as Named, answer);
  await ports.audit.note(...subjects.map((subject) => ({ ...subject, ...event, by: command })));
}

/** The client of IT Glue, writing down every password value that comes from it, whoever asks. */
export const auditedItGlue = (itGlue: ItGlue, audit: Audit): ItGlue => ({
  ...itGlue,
  async password(access, id) {
    const answer = await itGlue.password(access, id);
    const { name = null, organizationId = null, organizationName = null } = answer.ok ? answer.value.summary : {};
    const outcome = answer.ok ? 'ok' : answer.failure.code;
    const told = { ...aboutNothing, passwordId: id, passwordName: name, organizationId, organizationName };
    await audit.note({ ...told, action: answer.ok ? 'fetched' : 'refused', by: 'it-glue', outcome });
    return answer;
  },
});
