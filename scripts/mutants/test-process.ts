import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A run that takes longer does not end: the line kept something from going on for ever. */
const longestMs = 300_000;

/** What the process is told: to run these files, one test of them where it is named; or that a file is another now. */
export type TestOrder =
  | { readonly run: readonly string[]; readonly only: string | null }
  | { readonly changed: string };

/** How tests ended. */
export interface TestRun {
  readonly passed: boolean;
  /** The test that failed, as Vitest names it behind its file; null: none did, or the run did not end. */
  readonly failed: string | null;
}

const noEnd: TestRun = { passed: false, failed: null };

/** A process in a copy of the checkout that stays, so that not every run has to begin with Vitest itself. */
export function testProcess(folder: string) {
  let child: ChildProcess | null = null;
  const living = (): ChildProcess => {
    child ??= spawn(process.execPath, ['scripts/run.mjs', 'scripts/mutants/serve-tests.ts'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // A group of its own: what a test keeps going on for ever is in a process of its process.
      detached: true,
    });
    return child;
  };
  const tell = (order: TestOrder) => living().send(order);
  const end = async () => {
    const last = child;
    child = null;
    if (last === null || last.exitCode !== null || last.signalCode !== null) return;
    const ended = once(last, 'exit');
    if (last.pid !== undefined) process.kill(-last.pid, 'SIGKILL');
    await ended;
  };
  return {
    /** Runs test files up to the first test that fails; `only`: one test of them, null: all. */
    run: async (tests: readonly string[], only: string | null = null): Promise<TestRun> => {
      tell({ run: tests, only });
      const ending = new AbortController();
      const { signal } = ending;
      const timer = setTimeout(() => ending.abort(), longestMs);
      const told = once(living(), 'message', { signal });
      const died = once(living(), 'exit', { signal }).then(() => [noEnd]);
      const [result] = (await Promise.race([told, died]).catch(() => [noEnd])) as [TestRun];
      clearTimeout(timer);
      ending.abort();
      died.catch(() => undefined);
      told.catch(() => undefined);
      if (result.failed === null && !result.passed) await end();
      return result;
    },
    /** A file is not what it was when it was last run. */
    forget: (path: string) => {
      if (child !== null) tell({ changed: path });
    },
    end,
  };
}
