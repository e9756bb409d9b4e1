import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { BrowserKind } from '../test/browser/driver.ts';

/** Which checkout is built, and what its environment has besides this process's. */
export interface BuildPlace {
  /** Default: the working folder. */
  readonly folder?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Builds the extension as it is packaged, into `dist/`. Throws what the build said when it fails. */
export async function buildQuietly(kind: BrowserKind, { folder = '.', env = {} }: BuildPlace = {}): Promise<void> {
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const mode = kind === 'chromium' ? 'chrome' : 'firefox';
  const building = spawn(process.execPath, [vite, 'build', '--mode', mode, '--logLevel', 'warn'], {
    cwd: folder,
    // Whoever runs TypeScript by Vite has NODE_ENV set to development, which the build would follow.
    env: { ...process.env, ...env, NODE_ENV: 'production' },
  });
  let said = '';
  for (const stream of [building.stdout, building.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString();
    });
  const code = await new Promise<number | null>((resolve, reject) => building.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`The extension could not be built.\n${said}`);
}
