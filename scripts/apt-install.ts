import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether packages can be installed without asking anybody: as root, on Debian and its like. */
export const canInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs packages, apt-get's output shown; it says itself what is wrong. */
export function aptInstall(packages: readonly string[]): void {
  // Without a network it is said soon.
  const update = ['-o', 'Acquire::http::Timeout=20', 'update'];
  for (const args of [update, ['install', '-y', '--no-install-recommends', ...packages]]) {
    console.log(`apt-get ${args.join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    if (spawnSync('apt-get', args, { stdio: 'inherit', env }).status !== 0) return;
  }
}
