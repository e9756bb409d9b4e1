import { ask } from '../messaging/client.ts';

/** Fields by place, as they were last typed or read from the vault. */
const known = new Map<string, unknown>();
/** What was given up, while the vault stays unlocked: a slip of the hand can be undone. */
const givenUp = new Map<string, unknown>();
/** What the worker has not been told yet; null: to let go of it. */
const untold = new Map<string, string | null>();

/** Sends all of it at once. What is refused waits for the next time: after a lock, until it is unlocked. */
async function send(): Promise<'told' | 'refused'> {
  const told = [...untold];
  const answers = await Promise.all(told.map(([place, text]) => ask('draft.keep', { place, text })));
  for (const [index, [place, text]] of told.entries())
    if (answers[index]?.ok === true && untold.get(place) === text) untold.delete(place);
  return answers.every(({ ok }) => ok) ? 'told' : 'refused';
}

async function sendAll(): Promise<void> {
  // What is typed while an answer is awaited goes along with what follows it.
  while (untold.size > 0 && (await send()) === 'told');
}

let telling: Promise<void> | null = null;

/** Tells the worker what was typed, without a rest in between: a lock may come at any moment. */
export function tellDrafts(): Promise<void> {
  telling ??= sendAll().finally(() => {
    telling = null;
  });
  return telling;
}

function note(place: string, text: string | null): void {
  untold.set(place, text);
  void tellDrafts();
}

export function keepDraft(place: string, fields: unknown): void {
  known.set(place, fields);
  note(place, JSON.stringify(fields));
}

export function dropDraft(place: string): void {
  if (known.delete(place)) note(place, null);
}

/** Lets go of what a person does not want any more; it can be brought back. */
export function giveUpDraft(place: string): void {
  if (known.has(place)) givenUp.set(place, known.get(place));
  dropDraft(place);
}

export const givenUpAt = (place: string): unknown => givenUp.get(place);

export const forgetGivenUp = (place: string): boolean => givenUp.delete(place);

export const draftAt = (place: string): unknown => known.get(place);

/** Reads what is kept in the vault. What was typed here since counts as newer. */
export async function readDrafts(): Promise<void> {
  const kept = await ask('draft.list', {});
  if (!kept.ok) return;
  for (const { place, text } of kept.value)
    if (!untold.has(place)) {
      try {
        known.set(place, JSON.parse(text));
      } catch {
        // Of no use to anybody: the form starts as it is saved.
      }
    }
  await tellDrafts();
}

/** Locked: what the vault keeps is forgotten here, and comes back with it. */
export function lockDrafts(): void {
  givenUp.clear();
  for (const place of known.keys()) if (!untold.has(place)) known.delete(place);
}

/** Whoever unlocks with another passphrase, or starts over, must not find what the last person typed. */
export function forgetAllDrafts(): void {
  known.clear();
  givenUp.clear();
  untold.clear();
}

/** A page that is closed or covered may not come back: it tells at once, whatever answer is awaited. */
export function tellDraftsOnLeaving(): () => void {
  const leave = (): void => void send();
  const covered = (): void => {
    if (document.visibilityState === 'hidden') leave();
  };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', covered);
  return () => {
    removeEventListener('pagehide', leave);
    document.removeEventListener('visibilitychange', covered);
  };
}
