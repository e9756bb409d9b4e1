import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureBrowsers } from './install-browsers.ts';
import { ensureLanguages } from './install-languages.ts';

/**
 * `npm test`: every check of the project, each to its end, then one line that counts. `npm run test:whole` is the same with
 * every browser test at its full size and in both browsers.
 */
const whole = process.argv.includes('--whole');

interface Tally {
  passed: number;
  failed: number;
}

const tally: Tally = { passed: 0, failed: 0 };
/** Builds are what is shipped, whatever this process was started as. */
const release = { ...process.env, NODE_ENV: 'production' };
const bin = (name: string): string => join('node_modules', '.bin', name);

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = release): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Runs a command to its end; what it printed is shown at once then, so that nothing beside it comes between its lines. */
function runQuietly(
  command: string,
  args: readonly string[],
): Promise<{ readonly code: number; readonly text: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: release });
    const parts: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part));
    child.on('error', () => resolve({ code: 1, text: `${command} could not be started` }));
    child.on('close', (code) => resolve({ code: code ?? 1, text: Buffer.concat(parts).toString() }));
  });
}

/** One command that either succeeds or not. */
async function check(name: string, command: string, args: readonly string[]): Promise<void> {
  const { code, text } = await runQuietly(command, args);
  tally[code === 0 ? 'passed' : 'failed'] += 1;
  console.log(`\n── ${name}\n${text}   ${name}: ${code === 0 ? 'good' : 'FAILED'}`);
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Tests that passed at their second try only: counted as passed, and said, so that none of them stays unseen. */
const secondTries: string[] = [];

const secondTriesOf = ({ testResults }: VitestReport): readonly string[] =>
  testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(
        ({ fullName, failureMessages }) =>
          `${relative('.', name)}: ${fullName}\n   ${failureMessages[0]?.split('\n')[0]}`,
      ),
  );

/** Vitest projects: their tests are counted one by one; a file that could not even start counts as a failure. */
async function vitest(name: string, projects: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<void> {
  console.log(`\n── ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'linked-vault-test-'));
  const report = join(folder, 'report.json');
  const chosen = projects.flatMap((project) => ['--project', project]);
  const code = await run(
    bin('vitest'),
    ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env,
  );
  try {
    const told = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
    const { numPassedTests, numFailedTests } = told;
    secondTries.push(...secondTriesOf(told));
    tally.passed += numPassedTests;
    tally.failed += code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
  } catch {
    tally.failed += 1;
  }
  rmSync(folder, { recursive: true, force: true });
}

const browsers = await ensureBrowsers(['chromium', 'firefox']);
ensureLanguages(['chromium', 'firefox']);

const built = () =>
  existsSync(join('dist', 'chrome', 'manifest.json')) && existsSync(join('dist', 'firefox', 'manifest.json'));

/** Each of these keeps one core busy, and the tests beside them leave some of both idle. */
async function checks(): Promise<void> {
  await check('types', bin('tsc'), ['-b']);
  await check('lint and format', bin('biome'), ['check', '.']);
  rmSync('dist', { recursive: true, force: true });
  await check('the packages, which have the same bytes when built in another folder', process.execPath, [
    join('scripts', 'run.mjs'),
    join('scripts', 'package.ts'),
    '--check',
  ]);
  if (built())
    await check('web-ext lint', bin('web-ext'), [
      'lint',
      '-s',
      'dist/firefox',
      '--warnings-as-errors',
      '--no-config-discovery',
    ]);
}

await Promise.all([checks(), vitest('unit and component tests', ['unit', 'mocking', 'ui'])]);
if (built()) {
  const form = whole ? 'whole' : 'in the shorter form';
  await vitest(`browser tests in Chromium and Firefox, ${form}`, ['browsers', 'browsers-alone'], {
    ...process.env,
    TEST_WHOLE: whole ? '1' : '0',
    CHROMIUM_PATH: browsers.chromium,
    FIREFOX_PATH: browsers.firefox,
  });
}
for (const one of secondTries) console.log(`\nNeeded a second try: ${one}`);
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
