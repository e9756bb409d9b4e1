import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Mutant } from './mutant.ts';
import { testProcess } from './test-process.ts';

/** A copy of what git knows of this checkout, in which lines can be taken out. */
export function checkoutCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'linked-vault-mutants-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']).toString();
  const names = files.split('\0').filter((name) => name !== '' && existsSync(name));
  for (const inner of new Set(names.map(dirname))) mkdirSync(join(folder, inner), { recursive: true });
  for (const name of names) copyFileSync(name, join(folder, name));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const tests = testProcess(folder);
  return {
    run: tests.run,
    /** Does the work on the copy without the mutant's line, and puts it back. */
    async without<Value>({ file, find, replace }: Mutant, work: () => Promise<Value>): Promise<Value> {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      const write = (changed: string) => {
        writeFileSync(path, changed);
        tests.forget(path);
      };
      write(text.replace(find, () => replace));
      try {
        return await work();
      } finally {
        write(text);
      }
    },
    remove: async () => {
      await tests.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
