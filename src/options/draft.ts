import { useState } from 'preact/hooks';

const stores = new Set<Map<string, unknown>>();

/** Typed text by route, in memory alone: it outlives an editor that gives way to the unlock form, and nothing else. */
export type Drafts<Value> = Map<string, Value>;

/** One kind of editor's drafts. Never for API keys or passphrases: those stay in their fields. */
export function createDrafts<Value>(): Drafts<Value> {
  const drafts = new Map<string, Value>();
  stores.add(drafts);
  return drafts;
}

/** Whoever unlocks with another passphrase, or starts over, must not find what the last person typed. */
export function forgetAllDrafts(): void {
  for (const drafts of stores) drafts.clear();
}

export interface DraftState<Value> {
  readonly draft: Value;
  readonly change: (next: Partial<Value>) => void;
  /** Keeps nothing; the form goes on showing what it shows, as it is about to close. */
  readonly forget: () => void;
  /** Back to the start, with nothing kept. */
  readonly reset: () => void;
}

/** An editor's state, kept under its route until it is reset. */
export function useDraft<Value extends object>(drafts: Drafts<Value>, key: string, start: Value): DraftState<Value> {
  const [draft, show] = useState(() => drafts.get(key) ?? start);
  const change = (next: Partial<Value>): void => {
    const changed = { ...(drafts.get(key) ?? draft), ...next };
    drafts.set(key, changed);
    show(changed);
  };
  const forget = (): void => {
    drafts.delete(key);
  };
  const reset = (): void => {
    forget();
    show(start);
  };
  return { draft, change, forget, reset };
}
