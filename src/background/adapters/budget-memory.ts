import * as v from 'valibot';
import type { Storage } from 'webextension-polyfill';
import { budgetShape } from '../index/index-shapes.ts';
import type { BudgetMemory } from './request-budget.ts';

const key = 'requests';
const shape = v.record(v.string(), budgetShape);

/** How many requests were sent, in the browser's session memory: numbers and nothing else. */
export const createBudgetMemory = (area: Pick<Storage.StorageArea, 'get' | 'set'>): BudgetMemory => ({
  async read() {
    const kept = v.safeParse(shape, (await area.get(key))[key]);
    return kept.success ? kept.output : {};
  },
  write: (budgets) => area.set({ [key]: budgets }),
});
