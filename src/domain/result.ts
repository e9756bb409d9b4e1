import type { Failure } from './failure.ts';

/** What a step that may be told no gives back. A thrown error is a bug, never a no. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value });

export const fail = (failure: Failure): Result<never> => ({ ok: false, failure });
