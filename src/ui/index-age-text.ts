import type { IndexState } from '../domain/index-state.ts';
import { countText } from '../texts/count-text.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import { ageText } from './age-text.ts';
import { failureText } from './failure-text.ts';

/** How far a reading has come, over all keys. */
function progressText(states: readonly IndexState[]): string {
  const under = states.flatMap(({ syncing }) => (syncing === null ? [] : [syncing]));
  const pages = under.reduce((sum, { pages: read }) => sum + read, 0);
  const all = under.every(({ ofPages }) => ofPages !== null)
    ? under.reduce((sum, { ofPages }) => sum + (ofPages ?? 0), 0)
    : null;
  return all === null
    ? text('indexReadingPage', countText(pages))
    : text('indexReadingPageOf', countText(pages), countText(all));
}

/** How fresh what is found is, or why it is not. */
export function indexAgeText(states: readonly IndexState[], now: number): string {
  if (states.some(({ syncing }) => syncing !== null)) {
    const wait = Math.max(...states.map(({ waitSeconds }) => waitSeconds));
    return wait > 0 ? text('indexReadingWaits', countText(wait)) : progressText(states);
  }
  const failed = states.find(({ failure }) => failure !== null)?.failure ?? null;
  const never = states.some(({ syncedAt }) => syncedAt === null);
  const oldest = Math.min(...states.map(({ syncedAt }) => syncedAt ?? now));
  const partly = failed === null && states.some(({ coverage }) => coverage === 'partial');
  if (failed !== null) {
    const age = never ? text('indexNeverReadSentence') : text('indexSyncedSentence', ageText(oldest, now));
    return sentences(age, failureText(failed).sentence);
  }
  if (never) return text(partly ? 'indexNeverReadPartly' : 'indexNeverRead');
  return text(partly ? 'indexSyncedPartly' : 'indexSynced', ageText(oldest, now));
}
