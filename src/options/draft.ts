import { useRef, useState } from 'preact/hooks';
import { draftAt, dropDraft, forgetGivenUp, givenUpAt, giveUpDraft, keepDraft } from './draft-keeper.ts';

/** One kind of form. */
export interface Drafts<Value> {
  readonly at: (key: string, start: Value) => Value | null;
  readonly keep: (key: string, value: Value) => void;
  readonly drop: (key: string) => void;
  readonly giveUp: (key: string) => void;
  /** What was given up last; null: nothing, or it is forgotten. */
  readonly givenUp: (key: string, start: Value) => Value | null;
  readonly forgetGivenUp: (key: string) => void;
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
  const useful = (kept: unknown, start: Value): Value | null => (fits(kept, start) && !same(kept, start) ? kept : null);
  return {
    at: (key, start) => useful(draftAt(placeOf(key)), start),
    givenUp: (key, start) => useful(givenUpAt(placeOf(key)), start),
    giveUp: (key) => giveUpDraft(placeOf(key)),
    forgetGivenUp: (key) => void forgetGivenUp(placeOf(key)),
    keep: (key, value) => keepDraft(placeOf(key), value),
    drop: (key) => dropDraft(placeOf(key)),
  };
}

/** What is left of an earlier time: `kept`: the form began with it; `given-up`: it can be brought back. */
export interface KeptTyping {
  readonly state: 'none' | 'kept' | 'given-up';
  readonly bringBack: () => void;
}

export interface DraftState<Value> {
  readonly draft: Value;
  readonly kept: KeptTyping;
  readonly change: (next: Partial<Value>) => void;
  /** Keeps nothing; the form goes on showing what it shows, as it is about to close. */
  readonly forget: () => void;
  /** Back to the start; what was typed can be brought back for a while. */
  readonly reset: () => void;
}

/** A form's state, kept under its key until it is saved or given up. */
export function useDraft<Value extends object>(drafts: Drafts<Value>, key: string, start: Value): DraftState<Value> {
  const [first] = useState(() => drafts.at(key, start));
  const [state, setState] = useState<KeptTyping['state']>(
    first !== null ? 'kept' : drafts.givenUp(key, start) === null ? 'none' : 'given-up',
  );
  const [draft, show] = useState(first ?? start);
  // Several changes may come before the next look at the form.
  const newest = useRef(draft);
  const change = (next: Partial<Value>): void => {
    newest.current = { ...newest.current, ...next };
    if (same(newest.current, start)) drafts.drop(key);
    else drafts.keep(key, newest.current);
    if (state === 'given-up') setState('none');
    drafts.forgetGivenUp(key);
    show(newest.current);
  };
  const forget = (): void => {
    drafts.drop(key);
    drafts.forgetGivenUp(key);
    setState('none');
  };
  const reset = (): void => {
    drafts.giveUp(key);
    setState(drafts.givenUp(key, start) === null ? 'none' : 'given-up');
    newest.current = start;
    show(start);
  };
  const bringBack = (): void => {
    const before = drafts.givenUp(key, start);
    if (before !== null) change(before);
    setState('none');
  };
  return { draft, kept: { state, bringBack }, change, forget, reset };
}
