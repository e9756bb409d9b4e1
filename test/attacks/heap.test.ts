import type { CDPSession } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKeys, demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { pageOf } from '../browser/page-tab.ts';
import type { LinkedSession } from '../e2e/desk.ts';
import { type Bench, loot, openBench } from './bench.ts';
import { loginForm, page } from './pages/html.ts';

const host = 'heap.attack.example';

/** Every string that is in the heap after a collection, in one text. */
async function heapText(session: CDPSession): Promise<string> {
  const parts: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await session.send('HeapProfiler.enable');
  // What a turn of events has just let go of is collected by a later one.
  for (let round = 0; round < 3; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.send('HeapProfiler.disable');
  return parts.join('');
}

// Firefox gives no look into the heap of an extension.
describe('the heap of Chromium', () => {
  let bench: Bench;
  let linked: LinkedSession;
  beforeAll(async () => {
    bench = await openBench('chromium');
    bench.serve(host, page(loginForm()));
    linked = await bench.link(host);
  });
  afterAll(() => bench?.close());

  const workerHeap = async (): Promise<string> => {
    const target = pageOf(bench.desk.options)
      .browser()
      .targets()
      .find((each) => each.type() === 'service_worker' && each.url().startsWith(bench.desk.browser.extensionUrl));
    if (target === undefined) throw new Error('The worker does not run.');
    const session = await target.createCDPSession();
    try {
      return await heapText(session);
    } finally {
      await session.detach();
    }
  };
  const found = (heap: string, markers: Readonly<Record<string, string>>): readonly string[] =>
    Object.entries(markers).flatMap(([name, marker]) => (heap.includes(marker) ? [name] : []));

  it('SR-24: after use and a lock the worker holds no key, passphrase, password or name', async () => {
    const { desk } = bench;
    await desk.ask('vault.lock', {});
    await desk.ask('vault.unlock', { passphrase: demoPassphrase });
    const tab = await bench.visit(`https://${host}/`);
    expect(await bench.fill(tab, linked.sessionId)).toBe('filled');
    await desk.ask('credential.reveal', { entryId: linked.credentialId, passwordId: null, purpose: 'reveal' });
    await desk.ask('entries.list', {});
    const names = { session: `Session ${host}`, credential: `Credential for ${host}` };
    const secrets = { key: demoKeys.full, passphrase: demoPassphrase, password: loot.password };
    // Control: what is open while unlocked is found by the same look.
    expect(found(await workerHeap(), names)).toEqual(['session', 'credential']);
    await desk.ask('vault.lock', {});
    const heap = await workerHeap();
    expect(heap.length).toBeGreaterThan(1_000_000);
    expect(found(heap, { ...names, ...secrets })).toEqual([]);
  });

  it('SR-24: nor does a page of ours', async () => {
    const session = await pageOf(bench.desk.options).createCDPSession();
    const heap = await heapText(session);
    await session.detach();
    expect(found(heap, { key: demoKeys.full, password: loot.password })).toEqual([]);
  });
});
