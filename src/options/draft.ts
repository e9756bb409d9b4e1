import { useRef, useState } from 'preact/hooks';
import { draftAt, dropDraft, keepDraft } from './draft-keeper.ts';

/** One kind of form. */
export interface Drafts<Value> {
  readonly at: (key: string, start: Value) => Value | null;
  readonly keep: (key: string, value: Value) => void;
  readonly drop: (key: string) => void;
}

/** A kept text may be of an older form: it counts only where it has all the fields that the form has now. */
function fits<Value extends object>(kept: unknown, start: Value): kept is Value {
  return typeof kept === 'object' && kept !== null && Object.keys(start).every((field) => field in kept);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What was typed into forms of this kind: in memory while unlocked, sealed in the vault, so that it outlives the page and
 * a lock. Never for API keys, passphrases or seeds: those stay in their fields.
 */
export function createDrafts<Value extends object>(kind: string): Drafts<Value> {
  const placeOf = (key: string): string => `${kind} ${key}`;
  return {
    at: (key, start) => {
      const kept = draftAt(placeOf(key));
      return fits(kept, start) && !same(kept, start) ? kept : null;
    },
    keep: (key, value) => keepDraft(placeOf(key), value),
    drop: (key) => dropDraft(placeOf(key)),
  };
}

export interface DraftState<Value> {
  readonly draft: Value;
  /** The form began with what was typed into it another time. */
  readonly kept: boolean;
  readonly change: (next: Partial<Value>) => void;
  /** Keeps nothing; the form goes on showing what it shows, as it is about to close. */
  readonly forget: () => void;
  /** Back to the start, with nothing kept. */
  readonly reset: () => void;
}

/** A form's state, kept under its key until it is saved or given up. */
export function useDraft<Value extends object>(drafts: Drafts<Value>, key: string, start: Value): DraftState<Value> {
  const [first] = useState(() => drafts.at(key, start));
  const [kept, setKept] = useState(first !== null);
  const [draft, show] = useState(first ?? start);
  // Several changes may come before the next look at the form.
  const newest = useRef(draft);
  const change = (next: Partial<Value>): void => {
    newest.current = { ...newest.current, ...next };
    if (same(newest.current, start)) drafts.drop(key);
    else drafts.keep(key, newest.current);
    show(newest.current);
  };
  const forget = (): void => {
    drafts.drop(key);
    setKept(false);
  };
  const reset = (): void => {
    forget();
    newest.current = start;
    show(start);
  };
  return { draft, kept, change, forget, reset };
}
