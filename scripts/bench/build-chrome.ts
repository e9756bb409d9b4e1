import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds `dist/chrome` as it is packaged. Throws what the build said when it fails. */
export function buildChrome(): void {
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  // Whoever runs TypeScript by Vite has NODE_ENV set to development, which the build would follow.
  const env = { ...process.env, NODE_ENV: 'production' };
  const built = spawnSync(process.execPath, [vite, 'build', '--mode', 'chrome', '--logLevel', 'warn'], { env });
  if (built.status !== 0) throw new Error(`The extension could not be built.\n${built.stdout}${built.stderr}`);
}
