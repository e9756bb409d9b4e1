import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowsers } from '../../scripts/find-browsers.ts';
import type { BrowserKind } from '../browser/driver.ts';

/** What a desk is opened with so that its browser speaks another language than English. */
export interface SpokenBrowser {
  readonly profileDir: string;
  readonly executable?: string;
  remove(): void;
}

/**
 * A browser that is set to speak a language as its own, as a person sets it: Firefox by its preference, Chromium, which
 * has none on Linux, by the language of the session that it is started in.
 */
export function spokenBrowser(kind: BrowserKind, language: string): SpokenBrowser {
  const folder = mkdtempSync(join(tmpdir(), `linked-vault-in-${language}-`));
  const profileDir = join(folder, 'profile');
  mkdirSync(profileDir);
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  if (kind === 'firefox') {
    writeFileSync(join(profileDir, 'prefs.js'), `user_pref("intl.locale.requested", "${language}");\n`);
    return { profileDir, remove };
  }
  const executable = join(folder, kind);
  writeFileSync(
    executable,
    `#!/bin/sh\nexec env LANGUAGE=${language} '${findBrowsers()[kind] ?? ''}' "$@" --lang=${language}\n`,
  );
  chmodSync(executable, 0o755);
  return { profileDir, executable, remove };
}
