import { displayText } from '../domain/display-text.ts';
import type { AuditBy } from '../messaging/contract-audit.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

/** What earlier versions wrote down, and records of theirs still say. */
type Earlier = 'audit.list';

/** What stands behind an event, in words: a command without them does not compile. */
const doings: Readonly<Record<AuditBy | Earlier, TextKey>> = {
  'vault.status': 'auditByStatus',
  'vault.create': 'optionsStepVaultMade',
  'vault.unlock': 'auditByUnlock',
  'vault.lock': 'menuLock',
  'vault.changePassphrase': 'auditByChangePassphrase',
  'vault.setTechnicianPassphrase': 'optionsSetTechnicianPassphrase',
  'vault.removeTechnician': 'auditByRemoveTechnician',
  'vault.discardDamaged': 'auditByDiscardDamaged',
  'vault.erase': 'optionsEraseThisVault',
  'settings.get': 'auditByReadSettings',
  'settings.set': 'auditByChangeSettings',
  'apiKey.list': 'auditByListKeys',
  'apiKey.set': 'auditBySaveKey',
  'apiKey.test': 'auditByTestKey',
  'apiKey.health': 'auditByKeyHealth',
  'apiKey.delete': 'auditByDeleteKey',
  'organizations.list': 'auditByListOrganizations',
  'passwords.list': 'auditByListPasswords',
  'organization.pin': 'auditByPin',

  // entries and folders
  'entries.list': 'auditByListEntries',
  'credentialEntry.save': 'auditBySaveCredential',
  'credentialEntry.setCode': 'auditBySetCode',
  'credentialEntry.setCodeCopy': 'auditBySetCodeCopy',
  'credentialEntry.setAsksReason': 'auditByAsksReason',
  'credentialEntry.check': 'auditByCheckEntry',
  'sessionEntry.save': 'auditBySaveSession',
  'sessionEntry.forgetField': 'auditByForgetField',
  'sessionEntry.restoreField': 'auditByRestoreField',
  'sessionEntry.remember': 'auditByRemember',
  'sessionEntry.forgetRemembered': 'auditByForgetRemembered',
  'sessionEntry.confirmOrigins': 'auditByConfirmOrigins',
  'remoteEntry.save': 'auditBySaveRemote',
  'entry.delete': 'auditByDeleteEntry',
  'entry.restore': 'auditByRestoreEntry',
  'entry.duplicate': 'auditByDuplicateEntry',
  'entry.favourite': 'auditByFavourite',
  'entries.delete': 'auditByDeleteEntries',
  'entries.restore': 'auditByRestoreEntries',
  'entries.link': 'auditByLinkEntries',
  'entries.move': 'auditByMoveEntries',
  'folder.save': 'auditBySaveFolder',
  'folder.delete': 'auditByDeleteFolder',
  'folder.restore': 'auditByRestoreFolder',
  'folders.delete': 'auditByDeleteFolders',
  'folders.restore': 'auditByRestoreFolders',

  // what entries are used for
  'credentials.list': 'auditByListCredentials',
  'credentials.search': 'auditBySearchPasswords',
  'credential.reveal': 'auditByReveal',
  'credential.code': 'auditByCode',
  'session.launch': 'auditByLaunch',
  'session.address': 'auditByAddress',
  'remote.handOver': 'auditByHandOver',
  'page.front': 'auditByFrontPage',
  'page.fill': 'commandFillPage',
  'page.explain': 'auditByExplain',
  'page.chooseField': 'auditByChooseField',
  'challenge.get': 'auditBySeeChallenge',
  'challenge.answer': 'auditByAnswerChallenge',
  'challenge.cancel': 'auditByCancelChallenge',
  'clipboard.clearLater': 'auditByClearClipboard',
  'containers.remove': 'optionsContainersRemove',
  'reason.give': 'auditByGiveReason',

  'index.search': 'auditBySearchPasswords',
  'index.state': 'auditByIndexState',
  'index.sync': 'auditByIndexSync',
  'index.exclude': 'auditByIndexExclude',
  'primaryDomains.list': 'auditByListDomains',
  'primaryDomains.set': 'auditBySetDomains',
  'audit.stretch': 'auditByReadAudit',
  'audit.export': 'auditByExportAudit',
  'policy.get': 'auditByReadPolicy',
  'pack.list': 'auditByListPacks',
  'pack.export': 'auditByMakePack',
  'pack.read': 'auditByReadPack',
  'pack.accept': 'auditByAcceptPack',
  'backup.export': 'optionsSaveABackup',
  'backup.read': 'auditByReadBackup',
  'backup.restore': 'optionsRestoreBackupHeading',
  'diagnostics.get': 'auditByDiagnostics',
  'steps.skip': 'auditBySkipSteps',
  'draft.list': 'auditByListDrafts',
  'draft.keep': 'auditByKeepDraft',

  // no command
  launch: 'auditByLaunch',
  front: 'commandFillPage',
  'it-glue': 'kindCredentialShort',
  policy: 'auditByManagedPolicy',
  audit: 'optionsAudit',
  'audit.list': 'auditByReadAudit',
};

const isKnown = (by: string): by is AuditBy | Earlier => Object.hasOwn(doings, by);

/** The command or the gesture behind an event. A code of another version stays as it is. */
export const auditByText = (by: string): string => (isKnown(by) ? text(doings[by]) : displayText(by));
