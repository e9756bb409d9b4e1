import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findBrowsers } from '../../scripts/find-browsers.ts';
import type { BrowserKind } from './driver.ts';

const firefoxId = 'linked-vault@linked-vault.example';

/** Where each browser of this system reads the policies of the machine. */
const policyFolder: Readonly<Record<BrowserKind, string>> = {
  chromium: '/etc/chromium',
  firefox: '/usr/share/firefox-esr/distribution',
};

/** The id that Chromium gives to an unpacked extension: a digest of where it lies. */
const unpackedId = (folder: string): string =>
  [...createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');

/** Why no policy file can be put before this browser here; null: one can. */
export function policyObstacle(kind: BrowserKind): string | null {
  if (!existsSync(policyFolder[kind])) return `there is no ${policyFolder[kind]}`;
  const mayMount = spawnSync('unshare', ['-m', '--propagation', 'private', 'true']).status === 0;
  return mayMount ? null : 'a mount namespace of its own needs root';
}

export interface PolicyFile {
  /** Starts the browser with this policy, which no other browser of the machine sees. */
  readonly executable: string;
  write(policy: object): void;
  remove(): void;
}

/** A real policy file of the machine, seen by one browser alone: a folder of ours is bound over the machine's in its mount namespace. */
export function policyFile(kind: BrowserKind, extension: string): PolicyFile {
  const folder = mkdtempSync(join(tmpdir(), 'linked-vault-policy-'));
  const machine = join(folder, 'machine');
  const file =
    kind === 'chromium' ? join(machine, 'policies', 'managed', 'policy.json') : join(machine, 'policies.json');
  mkdirSync(resolve(file, '..'), { recursive: true });
  const executable = join(folder, kind);
  const browser = findBrowsers()[kind] ?? '';
  const inner = `mount --bind '${machine}' '${policyFolder[kind]}' && exec '${browser}' "$@"`;
  writeFileSync(
    executable,
    `#!/bin/sh\nexec unshare -m --propagation private sh -c '${inner.replaceAll("'", `'\\''`)}' sh "$@"\n`,
  );
  chmodSync(executable, 0o755);
  return {
    executable,
    write(policy) {
      const whole =
        kind === 'chromium'
          ? { '3rdparty': { extensions: { [unpackedId(extension)]: policy } } }
          : { policies: { '3rdparty': { Extensions: { [firefoxId]: policy } } } };
      writeFileSync(file, JSON.stringify(whole));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
