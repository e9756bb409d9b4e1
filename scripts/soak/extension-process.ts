import { chromeScope } from '../../test/browser/firefox-chrome-scope.ts';
import { pageOf } from '../../test/browser/page-tab.ts';
import type { Desk } from '../../test/e2e/desk.ts';

/** What the extension's process holds, in bytes. */
interface Held {
  /** As `about:memory` counts under *Explicit*: heap and what is mapped beside it. */
  readonly inUse: number;
  /** Of this in the windows of extensions: their scripts, objects and documents. The rest is Firefox's own. */
  readonly ofPages: number;
  /** In the machine's memory and nobody else's; what the allocator keeps for later is part of it. */
  readonly resident: number;
}

type Report = (process: string, path: string, kind: number, units: number, amount: number) => void;

/** What of Firefox's memory reporters is used here; see its `nsIMemoryReporter.idl`. */
interface MemoryReporters {
  getReportsExtended(
    report: Report,
    data: null,
    finished: () => void,
    finishedData: null,
    anonymize: boolean,
    minimize: boolean,
    dump: string,
  ): void;
}

/**
 * Runs in Firefox's own window. Every process first lets go of what it can (collections of garbage and of cycles, three
 * times, caches too), as *Minimize memory usage* of `about:memory` does, and only then counts.
 */
async function heldByExtensions(): Promise<Held> {
  const { Components } = globalThis as unknown as {
    readonly Components: {
      readonly classes: Readonly<Record<string, { getService(of: unknown): MemoryReporters }>>;
      readonly interfaces: { readonly nsIMemoryReporterManager: unknown };
    };
  };
  const service = Components.classes['@mozilla.org/memory-reporter-manager;1'];
  const reporters = service?.getService(Components.interfaces.nsIMemoryReporterManager);
  const outsideOfHeap = 0;
  const sum = { inUse: 0, ofPages: 0, resident: 0 };
  const add: Report = (process, path, kind, _units, amount) => {
    if (!process.startsWith('extension ')) return;
    const explicit = path.startsWith('explicit/');
    if ((explicit && kind === outsideOfHeap) || path === 'heap-allocated') sum.inUse += amount;
    if (explicit && path.includes('top(moz-extension:')) sum.ofPages += amount;
    if (path === 'resident-unique') sum.resident += amount;
  };
  await new Promise<void>((resolve) => reporters?.getReportsExtended(add, null, resolve, null, false, true, ''));
  if (sum.inUse === 0) throw new Error('There is no process for extensions.');
  return sum;
}

/** Firefox's process for extensions, which has no heap of a worker or a popup to be looked at alone; in megabytes (10^6 bytes). */
export async function extensionProcessMB(desk: Desk): Promise<Held> {
  const { inUse, ofPages, resident } = await chromeScope(pageOf(desk.options).browser()).run(heldByExtensions);
  return { inUse: inUse / 1e6, ofPages: ofPages / 1e6, resident: resident / 1e6 };
}
