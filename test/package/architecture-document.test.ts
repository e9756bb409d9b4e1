import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const document = readFileSync(join('docs', 'architecture.md'), 'utf8');

it('docs/architecture.md names every folder of the source, and nothing that is not there', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !document.includes(`\`src/${name}/\``))).toEqual([]);
  const named = Array.from(document.matchAll(/`((?:src|test)\/[\w./-]+)`/g), (found) => found[1] ?? '');
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

it('docs/architecture.md names every database that is opened, and every command that it speaks of', () => {
  const opened = readdirSync(join('src', 'background', 'adapters')).flatMap((file) =>
    Array.from(
      readFileSync(join('src', 'background', 'adapters', file), 'utf8').matchAll(/'(linked-vault(?:-[a-z]+)?)'/g),
      (found) => found[1] ?? '',
    ),
  );
  expect(new Set(opened).size).toBeGreaterThanOrEqual(3);
  expect([...new Set(opened)].filter((name) => !document.includes(`\`${name}\``))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const commands = Array.from(document.matchAll(/npm (?:run )?([\w:]+)/g), (found) => found[1] ?? '');
  expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
});
