import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import type { KdfParameters } from '../../src/domain/sealed.ts';
import { pageOf } from '../../test/browser/page-tab.ts';
import { type Desk, extensionFolder } from '../../test/e2e/desk.ts';
import { type KdfProbe, loadKdfProbe } from './kdf-probe.ts';
import { progress } from './progress.ts';
import { median, tenths } from './statistics.ts';

const runs = 15;

/** Medians in milliseconds. */
export interface UnlockTime {
  /** The KDF alone, with the parameters of this vault, in a probe extension in the same browser. */
  readonly kdf: number;
  /** `vault.unlock`, from a page's request to its answer. */
  readonly total: number;
  /** Median of `total` less `kdf`, run by run. */
  readonly beyondKdf: number;
  readonly parameters: { readonly m: number; readonly t: number; readonly p: number };
  readonly runs: readonly { readonly kdf: number; readonly total: number }[];
}

/** Runs in a page of the extension: the first key slot's KDF, as the header on the disk has it. */
function readKdf(): Promise<KdfParameters> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('linked-vault');
    opening.onerror = () => reject(opening.error ?? new Error('The vault could not be read.'));
    opening.onsuccess = () => {
      const reading = opening.result.transaction('header').objectStore('header').get('vault');
      reading.onsuccess = () => {
        opening.result.close();
        resolve((reading.result as { slots: [{ kdf: KdfParameters }] }).slots[0].kdf);
      };
    };
  });
}

/** Runs in a page of the extension. */
async function askUnlock(passphrase: string): Promise<{ readonly ms: number; readonly said: string }> {
  const { runtime } = (
    globalThis as unknown as {
      readonly chrome: {
        readonly runtime: { sendMessage(m: unknown): Promise<unknown>; getManifest(): { version: string } };
      };
    }
  ).chrome;
  const build = runtime.getManifest().version;
  const began = performance.now();
  const answer = (await runtime.sendMessage({ command: 'vault.unlock', body: { passphrase }, build })) as {
    readonly ok?: boolean;
  } | null;
  return { ms: performance.now() - began, said: answer?.ok === true ? 'ok' : JSON.stringify(answer) };
}

async function unlockOnce(desk: Desk): Promise<number> {
  await desk.ask('vault.lock', {});
  const { ms, said } = await desk.options.evaluate(askUnlock, demoPassphrase);
  if (said !== 'ok') throw new Error(`vault.unlock: ${said}`);
  return ms;
}

async function measure(desk: Desk, probe: KdfProbe, parameters: KdfParameters): Promise<UnlockTime> {
  const all: { kdf: number; total: number }[] = [];
  for (let run = -1; run < runs; run += 1) {
    progress(`unlock: run ${Math.max(run + 1, 1)} of ${runs}`);
    const kdf = tenths(await probe.measure(demoPassphrase, parameters));
    const total = tenths(await unlockOnce(desk));
    // The first of both compiles the code.
    if (run >= 0) all.push({ kdf, total });
  }
  const { m, t, p } = parameters;
  return {
    kdf: tenths(median(all.map((run) => run.kdf))),
    total: tenths(median(all.map((run) => run.total))),
    beyondKdf: tenths(median(all.map((run) => run.total - run.kdf))),
    parameters: { m, t, p },
    runs: all,
  };
}

/** Unlocking and its KDF, in turn. */
export async function unlockTime(desk: Desk): Promise<UnlockTime> {
  const parameters = await desk.options.evaluate(readKdf);
  await desk.options.bringToFront();
  const probe = await loadKdfProbe(pageOf(desk.options).browser(), extensionFolder('chromium'));
  try {
    return await measure(desk, probe, parameters);
  } finally {
    await probe.remove();
  }
}
