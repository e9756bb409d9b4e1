import * as v from 'valibot';
import { placesIn } from '../../domain/autofill-selectors.ts';
import type { Credential, OrganizationSummary, PasswordFolder, PasswordSummary } from '../../domain/credential.ts';
import { displayText } from '../../domain/display-text.ts';
import { asId, type OrganizationId } from '../../domain/ids.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { Secret } from '../../domain/secret.ts';
import {
  folderPage,
  type meta,
  organization,
  organizationPage,
  passwordPage,
  revealedPassword,
  singlePassword,
} from './it-glue-schemas.ts';

/** One page of a list, with what IT Glue says of the whole. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: number | null;
  readonly total: number | null;
  /** false: the reply had no `meta`, so it says nothing of further pages. */
  readonly told: boolean;
}

export type DecodedPassword = v.InferOutput<typeof singlePassword>;
export type DecodedOrganization = v.InferOutput<typeof organization>;

export const organizationSummary = ({ id: own, attributes }: DecodedOrganization): OrganizationSummary => ({
  id: asId<'organization'>(own),
  name: attributes.name,
  shortName: attributes['short-name'],
  statusName: attributes['organization-status-name'],
  parentId: attributes['parent-id'] === null ? null : asId<'organization'>(attributes['parent-id']),
});

export const passwordSummary = ({ id: own, attributes }: DecodedPassword): PasswordSummary => ({
  id: asId<'password'>(own),
  organizationId: asId<'organization'>(attributes['organization-id']),
  organizationName: attributes['organization-name'],
  name: attributes.name,
  username: attributes.username,
  url: attributes.url,
  categoryName: attributes['password-category-name'],
  ...(attributes['password-folder-id'] === null ? {} : { folderId: attributes['password-folder-id'] }),
  assetName: attributes['cached-resource-name'],
  restricted: attributes.restricted,
  archived: attributes.archived,
  vaulted: (attributes['vault-id'] ?? '') !== '',
  otpEnabled: attributes['otp-enabled'],
  passwordUpdatedAt: attributes['password-updated-at'],
  updatedAt: attributes['updated-at'],
});

interface DecodedPage<Raw> {
  readonly data: readonly Raw[];
  readonly meta: v.InferOutput<typeof meta>;
}

const pageOf = <Raw, Row>(page: DecodedPage<Raw>, summary: (raw: Raw) => Row): Page<Row> => ({
  rows: page.data.map(summary),
  next: page.meta?.['next-page'] ?? null,
  total: page.meta?.['total-count'] ?? null,
  told: page.meta !== null,
});

/** A page of organizations; null: not of this shape. What the validator says of it is dropped, since it quotes values. */
export function decodeOrganizations(body: unknown): Page<OrganizationSummary> | null {
  const decoded = v.safeParse(organizationPage, body, { abortEarly: true });
  return decoded.success ? pageOf(decoded.output, organizationSummary) : null;
}

/** A page of passwords without values; null: not of this shape. */
export function decodePasswords(body: unknown): Page<PasswordSummary> | null {
  const decoded = v.safeParse(passwordPage, body, { abortEarly: true });
  return decoded.success ? pageOf(decoded.output, passwordSummary) : null;
}

const mostFolders = 10;

/** Folders of one organization with their paths; null: not of this shape. Folders that are in each other in a circle end somewhere. */
export function decodeFolders(body: unknown, asked: OrganizationId): readonly PasswordFolder[] | null {
  const decoded = v.safeParse(folderPage, body, { abortEarly: true });
  if (!decoded.success) return null;
  const rows = decoded.output.data.filter(({ attributes }) => (attributes['organization-id'] ?? asked) === asked);
  const byId = new Map(rows.map((row) => [row.id, row.attributes]));
  const pathOf = (id: string | null, depth = 0): readonly string[] => {
    const folder = id === null || depth === mostFolders ? undefined : byId.get(id);
    return folder === undefined ? [] : [...pathOf(folder['parent-id'], depth + 1), folder.name];
  };
  return rows.map(({ id }) => ({ id, name: displayText(pathOf(id).join(' › ')) }));
}

/** The organization that was asked for; null: another one, or not of this shape. */
export function decodeOrganization(body: unknown, asked: string): OrganizationSummary | null {
  const decoded = v.safeParse(v.object({ data: organization }), body, { abortEarly: true });
  return decoded.success && decoded.output.data.id === asked ? organizationSummary(decoded.output.data) : null;
}

/** The password that was asked for, without its value; null: another one, or not of this shape. */
export function decodePassword(body: unknown, asked: string): PasswordSummary | null {
  const decoded = v.safeParse(v.object({ data: singlePassword }), body, { abortEarly: true });
  return decoded.success && decoded.output.data.id === asked ? passwordSummary(decoded.output.data) : null;
}

/** The password that was asked for, with its value, or why it has none that could be used. */
export function decodeCredential(body: unknown, asked: string): Result<Credential> {
  const decoded = v.safeParse(v.object({ data: revealedPassword }), body, { abortEarly: true });
  if (!decoded.success || decoded.output.data.id !== asked) return fail({ code: 'bad-response' });
  const summary = passwordSummary(decoded.output.data);
  const value = decoded.output.data.attributes.password;
  if (summary.vaulted) return fail({ code: 'password-vaulted' });
  if (summary.archived) return fail({ code: 'password-archived' });
  if (value === null) return fail({ code: 'no-password-access' });
  return value === ''
    ? fail({ code: 'password-empty' })
    : ok({ summary, value: new Secret(value), places: placesIn(decoded.output.data.attributes['autofill-selectors']) });
}
