import type { OrganizationSummary, PasswordSummary } from '../../domain/credential.ts';
import type { OrganizationId, PasswordId } from '../../domain/ids.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { ItGlue, ItGlueAccess } from '../ports.ts';
import {
  decodeCredential,
  decodeFolders,
  decodeOrganization,
  decodeOrganizations,
  decodePassword,
  decodePasswords,
} from './it-glue-decode.ts';
import type { Pace } from './it-glue-pages.ts';
import { probeConnection } from './it-glue-probe.ts';
import { type ItGlueWorld, type Listing, readList, readRecord } from './it-glue-reader.ts';

const allOrganizations: Listing<OrganizationSummary> = {
  collection: 'organizations',
  filter: {},
  decode: decodeOrganizations,
  belongs: () => true,
};

const passwordsOf = (organizationId: OrganizationId): Listing<PasswordSummary> => ({
  collection: 'passwords',
  filter: { 'filter[organization_id]': organizationId },
  decode: decodePasswords,
  belongs: (row) => row.organizationId === organizationId,
});

const passwordPath = (id: PasswordId, value: 'true' | 'false'): string =>
  `/passwords/${encodeURIComponent(id)}?show_password=${value}`;

/** More folders than a page holds keep no names. */
const foldersPath = (id: OrganizationId): string =>
  `/organizations/${encodeURIComponent(id)}/relationships/password_folders?${new URLSearchParams({ 'page[size]': '1000' })}`;

const orBadResponse = <Value>(value: Value | null): Result<Value> =>
  value === null ? fail({ code: 'bad-response' }) : ok(value);

/** IT Glue over its public API. No method throws; values come only from `password`, one request each. */
export function createItGlue(world: ItGlueWorld): ItGlue {
  const paces = new Map<string, Pace>();
  const paceOf = (list: string): Pace => {
    const pace = paces.get(list) ?? { step: 0 };
    paces.set(list, pace);
    return pace;
  };
  const password = (access: ItGlueAccess, id: PasswordId) =>
    readRecord(world, access, passwordPath(id, 'true'), (body) => decodeCredential(body, id));
  return {
    organizations: (access) => readList(world, access, allOrganizations, paceOf(access.region)),
    organization: (access, id) =>
      readRecord(world, access, `/organizations/${encodeURIComponent(id)}`, (body) =>
        orBadResponse(decodeOrganization(body, id)),
      ),
    passwords: (access, id) => readList(world, access, passwordsOf(id), paceOf(`${access.region}/${id}`)),
    folders: (access, id) =>
      readRecord(world, access, foldersPath(id), (body) => orBadResponse(decodeFolders(body, id))),
    passwordSummary: (access, id) =>
      readRecord(world, access, passwordPath(id, 'false'), (body) => orBadResponse(decodePassword(body, id))),
    password,
    probe: (access) => probeConnection(world, access, (id) => password(access, id)),
  };
}
