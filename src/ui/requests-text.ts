import type { IndexState } from '../domain/index-state.ts';
import { budgetLimits } from '../domain/request-budget.ts';
import { countText } from '../texts/count-text.ts';
import { plural } from '../texts/plural.ts';
import { sentences } from '../texts/sentences.ts';

/** What this browser has asked of IT Glue lately, what that leaves of its share, and what it waits for. */
export function requestsText({ requestsSent, waitSeconds }: IndexState): string {
  const { ownRequests, windowRequests } = budgetLimits;
  const limits = [ownRequests, windowRequests, Math.max(0, ownRequests - requestsSent)].map(countText);
  return sentences(
    plural('indexRequestsSent', requestsSent, ...limits),
    waitSeconds > 0 ? plural('indexRequestsWait', waitSeconds) : null,
  );
}
