import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserKind } from '../../test/browser/driver.ts';

const viteProgram = join('node_modules', 'vite', 'bin', 'vite.js');

/**
 * Builds the production extension quietly and gives its folder: one of its own, so that a build meanwhile cannot take
 * the files away from a running browser. Throws what the build said when it fails.
 */
export function buildExtension(kind: BrowserKind): Promise<string> {
  const mode = kind === 'chromium' ? 'chrome' : 'firefox';
  const folder = join('dist', `demo-${mode}`);
  const args = [viteProgram, 'build', '--mode', mode, '--outDir', folder, '--logLevel', 'warn'];
  // Whoever runs TypeScript by Vite has NODE_ENV set to development, which the build would follow.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(folder) : reject(new Error(`The extension could not be built.\n${said}`)),
    );
  });
}
