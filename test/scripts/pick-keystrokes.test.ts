import { expect, it } from 'vitest';
import { pickKeystrokes } from '../../scripts/bench/pick-keystrokes.ts';
import { pickTasks } from '../../scripts/bench/pick-tasks.ts';

it('fifty things that technicians look for among 20,000 take six keys in the middle, Enter included', () => {
  expect(pickTasks).toHaveLength(50);
  const { median, tasks } = pickKeystrokes();
  expect(median).toBeLessThanOrEqual(6);
  // Whatever is typed to its end leads to a row that can be reached: nothing is out of the list.
  for (const { task, keys } of tasks) expect(keys - task.typed.length, task.what).toBeLessThan(20);
});
