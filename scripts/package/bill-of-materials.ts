import { readFileSync } from 'node:fs';

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** By path; the project itself has the empty one. */
type LockedPackages = Readonly<Record<string, LockedPackage>>;

interface Component {
  readonly type: 'library';
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
  readonly licenses: readonly { readonly expression: string }[];
}

/** CycloneDX 1.5, without the moment, the machine and the random number that tools add: the same lockfile, the same bytes. */
export interface BillOfMaterials {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.5';
  readonly version: 1;
  readonly metadata: {
    readonly component: { readonly type: 'application'; readonly name: string; readonly version: string };
  };
  readonly components: readonly Component[];
}

/** What the dependencies of a package bring with them, itself included; peers are theirs to bring who want them. */
function withDependencies(packages: LockedPackages, path: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const name of Object.keys(packages[path]?.dependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    const found = nested in packages ? nested : `node_modules/${name}`;
    if (seen.has(found)) continue;
    seen.add(found);
    withDependencies(packages, found, seen);
  }
  return seen;
}

function componentOf(path: string, locked: LockedPackage | undefined): Component {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const { version, license, integrity } = locked ?? {};
  if (version === undefined || license === undefined || !integrity?.startsWith('sha512-'))
    throw new Error(`The lockfile does not say enough about ${name}.`);
  return {
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') }],
    licenses: [{ expression: license.replace(/^\((.*)\)$/, '$1') }],
  };
}

/** What the packages are made of besides our own code, from the lockfile. Throws where that does not name a package's contents. */
export function billOfMaterials(application: { readonly name: string; readonly version: string }): BillOfMaterials {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { readonly packages: LockedPackages };
  const paths = [...withDependencies(packages, '')].sort();
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', ...application } },
    components: paths.map((path) => componentOf(path, packages[path])),
  };
}

/** One line a component: name, version, licence. */
export const billText = (bill: BillOfMaterials): string =>
  bill.components
    .map(
      ({ name, version, licenses }) =>
        `  ${name} ${version} (${licenses.map(({ expression }) => expression).join(', ')})`,
    )
    .join('\n');
