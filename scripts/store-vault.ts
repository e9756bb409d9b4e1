import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeVault } from '../test/vectors/make-vault.ts';

/**
 * `npm run store-vault -- NAME`: adds a vault as the code of the last commit leaves it to `test/vectors/vaults`, under
 * the next number. Never writes over one.
 */

const folder = join('test', 'vectors', 'vaults');
const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z-]*$/.test(name))
  throw new Error('Name it: npm run store-vault -- in-a-few-words');
const git = (...words: readonly string[]) => execFileSync('git', words, { encoding: 'utf8' }).trim();
if (git('status', '--porcelain', '--', 'src') !== '') throw new Error('Commit what was changed in src first.');
const numbers = readdirSync(folder).map((file) => Number.parseInt(file, 10));
const path = join(folder, `${Math.max(...numbers) + 1}-${name}.json`);
const made = {
  commit: git('log', '-1', '--format=%h', '--', 'src'),
  subject: git('log', '-1', '--format=%s', '--', 'src'),
};
writeFileSync(path, `${JSON.stringify({ ...made, ...(await makeVault()) }, null, 2)}\n`, { flag: 'wx' });
// Laid out as every other file is.
execFileSync(process.execPath, [join('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'format', '--write', path], {
  stdio: 'ignore',
});
console.log(path);
