import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { buildQuietly } from './build-quietly.ts';
import { distFolder } from './dist-folder.ts';
import { gatewayOfBuild, gatewayVariable } from './gateway-of-build.ts';
import type { Browser } from './manifest-for.ts';
import { billOfMaterials, billText } from './package/bill-of-materials.ts';
import { zipFolder } from './package/zip-folder.ts';

/**
 * `npm run package`: what is handed to the stores, into `release/`. `-- --check` builds it a second time in another
 * folder and compares every byte, the packages for a gateway of an example too. `-- --gateway FILE` makes the packages of
 * an MSP's own gateway (`docs/gateway.md`).
 */

const kinds = { chrome: 'chromium', firefox: 'firefox' } as const satisfies Record<Browser, string>;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Zips = ReadonlyMap<Browser, Uint8Array>;

/** The zip of each browser, built in a checkout; both at once, for a build keeps one core busy. */
async function built(folder: string, gateway?: string): Promise<Zips> {
  const env = gateway === undefined ? {} : { [gatewayVariable]: gateway };
  const forGateway = gateway !== undefined || gatewayOfBuild() !== null;
  const made = (Object.keys(kinds) as Browser[]).map(async (browser) => {
    await buildQuietly(kinds[browser], { folder, env });
    return [browser, zipFolder(join(folder, distFolder(browser, forGateway)))] as const;
  });
  return new Map(await Promise.all(made));
}

/** Some gateway: what a package for one is checked with. */
const example = { endpoint: 'https://gateway.msp.example/itglue', header: 'Authorization', scheme: 'Bearer' };

/** Builds of this run; with `andExample` those for the gateway of the example too. */
async function builds(folder: string, andExample: boolean): Promise<readonly Zips[]> {
  const own = await built(folder);
  if (!andExample) return [own];
  const place = mkdtempSync(join(tmpdir(), 'linked-vault-example-'));
  const file = join(place, 'gateway.json');
  writeFileSync(file, JSON.stringify(example));
  try {
    return [own, await built(folder, file)];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The same in a copy of this checkout that has another path. */
async function builtElsewhere(andExample: boolean): Promise<readonly Zips[]> {
  const here = process.cwd();
  const there = join(mkdtempSync(join(tmpdir(), 'linked-vault-elsewhere-')), 'some', 'other folder');
  const left = new Set([
    '.git',
    'dist',
    'release',
    'demo-out',
    join('node_modules', '.cache'),
    join('node_modules', '.vite'),
  ]);
  try {
    cpSync(here, there, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !left.has(relative(here, path)) && !relative(here, path).endsWith(`${sep}.DS_Store`),
    });
    return await builds(there, andExample);
  } finally {
    rmSync(there, { recursive: true, force: true });
  }
}

async function packages(check: boolean): Promise<number> {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
  const andExample = check && gatewayOfBuild() === null;
  const here = await builds('.', andExample);
  const there = check ? await builtElsewhere(andExample) : here;
  const [zips = new Map()] = here;
  const bill = billOfMaterials({ name, version });
  rmSync('release', { recursive: true, force: true });
  mkdirSync('release');
  const sums = [...zips].map(([browser, bytes]) => {
    const file = `${name}-${version}-${gatewayOfBuild() === null ? '' : 'gateway-'}${browser}.zip`;
    writeFileSync(join('release', file), bytes);
    return `${sha256(bytes)}  ${file}`;
  });
  writeFileSync(join('release', 'SHA256SUMS'), `${sums.join('\n')}\n`);
  writeFileSync(join('release', 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  console.log(`${sums.join('\n')}\n\nMade of, besides our own code:\n${billText(bill)}`);
  const different = here.flatMap((made, at) =>
    [...made].flatMap(([browser, bytes]) =>
      sha256(bytes) === sha256(there[at]?.get(browser) ?? bytes.slice(1))
        ? []
        : [`${browser}${at === 0 ? '' : ', for a gateway,'}`],
    ),
  );
  for (const name of different)
    console.error(`\nThe package for ${name} has other bytes when it is built in another folder.`);
  if (check && different.length === 0)
    console.log(`\nThe same bytes when built in another folder${andExample ? ', for a gateway too' : ''}.`);
  return different.length === 0 ? 0 : 1;
}

const { values } = parseArgs({ options: { check: { type: 'boolean' }, gateway: { type: 'string' } } });
if (values.gateway !== undefined) process.env[gatewayVariable] = resolve(values.gateway);
process.exitCode = await packages(values.check === true);
