import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkoutCopy } from './mutants/checkout-copy.ts';
import type { Mutant, MutantGroup } from './mutants/mutant.ts';
import { mutantList } from './mutants/mutant-list.ts';
import { keepNoticed, likelyTests, noticedBy } from './mutants/noticed-by.ts';
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

/** A line that was taken out; `by`: the test that noticed, null: it is not known which, undefined: none did. */
type Done = Job & { readonly by: string | null | undefined };

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
const known = noticedBy();
type Copy = ReturnType<typeof checkoutCopy>;

/** Asks those that are likely to notice, and then all: a line has survived only all of its tests. */
async function noticed(copy: Copy, { mutant, group: { tests } }: Job): Promise<Done['by']> {
  for (const { file, only } of likelyTests(known, mutant)) {
    const { passed, failed } = await copy.run([file], only);
    if (!passed) return failed;
  }
  const { passed, failed } = await copy.run(tests);
  return passed ? undefined : failed;
}

/** Works through the jobs from the front. */
async function work(queue: Job[], total: number): Promise<readonly Done[]> {
  const copy = checkoutCopy();
  const finished: Done[] = [];
  try {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      const next = job;
      finished.push({ ...next, by: await copy.without(next.mutant, () => noticed(copy, next)) });
      const done = total - queue.length;
      process.stderr.write(`\r\x1b[K${'█'.repeat(Math.round((30 * done) / total)).padEnd(30, '░')} ${done}/${total}`);
    }
  } finally {
    await copy.remove();
  }
  return finished;
}

/** Tests that fail with every line in place would call every mutant noticed. */
async function sound(tests: readonly string[]): Promise<boolean> {
  if (tests.length === 0) return true;
  const copy = checkoutCopy();
  try {
    const { passed, failed } = await copy.run(tests);
    if (!passed) console.log(`${failed ?? 'A test'} fails with every line in place: mend it first.`);
    return passed;
  } finally {
    await copy.remove();
  }
}

async function all(jobs: readonly Job[]): Promise<void> {
  const first = new Set(
    jobs.flatMap(({ mutant }) =>
      likelyTests(known, mutant)
        .slice(0, 1)
        .map(({ file }) => file),
    ),
  );
  process.exitCode = 1;
  if (!(await sound([...first]))) return;
  const queue = [...jobs];
  const done = (await Promise.all(Array.from({ length: workers }, () => work(queue, jobs.length)))).flat();
  const others = new Set(done.flatMap(({ by, group }) => (by === null ? group.tests : (by?.split(' > ')[0] ?? []))));
  process.stderr.write('\n');
  if (!(await sound([...others].filter((file) => !first.has(file))))) return;
  keepNoticed(
    mutantList.flatMap(({ mutants }) => mutants),
    done.flatMap(({ mutant, by }) => (typeof by === 'string' ? [[mutant, by] as const] : [])),
  );
  const survivors = done.filter(({ by }) => by === undefined);
  const score = jobs.length === 0 ? 0 : (jobs.length - survivors.length) / jobs.length;
  for (const job of survivors) console.log(`NOT NOTICED ${told(job)}`);
  console.log(`${jobs.length - survivors.length} of ${jobs.length} noticed: ${(100 * score).toFixed(1)} %`);
  if (values.json !== undefined) {
    const report = { mutants: jobs.length, noticed: jobs.length - survivors.length, survivors: survivors.map(told) };
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  }
  process.exitCode = score >= wantedScore ? 0 : 1;
}

const jobs = jobsOf(mutantList);
if (values.list === true) console.log(jobs.map(told).join('\n'));
else await all(jobs);
