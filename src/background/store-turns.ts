import type { SealedStore } from './ports.ts';

/** Runs one change of a kind of records at a time, so that each starts from what the one before it has left. */
export function storeTurns(): <Value>(store: SealedStore, change: () => Promise<Value>) => Promise<Value> {
  const turns = new WeakMap<SealedStore, Promise<unknown>>();
  return (store, change) => {
    const turn = (turns.get(store) ?? Promise.resolve()).then(change);
    turns.set(
      store,
      turn.catch(() => undefined),
    );
    return turn;
  };
}
