import type { IndexState } from '../domain/index-state.ts';
import { ageText } from './age-text.ts';
import { failureText } from './failure-text.ts';

/** How far a reading has come, over all keys. */
function progressText(states: readonly IndexState[]): string {
  const under = states.flatMap(({ syncing }) => (syncing === null ? [] : [syncing]));
  const pages = under.reduce((sum, { pages: read }) => sum + read, 0);
  const all = under.every(({ ofPages }) => ofPages !== null)
    ? under.reduce((sum, { ofPages }) => sum + (ofPages ?? 0), 0)
    : null;
  return all === null ? `Reading IT Glue: page ${pages}…` : `Reading IT Glue: page ${pages} of ${all}…`;
}

/** How fresh what is found is, or why it is not. */
export function indexAgeText(states: readonly IndexState[], now: number): string {
  if (states.some(({ syncing }) => syncing !== null)) {
    const wait = Math.max(...states.map(({ waitSeconds }) => waitSeconds));
    return wait > 0 ? `Reading IT Glue goes on in ${wait} s` : progressText(states);
  }
  const failed = states.find(({ failure }) => failure !== null)?.failure ?? null;
  const never = states.some(({ syncedAt }) => syncedAt === null);
  const oldest = Math.min(...states.map(({ syncedAt }) => syncedAt ?? now));
  const age = never ? 'IT Glue was not read yet' : `Synced ${ageText(oldest, now)}`;
  if (failed !== null) return `${age}. ${failureText(failed).sentence}`;
  return states.some(({ coverage }) => coverage === 'partial') ? `${age}, in part` : age;
}
