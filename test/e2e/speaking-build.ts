import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from '../browser/driver.ts';
import { extensionFolder } from './desk.ts';

export interface SpeakingBuild {
  readonly folder: string;
  remove(): void;
}

/**
 * The production build with the texts of one language alone, which every browser then speaks, whatever its own language
 * packages are. Nothing but the choice of the language is another one.
 */
export function speakingBuild(kind: BrowserKind, language: string): SpeakingBuild {
  const folder = mkdtempSync(join(tmpdir(), `linked-vault-${language}-`));
  cpSync(extensionFolder(kind), folder, { recursive: true });
  for (const other of readdirSync(join(folder, '_locales')))
    if (other !== language) rmSync(join(folder, '_locales', other), { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...manifest, default_locale: language }));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
