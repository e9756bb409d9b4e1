import type { Right } from '../domain/failure.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CommandName, RequestOf } from './contract.ts';

/** The keys of a request that name an entry. */
type EntryKey<Request> = { [Key in keyof Request]: Request[Key] extends EntryId | null ? Key : never }[keyof Request] &
  string;

/** The keys of a request that name several entries. */
type EntriesKey<Request> = {
  [Key in keyof Request]: Request[Key] extends readonly EntryId[] ? Key : never;
}[keyof Request] &
  string;

/**
 * What a command needs before it is dispatched. A right is asked on the entry that the request names; a request that
 * may name none (a new entry) needs the administrator instead.
 */
export type Rule<On extends string = 'entryId', OnEach extends string = 'entryIds'> =
  | { readonly needs: 'nothing' | 'unlocked' | 'administrator' }
  /** An administrator; in the vault of a pack, which has none, its technician. */
  | { readonly needs: 'audit-reader' }
  /** Asked on a device that has no vault, it needs nothing. */
  | { readonly needs: 'unlocked' | 'administrator'; readonly orNoVault: true }
  | { readonly needs: Right; readonly on: On }
  /** Asked on each of the entries that the request names. */
  | { readonly needs: Right; readonly onEach: OnEach };

/** Leaving a rule out does not compile; a right on a command that names no entry does not compile either. */
export const rules = {
  'vault.status': { needs: 'nothing' },
  'vault.create': { needs: 'nothing' },
  'vault.unlock': { needs: 'nothing' },
  'vault.lock': { needs: 'nothing' },
  'vault.changePassphrase': { needs: 'unlocked' },
  'vault.setTechnicianPassphrase': { needs: 'administrator' },
  'vault.removeTechnician': { needs: 'administrator' },
  'vault.discardDamaged': { needs: 'administrator' },
  'vault.erase': { needs: 'nothing' },
  'settings.get': { needs: 'unlocked' },
  'settings.set': { needs: 'administrator' },
  'apiKey.list': { needs: 'unlocked' },
  'apiKey.set': { needs: 'administrator' },
  'apiKey.test': { needs: 'administrator' },
  'apiKey.health': { needs: 'administrator' },
  'apiKey.delete': { needs: 'administrator' },
  'organizations.list': { needs: 'edit', on: 'entryId' },
  'passwords.list': { needs: 'edit', on: 'entryId' },
  'entries.list': { needs: 'unlocked' },
  'credentialEntry.save': { needs: 'edit', on: 'entryId' },
  'credentialEntry.setCode': { needs: 'edit', on: 'entryId' },
  'credentialEntry.setCodeCopy': { needs: 'edit', on: 'entryId' },
  'credentialEntry.check': { needs: 'edit', on: 'entryId' },
  'sessionEntry.save': { needs: 'edit', on: 'entryId' },
  'entry.delete': { needs: 'edit', on: 'entryId' },
  'entry.restore': { needs: 'edit', on: 'entryId' },
  'credentials.list': { needs: 'view', on: 'entryId' },
  'credentials.search': { needs: 'view', on: 'entryId' },
  'credential.reveal': { needs: 'viewPassword', on: 'entryId' },
  'credential.code': { needs: 'viewPassword', on: 'entryId' },
  // A technician finds what an entry that always prompts would show: the use case looks at nothing else.
  'index.search': { needs: 'unlocked' },
  'index.state': { needs: 'unlocked' },
  'index.sync': { needs: 'unlocked' },
  'index.exclude': { needs: 'administrator' },
  // A domain decides where sessions lead: whoever may only edit one of them may not move the others.
  'primaryDomains.list': { needs: 'administrator' },
  'primaryDomains.set': { needs: 'administrator' },
  'clipboard.clearLater': { needs: 'nothing' },
  'page.front': { needs: 'unlocked' },
  'page.fill': { needs: 'view', on: 'entryId' },
  'page.chooseField': { needs: 'edit', on: 'entryId' },
  'sessionEntry.forgetField': { needs: 'edit', on: 'entryId' },
  'sessionEntry.restoreField': { needs: 'edit', on: 'entryId' },
  'page.explain': { needs: 'view', on: 'entryId' },
  'session.launch': { needs: 'view', on: 'entryId' },
  'session.address': { needs: 'view', on: 'entryId' },
  'containers.remove': { needs: 'unlocked' },
  'remoteEntry.save': { needs: 'edit', on: 'entryId' },
  // View password decides whether the password goes to the clipboard as well: the use case looks.
  'remote.handOver': { needs: 'view', on: 'entryId' },
  'challenge.get': { needs: 'nothing' },
  'challenge.answer': { needs: 'view', on: 'entryId' },
  'challenge.cancel': { needs: 'nothing' },
  // It gives no access to anything: it ranks, and it warns.
  'organization.pin': { needs: 'unlocked' },
  // Whoever may use the list may have it remember what was chosen: it is no Edit.
  'sessionEntry.remember': { needs: 'view', on: 'entryId' },
  'sessionEntry.forgetRemembered': { needs: 'view', on: 'entryId' },
  'audit.stretch': { needs: 'audit-reader' },
  'audit.export': { needs: 'audit-reader' },
  'policy.get': { needs: 'unlocked' },
  'pack.list': { needs: 'administrator' },
  'pack.export': { needs: 'administrator' },
  // By whom, and into which vault, a pack is taken is said by its signature and by the vault's slots: the use case looks.
  'pack.read': { needs: 'unlocked', orNoVault: true },
  'pack.accept': { needs: 'unlocked', orNoVault: true },
  'sessionEntry.confirmOrigins': { needs: 'view', on: 'entryId' },
  'backup.export': { needs: 'administrator' },
  'backup.read': { needs: 'administrator', orNoVault: true },
  'backup.restore': { needs: 'administrator', orNoVault: true },
  'reason.give': { needs: 'view', on: 'entryId' },
  // Whoever may edit an entry may not free its use of the question.
  'credentialEntry.setAsksReason': { needs: 'administrator' },
  // It orders a list: whoever sees the entry may have it at hand.
  'entry.favourite': { needs: 'view', on: 'entryId' },
  'entry.duplicate': { needs: 'edit', on: 'entryId' },
  'entries.delete': { needs: 'edit', onEach: 'entryIds' },
  'entries.restore': { needs: 'edit', onEach: 'entryIds' },
  'entries.link': { needs: 'edit', onEach: 'entryIds' },
  // Another place may mean other rights: whoever may move could raise their own.
  'entries.move': { needs: 'administrator' },
  'folder.save': { needs: 'administrator' },
  'folder.delete': { needs: 'administrator' },
  'folder.restore': { needs: 'administrator' },
  'folders.delete': { needs: 'administrator' },
  'folders.restore': { needs: 'administrator' },
  'diagnostics.get': { needs: 'unlocked' },
  'steps.skip': { needs: 'administrator' },
  'draft.list': { needs: 'unlocked' },
  'draft.keep': { needs: 'unlocked' },
} as const satisfies { readonly [Name in CommandName]: Rule<EntryKey<RequestOf<Name>>, EntriesKey<RequestOf<Name>>> };
