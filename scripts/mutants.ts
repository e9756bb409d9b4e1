import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkoutCopy } from './mutants/checkout-copy.ts';
import type { Mutant, MutantGroup } from './mutants/mutant.ts';
import { mutantList } from './mutants/mutant-list.ts';
import { placeOf } from './mutants/place-of.ts';

/** `npm run test:mutants`: takes each guarding line out in turn and shows that tests notice. */

const wantedScore = 0.9;
const workers = 2;

const { values } = parseArgs({
  options: { only: { type: 'string' }, list: { type: 'boolean' }, json: { type: 'string' } },
});

interface Job {
  readonly group: MutantGroup;
  readonly mutant: Mutant;
  readonly line: number;
}

function jobsOf(groups: readonly MutantGroup[]): readonly Job[] {
  const wanted = values.only?.toLowerCase() ?? '';
  return groups.flatMap((group) =>
    group.mutants
      .filter(({ file, rule, find }) => `${group.name} ${file} ${rule} ${find}`.toLowerCase().includes(wanted))
      .map((mutant) => {
        const line = placeOf(mutant, readFileSync(mutant.file, 'utf8'));
        if (line === null)
          throw new Error(`The text of “${mutant.rule}” does not stand in ${mutant.file} just once: mend the list.`);
        return { group, mutant, line };
      }),
  );
}

const told = ({ mutant: { file, rule }, line }: Job): string => `${file}:${line} ${rule}`;

/** Works through the jobs from the front; answers those that no test noticed. */
async function work(queue: Job[], total: number): Promise<readonly Job[]> {
  const copy = checkoutCopy();
  const survivors: Job[] = [];
  try {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      const { group, mutant } = job;
      if (await copy.without(mutant, () => copy.passes(group.tests))) survivors.push(job);
      const done = total - queue.length;
      process.stderr.write(`\r\x1b[K${'█'.repeat(Math.round((30 * done) / total)).padEnd(30, '░')} ${done}/${total}`);
    }
  } finally {
    copy.remove();
  }
  return survivors;
}

/** Tests that fail with every line in place would call every mutant noticed. */
async function sound(groups: readonly MutantGroup[]): Promise<boolean> {
  const copy = checkoutCopy();
  try {
    for (const { name, tests } of groups) {
      if (await copy.passes(tests)) continue;
      console.log(`The tests of “${name}” fail with every line in place: mend them first.`);
      return false;
    }
    return true;
  } finally {
    copy.remove();
  }
}

const jobs = jobsOf(mutantList);
if (values.list === true) console.log(jobs.map(told).join('\n'));
else if (await sound([...new Set(jobs.map(({ group }) => group))])) {
  const queue = [...jobs];
  const found = await Promise.all(Array.from({ length: workers }, () => work(queue, jobs.length)));
  const survivors = found.flat();
  const score = jobs.length === 0 ? 0 : (jobs.length - survivors.length) / jobs.length;
  process.stderr.write('\n');
  for (const job of survivors) console.log(`NOT NOTICED ${told(job)}`);
  console.log(`${jobs.length - survivors.length} of ${jobs.length} noticed: ${(100 * score).toFixed(1)} %`);
  if (values.json !== undefined) {
    const report = { mutants: jobs.length, noticed: jobs.length - survivors.length, survivors: survivors.map(told) };
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  }
  process.exitCode = score >= wantedScore ? 0 : 1;
} else process.exitCode = 1;
