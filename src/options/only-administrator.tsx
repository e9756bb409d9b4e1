import type { TextKey } from '../texts/text-key.ts';
import { useAdministratorsText } from './administrators-text.ts';

/** In place of a page that is an administrator's: why a technician finds nothing there. */
export function OnlyAdministrator({ of }: { readonly of: TextKey }) {
  return <p class="empty">{useAdministratorsText(of)}</p>;
}
