import { type ApiKeyId, asId, type EntryId } from '../domain/ids.ts';

/** A place in the options page; null as id: a new one. */
export type Route =
  | { readonly page: 'entries' }
  | { readonly page: 'credential'; readonly id: EntryId | null }
  | { readonly page: 'session'; readonly id: EntryId | null }
  | { readonly page: 'keys' }
  | { readonly page: 'key'; readonly id: ApiKeyId | null }
  | { readonly page: 'settings' };

const idOf = <Kind extends string>(text: string | undefined) =>
  text === undefined || text === 'new' ? null : asId<Kind>(text);

/** Understands the hash of the page's address; what it does not know is the list of entries. */
export function parseRoute(hash: string): Route {
  const [page, id] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'settings') return { page };
  if (page === 'keys') return id === undefined ? { page } : { page: 'key', id: idOf<'api-key'>(id) };
  if ((page === 'credential' || page === 'session') && id !== undefined) return { page, id: idOf<'entry'>(id) };
  return { page: 'entries' };
}

/** The hash of a route; it also names the route's draft. */
export function hrefOf(route: Route): string {
  if (route.page === 'entries') return '#/';
  if (route.page === 'key') return `#/keys/${route.id ?? 'new'}`;
  return 'id' in route ? `#/${route.page}/${route.id ?? 'new'}` : `#/${route.page}`;
}

export const newCredentialHref = hrefOf({ page: 'credential', id: null });
export const newSessionHref = hrefOf({ page: 'session', id: null });
export const newKeyHref = hrefOf({ page: 'key', id: null });
