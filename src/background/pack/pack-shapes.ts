import * as v from 'valibot';
import type { Entry } from '../../domain/entry.ts';
import { fieldRoles } from '../../domain/fill.ts';
import { type Folder, folderChain, liveFolders } from '../../domain/folder.ts';
import { hostOwner, resolveHost } from '../../domain/host-template.ts';
import type { ApiKeyId, EntryId, FolderId, OrganizationId, PasswordId } from '../../domain/ids.ts';
import { lockLimits } from '../../domain/lock.ts';
import { type PackFacts, type PackPolicy, type PackSeries, type PackState, packLimits } from '../../domain/pack.ts';
import { regions } from '../../domain/region.ts';
import { parseRemotePlace, remotePlaceText, remoteProtocols } from '../../domain/remote-place.ts';
import { Secret } from '../../domain/secret.ts';
import { type CodeSeed, codeAlgorithms, codeLimits } from '../../domain/totp.ts';
import type { ApiKeyRecord } from '../ports.ts';

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const name = v.pipe(text(400), v.minLength(1));
const id = <Kind>() =>
  v.pipe(
    text(64),
    v.regex(/^[\w-]+$/),
    v.transform((value) => value as Kind),
  );
const within = ({ min, max }: { readonly min: number; readonly max: number }) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const time = v.pipe(v.number(), v.integer(), v.minValue(0));
const secret = v.pipe(
  text(4096),
  v.minLength(1),
  v.transform((value) => new Secret(value)),
);
const base64url = v.pipe(text(200), v.regex(/^[\w-]+$/));
const address = text(2048);

const policyShape: v.GenericSchema<unknown, PackPolicy> = v.strictObject({
  disableAlwaysPrompt: v.boolean(),
  disableReveal: v.boolean(),
  disableCopy: v.boolean(),
  disableHttp: v.boolean(),
  lockIdleMinutesMax: within(lockLimits.idleMinutes),
  lockCapHoursMax: within(lockLimits.capHours),
});

const facts = {
  packId: id<string>(),
  name: v.pipe(text(200), v.minLength(1)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  issuedAt: time,
  expiresAt: time,
};

/** What a technician's vault keeps of its pack. */
export const packStateShape: v.GenericSchema<unknown, PackState> = v.strictObject({
  ...facts,
  signer: base64url,
  policy: policyShape,
  seenAt: time,
  confirmed: v.record(id<EntryId>(), v.array(address)) as v.GenericSchema<unknown, PackState['confirmed']>,
});

export const packSeriesShape: v.GenericSchema<unknown, PackSeries> = v.strictObject({
  ...facts,
  policy: policyShape,
  entryIds: v.array(id<EntryId>()),
});

const apiKey = v.strictObject({
  id: id<ApiKeyId>(),
  name,
  region: v.picklist(regions),
  addedAt: time,
  replacedAt: v.nullable(time),
  lastSuccessAt: v.nullable(time),
  key: secret,
});

const codeFacts = {
  algorithm: v.picklist(codeAlgorithms),
  digits: within(codeLimits.digits),
  periodSeconds: within(codeLimits.periodSeconds),
  issuer: v.nullable(text(400)),
};

// Edit is no right that a pack can give: whoever holds it could point an entry at another password.
const permissions = v.strictObject({ view: v.boolean(), viewPassword: v.boolean(), edit: v.literal(false) });

const fieldChoice = v.strictObject({
  origin: address,
  path: address,
  role: v.picklist(fieldRoles),
  steps: v.pipe(v.array(text(1000)), v.maxLength(20)),
  text: v.nullable(text(200)),
});

const common = {
  id: id<EntryId>(),
  rev: v.literal(1),
  name,
  deletedAt: v.null(),
  folderId: v.exactOptional(id<FolderId>()),
  inheritsPermissions: v.exactOptional(v.literal(true)),
};

const folder: v.GenericSchema<unknown, Folder> = v.strictObject({
  id: id<FolderId>(),
  rev: v.literal(1),
  name,
  parentId: v.nullable(id<FolderId>()),
  permissions: v.nullable(permissions),
  credentialEntryId: v.null(),
  deletedAt: v.null(),
});

const credential = v.strictObject({
  ...common,
  kind: v.literal('credential'),
  apiKeyId: id<ApiKeyId>(),
  organizationId: id<OrganizationId>(),
  organizationName: text(1000),
  organizationShortName: v.nullable(text(1000)),
  organizationPrimaryDomain: v.exactOptional(text(253)),
  selection: v.variant('mode', [
    v.strictObject({
      mode: v.literal('password'),
      passwordId: id<PasswordId>(),
      passwordName: text(1000),
      username: v.nullable(text(1000)),
    }),
    v.strictObject({ mode: v.literal('always-prompt') }),
  ]),
  permissions,
  code: v.nullable(v.strictObject(codeFacts)),
  copyCode: v.boolean(),
  asksReason: v.exactOptional(v.boolean()),
});

const session = v.strictObject({
  ...common,
  kind: v.literal('session'),
  hostTemplate: v.nullable(address),
  startUrl: address,
  origin: address,
  signInOrigins: v.pipe(v.array(address), v.maxLength(20)),
  credentialEntryId: id<EntryId>(),
  allowHttp: v.boolean(),
  autoSubmit: v.boolean(),
  sameOriginFrames: v.boolean(),
  fieldChoices: v.pipe(v.array(fieldChoice), v.maxLength(100)),
  rememberedPasswords: v.strictTuple([]),
  httpAuth: v.boolean(),
  openIn: v.exactOptional(v.picklist(['container', 'private'] as const)),
});

const remote = v.strictObject({
  ...common,
  kind: v.literal('remote'),
  protocol: v.picklist(remoteProtocols),
  host: text(300),
  port: v.nullable(within({ min: 1, max: 65_535 })),
  credentialEntryId: id<EntryId>(),
});

const entry: v.GenericSchema<unknown, Entry> = v.variant('kind', [credential, session, remote]);

const seed = v.strictObject({ entryId: id<EntryId>(), ...codeFacts, secret });

const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** What a pack carries. */
export interface PackContents extends PackFacts {
  readonly policy: PackPolicy;
  readonly apiKeys: readonly ApiKeyRecord[];
  /** Those around the entries, up to the top. */
  readonly folders: readonly Folder[];
  readonly entries: readonly Entry[];
  /** Seeds of one-time codes, of the credential entries that have one. */
  readonly seeds: readonly PackedSeed[];
}

export interface PackedSeed extends CodeSeed {
  readonly entryId: EntryId;
}

/** Whether the parts of a pack belong together: no id twice, no link to what is not in it. */
function coherent({ apiKeys, folders, entries, seeds }: PackContents): boolean {
  const places = liveFolders(folders);
  const keys = new Set<string>(apiKeys.map((key) => key.id));
  const credentials = new Set<string>(entries.flatMap((one) => (one.kind === 'credential' ? [one.id] : [])));
  return (
    unique(apiKeys.map((key) => key.id)) &&
    unique(folders.map((one) => one.id)) &&
    folders.every((one) => folderChain(places, one.id) !== null) &&
    entries.every((one) => one.folderId === undefined || places.has(one.folderId)) &&
    unique(entries.map((one) => one.id)) &&
    unique(seeds.map(({ entryId }) => entryId)) &&
    seeds.every(({ entryId }) => credentials.has(entryId)) &&
    entries.every((one) =>
      one.kind === 'credential' ? keys.has(one.apiKeyId) : credentials.has(one.credentialEntryId ?? ''),
    )
  );
}

/** Whether every address of a session is written the way that this extension writes it, and so means what it says. */
function canonical(one: Entry, byId: ReadonlyMap<string, Entry>): boolean {
  if (one.kind === 'credential') return true;
  if (one.kind === 'remote') {
    const place = parseRemotePlace(remotePlaceText(one));
    return place.ok && place.value.host === one.host && place.value.port === one.port;
  }
  const linked = byId.get(one.credentialEntryId ?? '');
  const owner = hostOwner(linked?.kind === 'credential' ? linked : null);
  // One of all organizations is in no pack.
  const organization = owner === 'each' ? null : owner;
  const main = resolveHost(one.hostTemplate ?? one.startUrl ?? '', organization, one.allowHttp);
  const further = one.signInOrigins.map((origin) => resolveHost(origin, null, one.allowHttp));
  return (
    main.ok &&
    main.value.origin === one.origin &&
    main.value.url === one.startUrl &&
    further.every((host, at) => host.ok && host.value.origin === one.signInOrigins[at])
  );
}

function sound(contents: PackContents): boolean {
  const byId = new Map<string, Entry>(contents.entries.map((one) => [one.id, one]));
  return coherent(contents) && contents.entries.every((one) => canonical(one, byId));
}

const parts: v.GenericSchema<unknown, PackContents> = v.strictObject({
  ...facts,
  policy: policyShape,
  apiKeys: v.pipe(v.array(apiKey), v.maxLength(packLimits.apiKeys)),
  // Packs that were made before there were folders have none.
  folders: v.optional(v.pipe(v.array(folder), v.maxLength(packLimits.entries)), []),
  entries: v.pipe(v.array(entry), v.maxLength(packLimits.entries)),
  seeds: v.pipe(v.array(seed), v.maxLength(packLimits.entries)),
});

/** Strict: what a pack may not carry (a host of an API, a KDF, code, a right to edit) has no place in it. */
export const packContentsShape: v.GenericSchema<unknown, PackContents> = v.pipe(parts, v.check(sound));

const file = v.strictObject({
  format: v.literal('linked-vault-pack'),
  v: v.literal(1),
  kdf: v.strictObject({
    alg: v.literal('argon2id'),
    m: v.pipe(v.number(), v.integer()),
    t: v.pipe(v.number(), v.integer()),
    p: v.pipe(v.number(), v.integer()),
    salt: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
  }),
  iv: base64url,
  ct: v.pipe(v.string(), v.maxLength(packLimits.characters), v.regex(/^[\w-]+$/)),
});

export type PackFile = v.InferOutput<typeof file>;

/** The outside of a pack's file: how its key is derived, and the rest sealed. */
export const packFileShape: v.GenericSchema<unknown, PackFile> = file;

export const signedShape = v.strictObject({ signer: base64url, signature: base64url, body: v.string() });
