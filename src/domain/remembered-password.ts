import type { CredentialEntry } from './entry.ts';
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
export const mostRemembered = 100;

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
  readonly session: { readonly rememberedPasswords: readonly RememberedPassword[] };
  readonly credential: CredentialEntry;
}

/** What was remembered for a site; null: nothing, or the entry stands for one password and never prompts. */
export function rememberedAt({ session, credential }: Linked, origin: string): RememberedPassword | null {
  if (credential.selection.mode !== 'always-prompt') return null;
  return session.rememberedPasswords.find(isAt({ origin, organizationId: credential.organizationId })) ?? null;
}

/**
 * The same, where it is taken without asking: an address that many clients share is asked about until the tab works for
 * the very organization, or its window is pinned to it.
 */
export function rememberedFor(linked: Linked, origin: string, client: TabClient | null): RememberedPassword | null {
  if (isSharedSite(origin) && client?.organizationId !== linked.credential.organizationId) return null;
  return rememberedAt(linked, origin);
}
