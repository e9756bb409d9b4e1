import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';

export interface Loaded<Value> {
  /** The last answer; kept while a newer one is awaited. */
  readonly value: Value | null;
  readonly failure: Failure | null;
  readonly waiting: boolean;
  readonly load: (how: () => Promise<Result<Value>>) => Promise<void>;
  readonly reload: () => void;
}

interface Answer<Value> {
  readonly value: Value | null;
  readonly failure: Failure | null;
  readonly waiting: boolean;
}

/**
 * What a page shows from the worker: asked when it appears and whenever `key` changes. A null key asks nothing. Late
 * answers to an earlier question are dropped.
 */
export function useLoaded<Value>(key: string | null, ask: () => Promise<Result<Value>>): Loaded<Value> {
  const [answer, setAnswer] = useState<Answer<Value>>({ value: null, failure: null, waiting: key !== null });
  const turn = useRef(0);
  const load = async (how: () => Promise<Result<Value>>): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    setAnswer((before) => ({ ...before, waiting: true }));
    const got = await how();
    if (mine !== turn.current) return;
    setAnswer((before) =>
      got.ok
        ? { value: got.value, failure: null, waiting: false }
        : { ...before, failure: got.failure, waiting: false },
    );
  };
  useEffect(() => {
    setAnswer({ value: null, failure: null, waiting: key !== null });
    if (key !== null) void load(ask);
    return () => {
      turn.current += 1;
    };
  }, [key]);
  return { ...answer, load, reload: () => void load(ask) };
}
