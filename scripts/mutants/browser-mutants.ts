import { type MutantGroup, of } from './mutant.ts';

/** What is waited for from the browser, and for how long. */
export const browserMutants: MutantGroup = {
  name: 'browser',
  tests: [
    'test/adapters/silent-browser.test.ts',
    'test/adapters/pages.test.ts',
    'test/background/faults/clock-jumps.test.ts',
  ],
  mutants: [
    ...of(
      'src/background/adapters/within.ts',
      [
        "if (given === null) throw new Error('The browser did not answer.');\n  return given.value;",
        'return call;',
        'SR-56: what is needed of the browser',
      ],
      [
        'return first === null ? otherwise : first.value;',
        'return (await given).value;',
        'SR-56: what can be done without',
      ],
    ),
    ...of('src/background/adapters/patient-area.ts', [
      'get: (keys) => inTime(area.get(keys))',
      'get: (keys) => area.get(keys)',
      'SR-56: session memory that stays silent',
    ]),
    ...of('src/background/adapters/host-access.ts', [
      '(await inTime(browser.permissions.getAll()))',
      '(await browser.permissions.getAll())',
      'SR-56: granted sites that are not told',
    ]),
    ...of('src/domain/request-budget.ts', [
      'Math.min(budget.quietUntil - now, longestQuietMs)',
      'budget.quietUntil - now',
      'a clock that was set back keeps no sync quiet',
    ]),
  ],
};
