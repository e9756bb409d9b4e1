import type { Reason } from '../domain/search/ranking.ts';
import { ageText } from './age-text.ts';

/**
 * Why a record stands where it does, in a few words; null: for no reason that is worth a word. `pinned`: what to call the
 * organization that the window is pinned to, where that is the one that was ranked for.
 */
export function reasonText(why: readonly Reason[], now: number, pinned: string | null = null): string | null {
  const [first] = why;
  if (first === undefined) return null;
  switch (first.because) {
    case 'same-address':
      return 'this address';
    case 'same-host':
      return 'this host';
    case 'same-domain':
      return 'this domain';
    case 'organization':
      return pinned === null ? 'this client' : `${pinned}: pinned`;
    case 'similar-words':
      return 'similar words';
    case 'used-here':
      return `used here ${ageText(first.at, now)}`;
    case 'used':
      return `used ${ageText(first.at, now)}`;
    case 'not-for-websites':
      return 'not for websites';
    case 'archived':
      return 'archived';
  }
}
