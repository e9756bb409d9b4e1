import type { Reason } from '../domain/search/ranking.ts';
import { text } from '../texts/text.ts';
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
      return text('reasonThisAddress');
    case 'same-host':
      return text('reasonThisHost');
    case 'same-domain':
      return text('reasonThisDomain');
    case 'organization':
      return pinned === null ? text('reasonThisClient') : text('reasonPinned', pinned);
    case 'similar-words':
      return text('reasonSimilarWords');
    case 'used-here':
      return text('reasonUsedHere', ageText(first.at, now));
    case 'used':
      return `used ${ageText(first.at, now)}`;
    case 'not-for-websites':
      return text('reasonNotForWebsites');
    case 'archived':
      return text('reasonArchived');
  }
}
