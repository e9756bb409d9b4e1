import * as v from 'valibot';
import { auditLimit } from '../domain/audit.ts';
import { backupLimits } from '../domain/backup.ts';
import { draftLimits } from '../domain/draft.ts';
import { sessionPlaces } from '../domain/entry.ts';
import { placeLimits } from '../domain/field-place.ts';
import { fieldRoles } from '../domain/fill.ts';
import type { ChallengeId } from '../domain/http-challenge.ts';
import type { ApiKeyId, EntryId, FolderId, OrganizationId, PasswordId } from '../domain/ids.ts';
import { lockLimits } from '../domain/lock.ts';
import { packDays, packLimits } from '../domain/pack.ts';
import type { PrimaryDomainChange } from '../domain/primary-domain.ts';
import { regions } from '../domain/region.ts';
import { remoteProtocols } from '../domain/remote-place.ts';
import type { CommandName, RequestOf } from './contract.ts';

/** As many entries or organizations as one command may name. */
const mostAtOnce = 5_000;

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const id = <Kind>() =>
  v.pipe(
    text(64),
    v.regex(/^[\w-]+$/),
    v.transform((value) => value as Kind),
  );
const entryId = id<EntryId>();
const folderId = id<FolderId>();
const apiKeyId = id<ApiKeyId>();
const organizationId = id<OrganizationId>();
const passwordId = id<PasswordId>();
const challengeId = id<ChallengeId>();
const passphrase = text(1024);
const rev = v.pipe(v.number(), v.integer(), v.minValue(1));
/** The browser counts tabs in 32 bits, and throws at what is more. */
const tabId = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_147_483_647));
/** The place of a record in the audit. */
const recordNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const within = ({ min, max }: { min: number; max: number }) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const permissions = v.strictObject({ view: v.boolean(), viewPassword: v.boolean(), edit: v.boolean() });
const damagedRecord = v.strictObject({
  kind: text(32),
  id: text(64),
  reason: v.picklist(['missing', 'tampered', 'malformed'] as const),
});
// An empty list would pass for an empty object.
const nothing = v.pipe(
  v.unknown(),
  v.check((body) => !Array.isArray(body)),
  v.strictObject({}),
);
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const host = text(2048);
/** What is written into a field of role `extra`. */
const furtherText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const entryIds = v.pipe(v.array(entryId), v.minLength(1), v.maxLength(mostAtOnce));
const place = {
  folderId: v.exactOptional(v.nullable(folderId)),
  inheritsPermissions: v.exactOptional(v.boolean()),
};

const link = { credentialEntryId: v.nullable(entryId), inheritsCredential: v.exactOptional(v.boolean()) };

const severalFolders = v.strictObject({
  folderIds: v.pipe(v.array(folderId), v.minLength(1), v.maxLength(mostAtOnce)),
  entryIds: v.pipe(v.array(entryId), v.maxLength(mostAtOnce)),
});

const indexQuestion = {
  query: text(1000),
  limit: within({ min: 1, max: 500 }),
  origin: v.nullable(text(2048)),
  organizationId: v.nullable(organizationId),
};

const domainChanges: v.GenericSchema<unknown, readonly PrimaryDomainChange<OrganizationId>[]> = v.pipe(
  v.array(v.strictObject({ organizationId, domain: v.nullable(host) })),
  v.minLength(1),
  v.maxLength(mostAtOnce),
);

/** The shape of every request. Unknown keys are refused, so a message cannot carry more than its command names. */
export const schemas = {
  'vault.status': nothing,
  'vault.create': v.strictObject({ passphrase }),
  'vault.unlock': v.strictObject({ passphrase }),
  'vault.lock': nothing,
  'vault.changePassphrase': v.strictObject({ current: passphrase, next: passphrase }),
  'vault.setTechnicianPassphrase': v.strictObject({ passphrase }),
  'vault.removeTechnician': nothing,
  'vault.discardDamaged': v.strictObject({ records: v.pipe(v.array(damagedRecord), v.maxLength(10_000)) }),
  'vault.erase': v.strictObject({ confirm: v.literal('erase') }),
  'settings.get': nothing,
  'settings.set': v.strictObject({
    idleMinutes: within(lockLimits.idleMinutes),
    capHours: within(lockLimits.capHours),
  }),
  'apiKey.list': nothing,
  'apiKey.set': v.strictObject({
    apiKeyId: v.nullable(apiKeyId),
    name,
    region: v.picklist(regions),
    key: text(4096),
    save: v.picklist(['never', 'if-accepted', 'anyway'] as const),
  }),
  'apiKey.test': v.strictObject({ apiKeyId }),
  'apiKey.health': v.strictObject({ apiKeyId }),
  'apiKey.delete': v.strictObject({ apiKeyId }),
  'organizations.list': v.strictObject({ entryId: v.nullable(entryId), apiKeyId, refresh: v.boolean() }),
  'passwords.list': v.strictObject({ entryId: v.nullable(entryId), apiKeyId, organizationId, refresh: v.boolean() }),
  'entries.list': nothing,
  'credentialEntry.save': v.strictObject({
    entryId: v.nullable(entryId),
    rev: v.nullable(rev),
    name,
    apiKeyId,
    organizationId: v.nullable(organizationId),
    selection: v.strictObject({
      mode: v.picklist(['password', 'always-prompt'] as const),
      passwordId: v.nullable(passwordId),
    }),
    permissions,
    ...place,
  }),
  'credentialEntry.setCode': v.strictObject({ entryId, rev, seed: v.nullable(text(4096)) }),
  'credentialEntry.setCodeCopy': v.strictObject({ entryId, rev, copy: v.boolean() }),
  'sessionEntry.save': v.strictObject({
    entryId: v.nullable(entryId),
    rev: v.nullable(rev),
    name,
    host,
    signInHosts: v.pipe(v.array(host), v.maxLength(20)),
    ...link,
    allowHttp: v.boolean(),
    autoSubmit: v.boolean(),
    sameOriginFrames: v.boolean(),
    httpAuth: v.boolean(),
    openIn: v.exactOptional(v.picklist(sessionPlaces)),
    ...place,
  }),
  'entry.delete': v.strictObject({ entryId, rev }),
  'entry.restore': v.strictObject({ entryId }),
  'credentials.list': v.strictObject({ entryId, refresh: v.boolean(), passwordId: v.exactOptional(passwordId) }),
  'credential.reveal': v.strictObject({
    entryId,
    passwordId: v.nullable(passwordId),
    purpose: v.picklist(['reveal', 'copy'] as const),
  }),
  'credential.code': v.strictObject({ entryId }),
  'credentials.search': v.strictObject({ entryId, ...indexQuestion }),
  'index.search': v.strictObject(indexQuestion),
  'index.state': nothing,
  'index.sync': v.strictObject({ apiKeyId: v.nullable(apiKeyId), full: v.boolean() }),
  'index.exclude': v.strictObject({
    apiKeyId,
    organizationIds: v.pipe(v.array(organizationId), v.maxLength(5000)),
  }),
  'primaryDomains.list': v.strictObject({ apiKeyId }),
  'primaryDomains.set': v.strictObject({
    apiKeyId,
    changes: domainChanges,
  }),
  'clipboard.clearLater': nothing,
  'page.front': nothing,
  'page.fill': v.strictObject({
    entryId,
    passwordId: v.nullable(passwordId),
    tabId,
    otherClient: v.exactOptional(v.boolean()),
    intoField: v.exactOptional(v.boolean()),
  }),
  'page.chooseField': v.strictObject({
    entryId,
    tabId,
    role: v.picklist(fieldRoles),
    text: v.nullable(furtherText),
  }),
  'sessionEntry.forgetField': v.strictObject({ entryId, origin: host, path: host, role: v.picklist(fieldRoles) }),
  'sessionEntry.restoreField': v.strictObject({
    entryId,
    choice: v.strictObject({
      origin: host,
      path: host,
      role: v.picklist(fieldRoles),
      steps: v.pipe(v.array(text(placeLimits.selector)), v.minLength(1), v.maxLength(placeLimits.steps)),
      text: v.nullable(furtherText),
    }),
  }),
  'page.explain': v.strictObject({ entryId, tabId }),
  'session.launch': v.strictObject({ entryId, passwordId: v.nullable(passwordId) }),
  'session.address': v.strictObject({ entryId, passwordId: v.nullable(passwordId) }),
  'containers.remove': nothing,
  'remoteEntry.save': v.strictObject({
    entryId: v.nullable(entryId),
    rev: v.nullable(rev),
    name,
    protocol: v.picklist(remoteProtocols),
    host: text(300),
    ...link,
    ...place,
  }),
  'remote.handOver': v.strictObject({ entryId, passwordId: v.nullable(passwordId) }),
  'challenge.get': v.strictObject({ challengeId }),
  'challenge.answer': v.strictObject({ challengeId, entryId, passwordId: v.nullable(passwordId) }),
  'challenge.cancel': v.strictObject({ challengeId }),
  'audit.stretch': v.strictObject({
    before: v.nullable(recordNumber),
    runs: within({ min: 1, max: 100 }),
  }),
  'audit.export': v.strictObject({
    seqs: v.nullable(v.pipe(v.array(recordNumber), v.maxLength(auditLimit))),
    format: v.picklist(['csv', 'json'] as const),
  }),
  'organization.pin': v.strictObject({
    tabId,
    organization: v.nullable(v.strictObject({ organizationId, organizationName: text(1000) })),
  }),
  'sessionEntry.remember': v.strictObject({ entryId, origin: v.nullable(host), passwordId }),
  'sessionEntry.forgetRemembered': v.strictObject({ entryId, origin: host, organizationId }),
  'policy.get': nothing,
  'pack.list': nothing,
  'pack.export': v.strictObject({
    packId: v.nullable(id<string>()),
    name,
    entryIds: v.pipe(v.array(entryId), v.minLength(1), v.maxLength(packLimits.entries)),
    days: within(packDays),
    policy: v.strictObject({
      disableAlwaysPrompt: v.boolean(),
      disableReveal: v.boolean(),
      disableCopy: v.boolean(),
      disableHttp: v.boolean(),
      lockIdleMinutesMax: within(lockLimits.idleMinutes),
      lockCapHoursMax: within(lockLimits.capHours),
    }),
  }),
  'pack.read': v.strictObject({ text: text(packLimits.characters), code: text(200) }),
  'pack.accept': v.strictObject({
    text: text(packLimits.characters),
    code: text(200),
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    passphrase: v.nullable(passphrase),
  }),
  'sessionEntry.confirmOrigins': v.strictObject({
    entryId,
    origins: v.pipe(v.array(host), v.maxLength(21)),
    otherAddress: v.exactOptional(v.boolean()),
  }),
  'backup.export': nothing,
  'backup.read': v.strictObject({ text: text(backupLimits.characters), passphrase }),
  'backup.restore': v.strictObject({ text: text(backupLimits.characters), passphrase }),
  'reason.give': v.strictObject({ entryId, reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)) }),
  'credentialEntry.setAsksReason': v.strictObject({ entryId, rev, asks: v.boolean() }),
  'entry.favourite': v.strictObject({ entryId, favourite: v.boolean() }),
  'entry.duplicate': v.strictObject({ entryId, name }),
  'entries.delete': v.strictObject({ entryIds }),
  'entries.restore': v.strictObject({ entryIds }),
  'entries.link': v.strictObject({ entryIds, credentialEntryId: v.nullable(entryId), inherits: v.boolean() }),
  'entries.move': v.strictObject({
    entryIds: v.pipe(v.array(entryId), v.maxLength(mostAtOnce)),
    folderIds: v.pipe(v.array(folderId), v.maxLength(mostAtOnce)),
    to: v.nullable(folderId),
  }),
  'folder.save': v.strictObject({
    folderId: v.nullable(folderId),
    rev: v.nullable(rev),
    name,
    parentId: v.nullable(folderId),
    permissions: v.nullable(permissions),
    credentialEntryId: v.nullable(entryId),
  }),
  'folder.delete': v.strictObject({ folderId, rev, inside: v.picklist(['move-up', 'delete'] as const) }),
  'folder.restore': v.strictObject({ folderId }),
  'folders.delete': severalFolders,
  'folders.restore': severalFolders,
  'credentialEntry.check': v.strictObject({ entryId }),
  'diagnostics.get': nothing,
  'steps.skip': v.strictObject({ skipped: v.boolean() }),
  'draft.list': nothing,
  'draft.keep': v.strictObject({ place: text(draftLimits.place), text: v.nullable(text(draftLimits.text)) }),
} as const satisfies { [Name in CommandName]: v.GenericSchema<unknown, RequestOf<Name>> };
