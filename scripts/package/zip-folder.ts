import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

/** Zip knows no time zone: the library writes local parts of the time, so this is the same bytes everywhere. */
const mtime = new Date(2000, 0, 1);

/** A folder as a zip that depends on nothing but names and contents: sorted, one fixed time, no owners, no modes. */
export function zipFolder(folder: string): Uint8Array {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path).split(sep).join('/'), path }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return zipSync(Object.fromEntries(files.map(({ name, path }) => [name, readFileSync(path)])), {
    level: 9,
    mtime,
    os: 0,
  });
}
