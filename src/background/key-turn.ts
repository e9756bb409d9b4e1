import type { SealedStore } from './ports.ts';

const turns = new WeakMap<SealedStore, Promise<unknown>>();

/** Runs one change of API keys at a time: a note on an old key must not overwrite the one that just replaced it. */
export async function inKeyTurn<Value>(store: SealedStore, change: () => Promise<Value>): Promise<Value> {
  const before = turns.get(store) ?? Promise.resolve();
  const turn = before.then(change);
  turns.set(
    store,
    turn.catch(() => undefined),
  );
  return turn;
}
