import type { MarkedRole } from './form-case.ts';

/** What a fill left in a page. The numbers are `data-tc`; -1: an input without one. */
export interface CaseResult {
  readonly id: string;
  readonly filled: Readonly<Record<MarkedRole, readonly number[]>>;
  /** `filled`, `partly`, `absent`, the reason of a refusal, or `failure:CODE`; `error` when the case could not be run. */
  readonly outcome: string;
  /** Marked inputs that nobody can see. */
  readonly unseen: readonly number[];
  /** From asking for the fill to its answer, in milliseconds. */
  readonly tookMs: number;
  readonly error?: string;
}

export const nothingFilled: CaseResult['filled'] = { username: [], password: [], otp: [] };
