import { spawnSync } from 'node:child_process';
import { ensureBrowsers } from './install-browsers.ts';
import { ensureLanguages } from './install-languages.ts';

/** `npm run e2e [-- NAME…]`: builds, then the browser tests whose file name contains a NAME, in their whole form. */

const browsers = await ensureBrowsers(['chromium', 'firefox']);
ensureLanguages(['chromium', 'firefox']);
const env = {
  ...process.env,
  NODE_ENV: 'production',
  TEST_WHOLE: '1',
  CHROMIUM_PATH: browsers.chromium,
  FIREFOX_PATH: browsers.firefox,
};
const steps: readonly (readonly string[])[] = [
  ['vite', 'build', '--mode', 'chrome', '--logLevel', 'warn'],
  ['vite', 'build', '--mode', 'firefox', '--logLevel', 'warn'],
  ['vitest', 'run', '--project', 'browsers', '--project', 'browsers-alone', ...process.argv.slice(2)],
];
const failed = steps.some(([command = '', ...args]) => {
  return spawnSync(`node_modules/.bin/${command}`, args, { stdio: 'inherit', env }).status !== 0;
});
process.exitCode = failed ? 1 : 0;
