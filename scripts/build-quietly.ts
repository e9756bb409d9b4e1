import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserKind } from '../test/browser/driver.ts';

/** Builds the extension as it is packaged, into `dist/`. Throws what the build said when it fails. */
export function buildQuietly(kind: BrowserKind): void {
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const mode = kind === 'chromium' ? 'chrome' : 'firefox';
  // Whoever runs TypeScript by Vite has NODE_ENV set to development, which the build would follow.
  const env = { ...process.env, NODE_ENV: 'production' };
  const built = spawnSync(process.execPath, [vite, 'build', '--mode', mode, '--logLevel', 'warn'], { env });
  if (built.status !== 0) throw new Error(`The extension could not be built.\n${built.stdout}${built.stderr}`);
}
