import type { IndexState } from '../domain/index-state.ts';
import { budgetLimits } from '../domain/request-budget.ts';
import { countText } from '../texts/count-text.ts';
import { plural } from '../texts/plural.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';

/** What this browser has asked of IT Glue lately, what that leaves of its share, and what it waits for. */
export function requestsText({ requestsSent, waitSeconds }: IndexState): string {
  const { ownRequests, windowRequests } = budgetLimits;
  const left = countText(Math.max(0, ownRequests - requestsSent));
  return sentences(
    plural('requestsSent', requestsSent, countText(ownRequests), countText(windowRequests), left),
    waitSeconds > 0 ? text('requestsWait', countText(waitSeconds)) : null,
  );
}
