import type { Failure } from './failure.ts';

export const connectionSteps = ['reachable', 'keyAccepted', 'metadata', 'passwordValues'] as const;

export type ConnectionStep = (typeof connectionSteps)[number];

/** `unknown`: an earlier step failed, or there was nothing to try it on. */
export type StepVerdict = 'yes' | 'no' | 'unknown';

/** What "Test connection" saw, step by step; `failure` says why the first `no` is one. */
export interface ConnectionReport {
  readonly steps: Readonly<Record<ConnectionStep, StepVerdict>>;
  readonly failure: Failure | null;
  readonly organizations: number | null;
}
