import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Asker,
  type Budget,
  budgetAfterRefusal,
  budgetAfterRequest,
  budgetLimits,
  budgetWait,
  freshBudget,
  requestsSent,
} from '../../src/domain/request-budget.ts';

const { burst, reserve, ownRequests, windowMs } = budgetLimits;

/** Asks as often as it may, the clock going on in such steps; gives the times. */
function requests(steps: readonly { readonly ms: number; readonly asker: Asker }[]): readonly number[] {
  let [budget, now] = [freshBudget(0), 0];
  const times: number[] = [];
  for (const { ms, asker } of steps) {
    now += ms;
    while (budgetWait(budget, asker, now) === 0) {
      budget = budgetAfterRequest(budget, now);
      times.push(now);
    }
  }
  return times;
}

const most = (times: readonly number[]): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));

const spent = (count: number, at = 0): Budget => {
  let budget = freshBudget(at);
  for (let n = 0; n < count; n += 1) budget = budgetAfterRequest(budget, at);
  return budget;
};

describe('the request budget', () => {
  it('is a fifth of 3,000 in five minutes', () => expect(ownRequests).toBe(600));

  it('is never more in any five minutes, however it is asked', () => {
    const step = fc.record({
      ms: fc.integer({ min: 0, max: 60_000 }),
      asker: fc.constantFrom<Asker>('person', 'background'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        expect(most(requests(steps))).toBeLessThanOrEqual(ownRequests);
      }),
      { numRuns: 60 },
    );
  });

  it('a sync leaves the reserve to people', () => {
    expect(requests([{ ms: 0, asker: 'background' }])).toHaveLength(burst - reserve);
    expect(
      requests([
        { ms: 0, asker: 'background' },
        { ms: 0, asker: 'person' },
      ]),
    ).toHaveLength(burst);
  });

  it('says how long to wait, and then it may be asked', () => {
    const budget = spent(burst);
    const wait = budgetWait(budget, 'person', 0);
    expect(wait).toBeGreaterThan(0);
    expect(budgetWait(budget, 'person', wait)).toBe(0);
    expect(budgetWait(budget, 'person', wait - 2)).toBeGreaterThan(0);
    expect(budgetWait(budget, 'background', wait)).toBeGreaterThan(0);
  });

  it('a refusal silences the sync for as long as it says, and not the person', () => {
    const budget = budgetAfterRefusal(freshBudget(0), 90_000, 0);
    expect(budgetWait(budget, 'background', 0)).toBe(90_000);
    expect(budgetWait(budget, 'background', 90_000)).toBe(0);
    expect(budgetWait(budget, 'person', 0)).toBe(0);
    const shorter = budgetAfterRefusal(budget, 1000, 10_000);
    expect(budgetWait(shorter, 'background', 10_000)).toBe(80_000);
  });

  it('after a refusal nothing is left of a burst but what is kept for people', () => {
    const budget = budgetAfterRefusal(freshBudget(0), 100, 0);
    expect(budgetWait(budget, 'background', 100)).toBeGreaterThan(0);
    expect(budgetWait(budget, 'person', 100)).toBe(0);
  });

  it('a clock that is set back gives nothing', () => {
    expect(budgetWait(spent(burst, 100_000), 'person', 0)).toBeGreaterThan(0);
  });

  it('counts what was sent within the last five minutes', () => {
    let budget = spent(7, 5_000);
    for (let at = 20_000; at < 25_000; at += 1_000) budget = budgetAfterRequest(budget, at);
    expect(requestsSent(budget, 25_000)).toBe(12);
    expect(requestsSent(budget, windowMs + 15_000)).toBe(5);
    expect(requestsSent(budget, windowMs + 25_000)).toBe(0);
    expect(budgetAfterRequest(budget, windowMs * 3).sent).toHaveLength(1);
    expect(requestsSent(budgetAfterRefusal(budget, 1_000, 26_000), 26_000)).toBe(12);
  });
});
