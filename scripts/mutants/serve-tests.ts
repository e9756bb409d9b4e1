import { relative } from 'node:path';
import { createVitest } from 'vitest/node';
import type { TestOrder, TestRun } from './test-process.ts';

/** A test that is merely slow, on a busy machine, must not pass for one that noticed. */
const testTimeout = 60_000;

/** Runs tests of the folder it is started in, as often as the process that started it asks. */
const vitest = await createVitest('test', {
  watch: false,
  project: ['unit', 'mocking', 'ui'],
  bail: 1,
  testTimeout,
  hookTimeout: testTimeout,
  reporters: [{}],
});

/** A pattern for one test: Vitest prints its name with ` > ` between suites, and compares it with spaces. */
const patternOf = (name: string): RegExp =>
  new RegExp(`${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' > ', '( > | )')}$`);

async function run(tests: readonly string[], only: string | null): Promise<TestRun> {
  vitest.state.filesMap.clear();
  vitest.state.idMap.clear();
  if (only === null) vitest.resetGlobalTestNamePattern();
  else vitest.setGlobalTestNamePattern(patternOf(only));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    await vitest.globTestSpecifications([...tests]),
    false,
  );
  const failed = testModules.find((module) => module.state() === 'failed');
  const passed = failed === undefined && unhandledErrors.length === 0 && testModules.length > 0;
  if (failed === undefined) return { passed, failed: null };
  const [test] = failed.children.allTests('failed');
  return { passed, failed: [relative(process.cwd(), failed.moduleId), ...(test ? [test.fullName] : [])].join(' > ') };
}

process.on('message', (order: TestOrder) => {
  if ('changed' in order) vitest.invalidateFile(order.changed);
  else void run(order.run, order.only).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());
