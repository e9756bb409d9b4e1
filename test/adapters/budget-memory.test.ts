import { expect, it } from 'vitest';
import { createBudgetMemory } from '../../src/background/adapters/budget-memory.ts';
import { createRequestBudget } from '../../src/background/adapters/request-budget.ts';
import { requestsSent } from '../../src/domain/request-budget.ts';
import { memoryArea } from '../background/vault/vault-world.ts';

const address = 'https://api.itglue.com/organizations';
const answers = async () => new Response('{}');

it('what an earlier worker sent counts for the next one, before it sends anything', async () => {
  const area = memoryArea();
  const worker = () =>
    createRequestBudget(
      () => 50_000,
      () => 0,
      createBudgetMemory(area),
    );
  const first = worker();
  for (let n = 0; n < 119; n += 1) await first.fetchFor('person', answers)(address);
  const second = worker();
  const ask = second.fetchFor('person', answers);
  expect((await ask(address)).status).toBe(200);
  expect((await ask(address)).status).toBe(429);
  expect(requestsSent(second.now('us'), 50_000)).toBe(120);
  expect(requestsSent(second.now('eu'), 50_000)).toBe(0);
});

it('what is there and cannot be read counts as nothing', async () => {
  const area = memoryArea();
  await area.set({ requests: { us: { tokens: 'many' } } });
  const budget = createRequestBudget(
    () => 1,
    () => 0,
    createBudgetMemory(area),
  );
  expect((await budget.fetchFor('person', answers)(address)).status).toBe(200);
});

it('a sync asks nothing more while IT Glue says that it is too much; a person may try', async () => {
  let sent = 0;
  const refused = async () => {
    sent += 1;
    return new Response(null, { status: 429, headers: { 'retry-after': '30' } });
  };
  let now = 50_000;
  const budget = createRequestBudget(
    () => now,
    () => 0,
  );
  await budget.fetchFor('background', refused)(address);
  const own = await budget.fetchFor('background', refused)(address);
  expect([own.status, own.headers.get('retry-after'), sent]).toEqual([429, '30', 1]);
  await budget.fetchFor('person', refused)(address);
  expect(sent).toBe(2);
  now += 31_000;
  await budget.fetchFor('background', refused)(address);
  expect(sent).toBe(3);
});
