import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

/** Two cores are two cores: by default one of them would be left to Vitest itself. */
const workers = Math.max(2, availableParallelism() - 1);

/** What is measured by the clock, and what keeps both cores busy by itself, has the machine to itself, after the others. */
const alone = ['test/attacks/hostile-pages.test.ts', 'test/e2e/accuracy.test.ts'];

/** Threads start sooner than processes do: a tenth of the time of these tests. Those in browsers stay apart in processes. */
const quick = {
  pool: 'threads',
  maxWorkers: workers,
  // `npm test` builds the packages beside them.
  testTimeout: 20_000,
} as const;

/** Files that put other modules in the place of ours: nobody else may see those. */
const mocking = [
  'test/messaging/server.test.ts',
  'test/adapters/auth-requests.test.ts',
  'test/adapters/gateway.test.ts',
  'test/adapters/host-access.test.ts',
  'test/adapters/offscreen-clipboard.test.ts',
  'test/adapters/pages.test.ts',
  'test/adapters/silent-browser.test.ts',
];

/**
 * Every file has its own browsers, profiles, ports and folders. Three run at once on two cores: one of them often waits,
 * for a clipboard to be cleared or a lock to fall due. Two left an eighth of the machine idle, and took a fifth longer.
 */
const browsers = {
  environment: 'node',
  setupFiles: ['test/texts/english.ts'],
  include: [
    'test/package/**/*.test.ts',
    'test/browser/**/*.test.ts',
    'test/e2e/**/*.test.ts',
    'test/attacks/**/*.test.ts',
  ],
  // A busy browser at times swallows one toolbar click or key; what fails twice in a row has failed.
  retry: 1,
  testTimeout: 90_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  plugins: [preact()],
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          ...quick,
          // A module is read once for all files, not once for each: a third of the time of these tests.
          isolate: false,
          setupFiles: ['test/texts/english.ts'],
          include: [
            'test/*.test.ts',
            'test/domain/**/*.test.ts',
            'test/messaging/**/*.test.ts',
            'test/background/**/*.test.ts',
            'test/adapters/**/*.test.ts',
            'test/demo/**/*.test.ts',
            'test/scripts/**/*.test.ts',
            'test/texts/**/*.test.ts',
          ],
          exclude: mocking,
        },
      },
      {
        extends: true,
        test: {
          name: 'mocking',
          environment: 'node',
          ...quick,
          setupFiles: ['test/texts/english.ts'],
          include: mocking,
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'happy-dom',
          ...quick,
          setupFiles: ['test/texts/english.ts'],
          include: ['test/ui/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: { ...browsers, name: 'browsers', exclude: alone, maxWorkers: workers + 1, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: { ...browsers, name: 'browsers-alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
