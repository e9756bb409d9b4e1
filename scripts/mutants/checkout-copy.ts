import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Mutant } from './mutant.ts';

const longestMs = 180_000;

/** A copy of what git knows of this checkout, in which lines can be taken out. */
export function checkoutCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'linked-vault-mutants-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']).toString();
  for (const file of files.split('\0').filter((name) => name !== '')) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return {
    /** Whether these tests pass. A run that does not end counts as failed: the line kept something from going on for ever. */
    passes: (tests: readonly string[]): Promise<boolean> =>
      new Promise((done) => {
        const args = ['run', '--project', 'unit', '--project', 'ui', '--bail', '1', '--reporter', 'dot', ...tests];
        const child = spawn(join('node_modules', '.bin', 'vitest'), args, {
          cwd: folder,
          stdio: 'ignore',
          timeout: longestMs,
          killSignal: 'SIGKILL',
        });
        child.on('error', () => done(false));
        child.on('close', (code) => done(code === 0));
      }),
    /** Does the work on the copy without the mutant's line, and puts it back. */
    async without<Value>({ file, find, replace }: Mutant, work: () => Promise<Value>): Promise<Value> {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(
        path,
        text.replace(find, () => replace),
      );
      try {
        return await work();
      } finally {
        writeFileSync(path, text);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
