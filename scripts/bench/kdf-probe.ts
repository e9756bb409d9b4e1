import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { build } from 'vite';
import type { KdfParameters } from '../../src/domain/sealed.ts';
import { until } from '../../test/browser/until.ts';
import { buildTarget } from '../build-target.ts';

export interface KdfProbe {
  /** Milliseconds of one derivation. */
  measure(passphrase: string, parameters: KdfParameters): Promise<number>;
  remove(): Promise<void>;
}

/** The KDF as the package has it: same code, same minifier, same target, alone in a service worker under the same policy. */
async function writeExtension(folder: string, product: string): Promise<void> {
  const { content_security_policy, minimum_chrome_version } = JSON.parse(
    readFileSync(join(product, 'manifest.json'), 'utf8'),
  ) as Record<string, unknown>;
  await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: buildTarget,
      rollupOptions: {
        input: resolve('scripts/bench/kdf-probe-worker.ts'),
        output: { format: 'es', entryFileNames: 'worker.js' },
      },
    },
  });
  const manifest = {
    manifest_version: 3,
    name: 'KDF probe',
    version: '1.0',
    minimum_chrome_version,
    content_security_policy,
    background: { service_worker: 'worker.js', type: 'module' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

/** Loads the probe into a running browser. */
export async function loadKdfProbe(browser: Browser, product: string): Promise<KdfProbe> {
  const folder = mkdtempSync(join(tmpdir(), 'linked-vault-kdf-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  try {
    await writeExtension(folder, product);
    const id = await browser.installExtension(folder);
    const worker = await until('the probe', async () =>
      browser
        .targets()
        .find((target) => target.type() === 'service_worker' && target.url().includes(id))
        ?.worker(),
    );
    return {
      measure: (passphrase, parameters) =>
        worker.evaluate(
          (text, cost) =>
            (globalThis as unknown as { measureKdf(p: string, k: KdfParameters): Promise<number> }).measureKdf(
              text,
              cost,
            ),
          passphrase,
          parameters,
        ),
      async remove() {
        await browser.uninstallExtension(id);
        removeFolder();
      },
    };
  } catch (error) {
    removeFolder();
    throw error;
  }
}
