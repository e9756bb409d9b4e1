import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { demoKeys } from '../../../src/demo/demo-credentials.ts';
import { diskText } from '../vault/vault-world.ts';
import { elsewhere, type NamedFault, namedFaults } from './fault-list.ts';
import { ended, type FaultyWorld, faultyWorld } from './faulty-world.ts';
import { type Journey, journeys, prepared, type Step, taken } from './journeys.ts';

afterEach(() => void vi.useRealTimers());

const text = (value: unknown): string => inspect(value, { depth: 30, showHidden: true, maxStringLength: null });

/** Every place where neither a key nor a password value may ever lie. */
async function lyingAround(world: FaultyWorld): Promise<string> {
  const audit = await world.ports.audit.read();
  const memory = text([...world.area.values]);
  return [text(audit), memory, await diskText()].join('\n');
}

function secretsIn(said: string, world: FaultyWorld): readonly string[] {
  return [demoKeys.full, world.login.value].filter((secret) => said.includes(secret));
}

/** What a step says holds no key ever, and a value only where it was revealed or filled. */
function stepKeepsSecrets(step: Step, world: FaultyWorld): void {
  expect(text(step)).not.toContain(demoKeys.full);
  const revealed = step.what === 'credential.reveal' && step.end === 'ok';
  if (!revealed) expect(text(step.said)).not.toContain(world.login.value);
  if (step.end !== 'ok') expect(step.written).toEqual([]);
}

const entryIds = async (world: FaultyWorld): Promise<readonly string[]> => {
  const list = await world.ask('entries.list', {});
  return list.ok ? list.value.entries.map(({ id }) => id) : [list.failure.code];
};

const madeBy = ({ makes }: Journey, steps: readonly Step[]): number =>
  steps.filter(({ what, end }) => end === 'ok' && makes.includes(what)).length;

/** A journey while IT Glue is ill, and once more when it is well again. */
async function cell(journey: Journey, { fault }: NamedFault, times: number | null) {
  const world = faultyWorld();
  const made = await ended(world, prepared(world));
  const before = await entryIds(world);
  world.fake.faults.add({ fault, when: { host: 'api.itglue.com', ...(times === null ? {} : { times }) } });
  const steps = await ended(world, taken(journey, world, made));
  for (const step of steps) stepKeepsSecrets(step, world);
  world.fake.faults.clear();
  // A wait that IT Glue asked for goes by.
  world.clock.now += 400_000;
  const again = await ended(world, taken(journey, world, made));
  expect(again.map(({ end }) => end)).toEqual(journey.steps.map(() => 'ok'));
  const after = await entryIds(world);
  expect(after).toEqual(expect.arrayContaining([...before]));
  expect(after).toHaveLength(before.length + madeBy(journey, steps) + madeBy(journey, again));
  expect(secretsIn(await lyingAround(world), world)).toEqual([]);
  expect(world.fake.journal.entries.filter(({ host }) => host === elsewhere)).toEqual([]);
  return { steps, last: steps.at(-1)?.end };
}

describe.each(namedFaults)('$name', (named) => {
  it.each(journeys)('all the while: $name ends in its words, and goes well afterwards', async (journey) => {
    const { last } = await cell(journey, named, null);
    if (named.says.length === 0) expect(last).toBe('ok');
    else expect(named.says).toContain(last);
  });

  it.each(journeys)('once: $name ends well or in its words, and goes well afterwards', async (journey) => {
    const { last } = await cell(journey, named, 1);
    expect(['ok', ...named.says, ...(named.saysOnce ?? [])]).toContain(last);
  });
});

it('the search for secrets finds one where it lies', async () => {
  const world = faultyWorld();
  await ended(world, prepared(world));
  world.area.values.set('leak', [demoKeys.full, { deep: world.login.value }]);
  expect(secretsIn(await lyingAround(world), world)).toEqual([demoKeys.full, world.login.value]);
});
