import type { LiveChallenges } from './live-challenges.ts';
import type { LiveFills } from './live-fills.ts';
import type { UseCases } from './use-case.ts';
import { acceptPack } from './use-cases/accept-pack.ts';
import { changePassphrase } from './use-cases/change-passphrase.ts';
import { checkEntry } from './use-cases/check-entry.ts';
import { createAnswerChallenge, createCancelChallenge, createGetChallenge } from './use-cases/choose-answer.ts';
import { chooseField } from './use-cases/choose-field.ts';
import { clearClipboardLater } from './use-cases/clear-clipboard-later.ts';
import { confirmOrigins } from './use-cases/confirm-origins.ts';
import { createVault } from './use-cases/create-vault.ts';
import { deleteApiKey } from './use-cases/delete-api-key.ts';
import { deleteEntries, restoreEntries } from './use-cases/delete-entries.ts';
import { deleteEntry } from './use-cases/delete-entry.ts';
import { deleteFolder, restoreFolder } from './use-cases/delete-folder.ts';
import { deleteFolders, restoreFolders } from './use-cases/delete-folders.ts';
import { diagnose } from './use-cases/diagnose.ts';
import { discardDamaged } from './use-cases/discard-damaged.ts';
import { duplicateEntry } from './use-cases/duplicate-entry.ts';
import { eraseVault } from './use-cases/erase-vault.ts';
import { excludeOrganizations } from './use-cases/exclude-organizations.ts';
import { createExplainPage } from './use-cases/explain-page.ts';
import { exportAudit } from './use-cases/export-audit.ts';
import { exportBackup } from './use-cases/export-backup.ts';
import { exportPack, listPacks } from './use-cases/export-pack.ts';
import { createFillPage } from './use-cases/fill-page.ts';
import { forgetField } from './use-cases/forget-field.ts';
import { frontPage } from './use-cases/front-page.ts';
import { getPolicy } from './use-cases/get-policy.ts';
import { getSettings } from './use-cases/get-settings.ts';
import { giveReason } from './use-cases/give-reason.ts';
import { handOver } from './use-cases/hand-over.ts';
import { indexState } from './use-cases/index-state.ts';
import { keepDraft, listDrafts } from './use-cases/keep-draft.ts';
import { keyHealth } from './use-cases/key-health.ts';
import { createLaunchSession } from './use-cases/launch-session.ts';
import { linkEntries } from './use-cases/link-entries.ts';
import { listApiKeys } from './use-cases/list-api-keys.ts';
import { listCredentials } from './use-cases/list-credentials.ts';
import { listEntries } from './use-cases/list-entries.ts';
import { listOrganizations } from './use-cases/list-organizations.ts';
import { listPasswords } from './use-cases/list-passwords.ts';
import { listPrimaryDomains } from './use-cases/list-primary-domains.ts';
import { lockVault } from './use-cases/lock-vault.ts';
import { moveEntries } from './use-cases/move-entries.ts';
import { pinOrganization } from './use-cases/pin-organization.ts';
import { readPack } from './use-cases/read-pack.ts';
import { forgetPassword, rememberPassword } from './use-cases/remember-password.ts';
import { removeContainers } from './use-cases/remove-containers.ts';
import { removeTechnician } from './use-cases/remove-technician.ts';
import { readBackup, restoreBackup } from './use-cases/restore-backup.ts';
import { restoreEntry } from './use-cases/restore-entry.ts';
import { restoreField } from './use-cases/restore-field.ts';
import { revealCredential } from './use-cases/reveal-credential.ts';
import { saveCredentialEntry } from './use-cases/save-credential-entry.ts';
import { saveFolder } from './use-cases/save-folder.ts';
import { saveRemoteEntry } from './use-cases/save-remote-entry.ts';
import { saveSessionEntry } from './use-cases/save-session-entry.ts';
import { searchCredentials } from './use-cases/search-credentials.ts';
import { searchIndex } from './use-cases/search-index.ts';
import { sessionAddress } from './use-cases/session-address.ts';
import { setApiKey } from './use-cases/set-api-key.ts';
import { setAsksReason } from './use-cases/set-asks-reason.ts';
import { setCode } from './use-cases/set-code.ts';
import { setCodeCopy } from './use-cases/set-code-copy.ts';
import { setFavourite } from './use-cases/set-favourite.ts';
import { setPrimaryDomains } from './use-cases/set-primary-domains.ts';
import { setSettings } from './use-cases/set-settings.ts';
import { setTechnicianPassphrase } from './use-cases/set-technician-passphrase.ts';
import { showCode } from './use-cases/show-code.ts';
import { skipSteps } from './use-cases/skip-steps.ts';
import { stretchOfAudit } from './use-cases/stretch-of-audit.ts';
import { syncIndexes } from './use-cases/sync-indexes.ts';
import { testApiKey } from './use-cases/test-api-key.ts';
import { unlockVault } from './use-cases/unlock-vault.ts';
import { vaultStatus } from './use-cases/vault-status.ts';

/** Which verb answers which command. */
export const createUseCases = (live: LiveFills, challenges: LiveChallenges): UseCases => ({
  'vault.status': vaultStatus,
  'vault.create': createVault,
  'vault.unlock': unlockVault,
  'vault.lock': lockVault,
  'vault.changePassphrase': changePassphrase,
  'vault.setTechnicianPassphrase': setTechnicianPassphrase,
  'vault.removeTechnician': removeTechnician,
  'vault.discardDamaged': discardDamaged,
  'vault.erase': eraseVault,
  'settings.get': getSettings,
  'settings.set': setSettings,
  'apiKey.list': listApiKeys,
  'apiKey.set': setApiKey,
  'apiKey.test': testApiKey,
  'apiKey.health': keyHealth,
  'apiKey.delete': deleteApiKey,
  'organizations.list': listOrganizations,
  'passwords.list': listPasswords,
  'entries.list': listEntries,
  'credentialEntry.save': saveCredentialEntry,
  'credentialEntry.setCode': setCode,
  'credentialEntry.setCodeCopy': setCodeCopy,
  'sessionEntry.save': saveSessionEntry,
  'entry.delete': deleteEntry,
  'entry.restore': restoreEntry,
  'credentials.list': listCredentials,
  'credentials.search': searchCredentials,
  'credential.reveal': revealCredential,
  'credential.code': showCode,
  'index.search': searchIndex,
  'index.state': indexState,
  'index.sync': syncIndexes,
  'index.exclude': excludeOrganizations,
  'primaryDomains.list': listPrimaryDomains,
  'primaryDomains.set': setPrimaryDomains,
  'clipboard.clearLater': clearClipboardLater,
  'page.front': frontPage,
  'page.fill': createFillPage(live),
  'page.chooseField': chooseField,
  'sessionEntry.forgetField': forgetField,
  'sessionEntry.restoreField': restoreField,
  'page.explain': createExplainPage(live),
  'session.launch': createLaunchSession(live),
  'session.address': sessionAddress,
  'containers.remove': removeContainers,
  'remoteEntry.save': saveRemoteEntry,
  'remote.handOver': handOver,
  'challenge.get': createGetChallenge(challenges),
  'challenge.answer': createAnswerChallenge(challenges),
  'challenge.cancel': createCancelChallenge(challenges),
  'audit.stretch': stretchOfAudit,
  'audit.export': exportAudit,
  'organization.pin': pinOrganization,
  'sessionEntry.remember': rememberPassword,
  'sessionEntry.forgetRemembered': forgetPassword,
  'policy.get': getPolicy,
  'pack.list': listPacks,
  'pack.export': exportPack,
  'pack.read': readPack,
  'pack.accept': acceptPack,
  'sessionEntry.confirmOrigins': confirmOrigins,
  'backup.export': exportBackup,
  'backup.read': readBackup,
  'backup.restore': restoreBackup,
  'reason.give': giveReason,
  'credentialEntry.setAsksReason': setAsksReason,
  'entry.favourite': setFavourite,
  'entry.duplicate': duplicateEntry,
  'entries.delete': deleteEntries,
  'entries.restore': restoreEntries,
  'entries.link': linkEntries,
  'entries.move': moveEntries,
  'folder.save': saveFolder,
  'folder.delete': deleteFolder,
  'folder.restore': restoreFolder,
  'folders.delete': deleteFolders,
  'folders.restore': restoreFolders,
  'credentialEntry.check': checkEntry,
  'diagnostics.get': diagnose,
  'steps.skip': skipSteps,
  'draft.list': listDrafts,
  'draft.keep': keepDraft,
});
