import type { CredentialEntry, SessionEntry } from './entry.ts';
import type { OrganizationId, PasswordId } from './ids.ts';
import { isSharedSite } from './shared-site.ts';
import type { TabClient } from './tab-client.ts';

/** What was chosen from the IT Glue credentials list of a session, to be taken again on the same site. */
export interface RememberedPassword {
  readonly origin: string;
  readonly organizationId: OrganizationId;
  readonly passwordId: PasswordId;
  /** As it was called when it was chosen; the id decides. */
  readonly passwordName: string;
}

type Place = Pick<RememberedPassword, 'origin' | 'organizationId'>;

/** How many choices a session remembers, over all its sites and organizations. */
export const mostRemembered = 500;

const isAt =
  (place: Place) =>
  ({ origin, organizationId }: Place): boolean =>
    origin === place.origin && organizationId === place.organizationId;

/** The choices without the one for this site and organization. */
export const withoutRemembered = (all: readonly RememberedPassword[], place: Place): readonly RememberedPassword[] =>
  all.filter((other) => !isAt(place)(other));

/** The choices with one more: one for each site and organization; the oldest of too many goes. */
export const withRemembered = (
  all: readonly RememberedPassword[],
  one: RememberedPassword,
): readonly RememberedPassword[] => [...withoutRemembered(all, one), one].slice(-mostRemembered);

interface Linked {
  readonly session: Pick<SessionEntry, 'origin' | 'signInOrigins' | 'rememberedPasswords'>;
  readonly credential: CredentialEntry;
}

/** Whose choice it would be: the entry's own organization, or with an entry of all organizations the client's. */
const organizationOf = ({ credential }: Linked, client: TabClient | null): OrganizationId | null =>
  credential.organizationId ?? client?.organizationId ?? null;

/**
 * What was remembered for a site; null: nothing, or the entry stands for one password and never prompts. `origin` null:
 * the session's own address, whatever it is for the client.
 */
export function rememberedAt(
  linked: Linked,
  origin: string | null,
  client: TabClient | null,
): RememberedPassword | null {
  const { session, credential } = linked;
  const organizationId = organizationOf(linked, client);
  if (credential.selection.mode !== 'always-prompt' || organizationId === null) return null;
  const place = origin ?? session.origin;
  const isThere = (one: string): boolean => (place === null ? !session.signInOrigins.includes(one) : one === place);
  return (
    session.rememberedPasswords.find((one) => one.organizationId === organizationId && isThere(one.origin)) ?? null
  );
}

/**
 * The same, where it is taken without asking: an address that many clients share is asked about until the tab works for
 * the very organization, or its window is pinned to it.
 */
export function rememberedFor(
  linked: Linked,
  origin: string | null,
  client: TabClient | null,
): RememberedPassword | null {
  const shared = origin !== null && isSharedSite(origin);
  if (shared && client?.organizationId !== organizationOf(linked, client)) return null;
  return rememberedAt(linked, origin, client);
}
