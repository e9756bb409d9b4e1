import type { IndexState } from '../domain/index-state.ts';
import { budgetLimits } from '../domain/request-budget.ts';

const number = (value: number): string => value.toLocaleString();

/** What this browser has asked of IT Glue lately, what that leaves of its share, and what it waits for. */
export function requestsText({ requestsSent, waitSeconds }: IndexState): string {
  const { ownRequests, windowRequests } = budgetLimits;
  const sent = `${number(requestsSent)} ${requestsSent === 1 ? 'request' : 'requests'}`;
  const left = number(Math.max(0, ownRequests - requestsSent));
  const share = `of the ${number(ownRequests)} that this browser takes of IT Glue’s ${number(windowRequests)}, ${left} are left`;
  const wait = waitSeconds > 0 ? ` Reading waits ${number(waitSeconds)} s, so that others can ask.` : '';
  return `${sent} to IT Glue in the last 5 minutes: ${share}.${wait}`;
}
