import { rules } from '../../src/messaging/contract-rules.ts';
import type { MutantGroup } from './mutant.ts';

/** The next weaker need. */
const weaker = {
  administrator: 'edit',
  'audit-reader': 'unlocked',
  edit: 'view',
  viewPassword: 'view',
  view: 'unlocked',
  unlocked: 'nothing',
} as const;

/** What a command asks for, each asking for less; a new command is among them by itself. */
export const ruleMutants: MutantGroup = {
  name: 'rules',
  tests: ['test/messaging/contract.test.ts'],
  mutants: Object.entries(rules).flatMap(([command, { needs }]) => {
    if (needs === 'nothing') return [];
    const find = `'${command}': { needs: '${needs}'`;
    return [
      {
        file: 'src/messaging/contract-rules.ts',
        find,
        replace: find.replace(`'${needs}'`, `'${weaker[needs]}'`),
        rule: `${command} needs ${needs}`,
      },
    ];
  }),
};
