import * as v from 'valibot';
import type { Draft } from '../domain/draft.ts';
import type { CredentialEntry, Entry } from '../domain/entry.ts';
import type { FieldChoice } from '../domain/field-choice.ts';
import { fieldRoles } from '../domain/fill.ts';
import type { Folder } from '../domain/folder.ts';
import type { ApiKeyId, EntryId, FolderId, OrganizationId, PasswordId } from '../domain/ids.ts';

import type { KeyDay } from '../domain/key-health.ts';
import type { LockSettings } from '../domain/lock.ts';
import type { Marks } from '../domain/marks.ts';
import type { PrimaryDomains } from '../domain/primary-domain.ts';
import { regions } from '../domain/region.ts';
import type { RememberedPassword } from '../domain/remembered-password.ts';
import { remoteProtocols } from '../domain/remote-place.ts';
import { type RecordKind, recordKinds, type SealedRecord } from '../domain/sealed.ts';
import { Secret } from '../domain/secret.ts';
import { type CodeSeed, codeAlgorithms } from '../domain/totp.ts';
import { decoded } from './decoded.ts';
import { packSeriesShape, packStateShape } from './pack/pack-shapes.ts';
import type { ApiKeyRecord, SigningKey, StoredContents, StoredKind } from './ports.ts';

const asId = <Id extends string>() =>
  v.pipe(
    v.string(),
    v.transform((text) => text as Id),
  );
const time = v.number();
const secret = v.pipe(
  v.string(),
  v.transform((text) => new Secret(text)),
);

const apiKey: v.GenericSchema<unknown, ApiKeyRecord> = v.object({
  id: asId<ApiKeyId>(),
  name: v.string(),
  region: v.picklist(regions),
  addedAt: time,
  replacedAt: v.nullable(time),
  lastSuccessAt: v.nullable(time),
  key: secret,
});

const codeFacts = {
  algorithm: v.picklist(codeAlgorithms),
  digits: v.number(),
  periodSeconds: v.number(),
  issuer: v.nullable(v.string()),
};

const codeSeed: v.GenericSchema<unknown, CodeSeed> = v.object({
  ...codeFacts,
  secret,
});

const common = {
  id: asId<EntryId>(),
  rev: v.number(),
  name: v.string(),
  deletedAt: v.nullable(time),
  folderId: v.exactOptional(asId<FolderId>()),
  inheritsPermissions: v.exactOptional(v.literal(true)),
};

const permissions = v.object({ view: v.boolean(), viewPassword: v.boolean(), edit: v.boolean() });

const fieldChoice: v.GenericSchema<unknown, FieldChoice> = v.object({
  origin: v.string(),
  path: v.string(),
  role: v.picklist(fieldRoles),
  steps: v.array(v.string()),
  text: v.nullable(v.string()),
});

const rememberedPassword: v.GenericSchema<unknown, RememberedPassword> = v.object({
  origin: v.string(),
  organizationId: asId<OrganizationId>(),
  passwordId: asId<PasswordId>(),
  passwordName: v.string(),
});

const alwaysPrompt = v.object({ mode: v.literal('always-prompt') });

const everyCredential = {
  ...common,
  kind: v.literal('credential'),
  apiKeyId: asId<ApiKeyId>(),
  permissions,
  code: v.optional(v.nullable(v.object(codeFacts)), null),
  copyCode: v.optional(v.boolean(), false),
  asksReason: v.exactOptional(v.boolean()),
};

const credential: v.GenericSchema<unknown, CredentialEntry> = v.union([
  v.object({
    ...everyCredential,
    organizationId: asId<OrganizationId>(),
    organizationName: v.string(),
    organizationShortName: v.optional(v.nullable(v.string()), null),
    organizationPrimaryDomain: v.exactOptional(v.string()),
    selection: v.variant('mode', [
      v.object({
        mode: v.literal('password'),
        passwordId: asId<PasswordId>(),
        passwordName: v.string(),
        username: v.nullable(v.string()),
      }),
      alwaysPrompt,
    ]),
  }),
  v.object({
    ...everyCredential,
    organizationId: v.null(),
    organizationName: v.null(),
    organizationShortName: v.null(),
    selection: alwaysPrompt,
  }),
]);

const link = {
  credentialEntryId: v.nullable(asId<EntryId>()),
  inheritsCredential: v.exactOptional(v.literal(true)),
};

const entry: v.GenericSchema<unknown, Entry> = v.union([
  credential,
  v.object({
    ...common,
    kind: v.literal('session'),
    hostTemplate: v.optional(v.nullable(v.string()), null),
    startUrl: v.nullable(v.string()),
    origin: v.nullable(v.string()),
    signInOrigins: v.array(v.string()),
    ...link,
    allowHttp: v.boolean(),
    autoSubmit: v.boolean(),
    sameOriginFrames: v.optional(v.boolean(), false),
    fieldChoices: v.optional(v.array(fieldChoice), []),
    rememberedPasswords: v.optional(v.array(rememberedPassword), []),
    // Sealed before there was this switch: off.
    httpAuth: v.optional(v.boolean(), false),
    openIn: v.exactOptional(v.picklist(['container', 'private'] as const)),
  }),
  v.object({
    ...common,
    kind: v.literal('remote'),
    protocol: v.picklist(remoteProtocols),
    host: v.string(),
    port: v.nullable(v.number()),
    ...link,
  }),
]);

const folder: v.GenericSchema<unknown, Folder> = v.object({
  id: asId<FolderId>(),
  rev: v.number(),
  name: v.string(),
  parentId: v.nullable(asId<FolderId>()),
  permissions: v.nullable(permissions),
  credentialEntryId: v.nullable(asId<EntryId>()),
  deletedAt: v.nullable(time),
  movedUp: v.exactOptional(v.object({ entryIds: v.array(asId<EntryId>()), folderIds: v.array(asId<FolderId>()) })),
});

const settings: v.GenericSchema<unknown, LockSettings> = v.object({ idleMinutes: v.number(), capHours: v.number() });

const signingKey: v.GenericSchema<unknown, SigningKey> = v.object({ publicKey: v.string(), privateKey: secret });
const marks: v.GenericSchema<unknown, Marks> = v.object({
  favourites: v.array(asId<EntryId>()),
  recents: v.array(asId<EntryId>()),
  stepsSkipped: v.exactOptional(v.boolean()),
});

const drafts: v.GenericSchema<unknown, { readonly drafts: readonly Draft[] }> = v.object({
  drafts: v.array(v.object({ place: v.string(), text: v.string() })),
});

const containers = v.object({ ofOrganization: v.record(v.string(), v.string()) });

const primaryDomains: v.GenericSchema<unknown, PrimaryDomains> = v.object({
  ofOrganization: v.record(v.string(), v.string()),
});

const count = v.number();
const keyHealth: v.GenericSchema<unknown, { readonly days: readonly KeyDay[] }> = v.object({
  days: v.array(v.object({ day: count, refused: v.object({ 401: count, 403: count, 429: count }) })),
});

const contents: { readonly [Kind in StoredKind]: v.GenericSchema<unknown, StoredContents[Kind]> } = {
  'api-key': apiKey,
  entry,
  folder,
  settings,
  'code-seed': codeSeed,
  pack: packStateShape,
  'pack-series': packSeriesShape,
  'signing-key': signingKey,
  marks,
  drafts,
  'key-health': keyHealth,
  containers,
  'primary-domains': primaryDomains,
};

const catalog = v.record(v.string(), v.number());
const record: v.GenericSchema<unknown, SealedRecord> = v.object({
  v: v.number(),
  kid: v.string(),
  kind: v.picklist(recordKinds),
  id: v.string(),
  rev: v.number(),
  iv: v.string(),
  ct: v.string(),
});

/** Which records there are: `kind/id` to revision. */
export type Catalog = Readonly<Record<string, number>>;

/** null: what was sealed is not of this kind's shape. */
export const decodeContent = <Kind extends StoredKind>(kind: Kind, value: unknown): StoredContents[Kind] | null =>
  decoded(contents[kind], value);
export const decodeCatalog = (value: unknown): Catalog | null => decoded(catalog, value);
export const decodeRecord = (value: unknown): SealedRecord | null => decoded(record, value);

/** Kinds that hold a secret: opened for one use, never kept. */
export const secretKinds: readonly RecordKind[] = ['api-key', 'code-seed', 'signing-key'];

/** What is sealed of a content: plain data, with its secret in clear for the cipher alone. */
export const plainContent = (content: object): object =>
  Object.fromEntries(
    Object.entries(content).map(([key, value]) => [key, value instanceof Secret ? value.expose() : value]),
  );
