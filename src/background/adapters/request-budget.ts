import { regionAt } from '../../domain/endpoint.ts';
import type { Region } from '../../domain/region.ts';
import {
  type Asker,
  type Budget,
  budgetAfterRefusal,
  budgetAfterRequest,
  budgetWait,
  freshBudget,
} from '../../domain/request-budget.ts';
import type { Now, RequestBudget } from '../ports.ts';
import { waitSeconds } from './it-glue-failure.ts';
import type { Fetch } from './it-glue-request.ts';

/** How our own refusal to ask is told from IT Glue's. */
export const ownRefusal = 'Own budget';

/** A refusal sends every client of the key away for the same time: a part of it more keeps them from coming back at once. */
const jitter = 0.25;

export interface CountingBudget extends RequestBudget {
  /** `fetch` for this asker: counted, and answered 429 by ourselves where the budget is used up. */
  readonly fetchFor: (asker: Asker, send: Fetch) => Fetch;
}

const regionOf = (input: Parameters<Fetch>[0]): Region | undefined => {
  const { origin } = new URL(input instanceof Request ? input.url : input);
  return regionAt(origin);
};

/** Where a worker leaves its counts to the next one. */
export interface BudgetMemory {
  read(): Promise<Readonly<Record<string, Budget>>>;
  write(budgets: Readonly<Record<string, Budget>>): Promise<void>;
}

const forgetful: BudgetMemory = { read: async () => ({}), write: async () => undefined };

/** The budget of each region. Whether IT Glue counts by key or by account is not known, so all keys of a region share one. */
export function createRequestBudget(now: Now, random: () => number, memory: BudgetMemory = forgetful): CountingBudget {
  const budgets = new Map<Region, Budget>();
  const set = (region: Region, budget: Budget): void => {
    budgets.set(region, budget);
    void memory.write(Object.fromEntries(budgets)).catch(() => undefined);
  };
  // An earlier worker's requests count before one of this worker's is sent.
  const known = memory.read().then(
    (kept) => {
      for (const [region, budget] of Object.entries(kept)) budgets.set(region as Region, budget);
    },
    () => undefined,
  );
  const of = (region: Region): Budget => budgets.get(region) ?? freshBudget(now());
  const fetchFor =
    (asker: Asker, send: Fetch): Fetch =>
    async (input, init) => {
      const region = regionOf(input);
      if (region === undefined) return send(input, init);
      await known;
      const wait = budgetWait(of(region), asker, now());
      if (wait > 0)
        return new Response(null, {
          status: 429,
          statusText: ownRefusal,
          headers: { 'retry-after': String(Math.ceil(wait / 1000)) },
        });
      set(region, budgetAfterRequest(of(region), now()));
      const response = await send(input, init);
      if (response.status === 429) {
        const seconds = waitSeconds(response.headers.get('retry-after'), now());
        set(region, budgetAfterRefusal(of(region), seconds * 1000 * (1 + jitter * random()), now()));
      }
      return response;
    };
  return {
    fetchFor,
    wait: (region, asker) => budgetWait(of(region), asker, now()),
    restore: (region, written) => {
      const own = budgets.get(region);
      if (own === undefined || written.at > own.at) budgets.set(region, written);
    },
    now: of,
  };
}
