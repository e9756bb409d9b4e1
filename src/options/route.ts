import {
  type ApiKeyId,
  asId,
  type EntryId,
  type FolderId,
  type OrganizationId,
  type PasswordId,
} from '../domain/ids.ts';
import { type RemoteProtocol, remoteProtocols } from '../domain/remote-place.ts';

/** The IT Glue password that a new credential entry is to start with: by ids alone, whatever else is read from IT Glue. */
export interface WantedPassword {
  readonly apiKeyId: ApiKeyId;
  readonly organizationId: OrganizationId;
  readonly passwordId: PasswordId;
}

/** A place in the options page; null as id: a new one. */
export type Route =
  | { readonly page: 'entries' }
  | { readonly page: 'credential'; readonly id: EntryId | null; readonly wanted?: WantedPassword }
  | { readonly page: 'session'; readonly id: EntryId | null }
  | { readonly page: 'folder'; readonly id: FolderId | null }
  | { readonly page: 'remote'; readonly id: EntryId }
  | { readonly page: 'remote'; readonly id: null; readonly protocol: RemoteProtocol }
  /** Access to the sites of a session that is to be launched with that password. */
  | { readonly page: 'access'; readonly sessionId: EntryId; readonly passwordId: PasswordId | null }
  | { readonly page: 'keys' }
  | { readonly page: 'key'; readonly id: ApiKeyId | null }
  | { readonly page: 'key-check'; readonly id: ApiKeyId }
  /** `organizationId`: whose domain is to be named; null: nobody's in particular. */
  | { readonly page: 'key-domains'; readonly id: ApiKeyId; readonly organizationId: OrganizationId | null }
  | { readonly page: 'packs' }
  | { readonly page: 'audit' }
  | { readonly page: 'settings' }
  | { readonly page: 'shortcuts' }
  | { readonly page: 'diagnostics' };

const idOf = <Kind extends string>(text: string | undefined) =>
  text === undefined || text === 'new' ? null : asId<Kind>(text);

const isId = (text: string | undefined): text is string => text !== undefined && /^[\w-]+$/.test(text);

function wantedOf([apiKeyId, organizationId, passwordId]: readonly (string | undefined)[]) {
  if (!isId(apiKeyId) || !isId(organizationId) || !isId(passwordId)) return {};
  const wanted: WantedPassword = {
    apiKeyId: asId(apiKeyId),
    organizationId: asId(organizationId),
    passwordId: asId(passwordId),
  };
  return { wanted };
}

function remoteRoute(id: string | undefined, protocol: string | undefined): Route {
  if (id !== 'new') return isId(id) ? { page: 'remote', id: asId(id) } : { page: 'entries' };
  const known = remoteProtocols.find((one) => one === protocol);
  return known === undefined ? { page: 'entries' } : { page: 'remote', id: null, protocol: known };
}
const plainPages = ['settings', 'audit', 'packs', 'shortcuts', 'diagnostics'] as const;

/** Understands the hash of the page's address; what it does not know is the list of entries. */
export function parseRoute(hash: string): Route {
  const [page, id, ...more] = hash.replace(/^#\/?/, '').split('/');
  const plain = plainPages.find((name) => name === page);
  if (plain !== undefined) return { page: plain };
  if (page === 'keys' && more[0] === 'check' && isId(id)) return { page: 'key-check', id: asId<'api-key'>(id) };
  if (page === 'keys' && more[0] === 'domains' && isId(id))
    return { page: 'key-domains', id: asId(id), organizationId: isId(more[1]) ? asId(more[1]) : null };
  if (page === 'keys') return id === undefined ? { page } : { page: 'key', id: idOf<'api-key'>(id) };
  if (page === 'access' && isId(id))
    return { page, sessionId: asId(id), passwordId: isId(more[0]) ? asId(more[0]) : null };
  if (page === 'remote') return remoteRoute(id, more[0]);
  if (page === 'credential' && id === 'new') return { page, id: null, ...wantedOf(more) };
  if ((page === 'credential' || page === 'session') && id !== undefined) return { page, id: idOf<'entry'>(id) };
  if (page === 'folder' && id !== undefined) return { page, id: idOf<'folder'>(id) };
  return { page: 'entries' };
}

export const newRemoteHref = (protocol: RemoteProtocol): string => `#/remote/new/${protocol}`;

/** The hash of a route; it also names the route's draft. */
export function hrefOf(route: Route): string {
  if (route.page === 'entries') return '#/';
  if (route.page === 'access')
    return `#/access/${route.sessionId}${route.passwordId === null ? '' : `/${route.passwordId}`}`;
  if (route.page === 'remote' && route.id === null) return newRemoteHref(route.protocol);
  if (route.page === 'key-check') return `#/keys/${route.id}/check`;
  if (route.page === 'key-domains')
    return `#/keys/${route.id}/domains${route.organizationId === null ? '' : `/${route.organizationId}`}`;
  if (route.page === 'key') return `#/keys/${route.id ?? 'new'}`;
  if (route.page === 'credential' && route.id === null && route.wanted !== undefined) {
    const { apiKeyId, organizationId, passwordId } = route.wanted;
    return `#/credential/new/${apiKeyId}/${organizationId}/${passwordId}`;
  }
  return 'id' in route ? `#/${route.page}/${route.id ?? 'new'}` : `#/${route.page}`;
}

export const newCredentialHref = hrefOf({ page: 'credential', id: null });
export const newSessionHref = hrefOf({ page: 'session', id: null });
export const newFolderHref = hrefOf({ page: 'folder', id: null });
export const newKeyHref = hrefOf({ page: 'key', id: null });
