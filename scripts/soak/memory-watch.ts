import type { BrowserKind } from '../../test/browser/driver.ts';
import type { Desk } from '../../test/e2e/desk.ts';
import { popupHeapMB, workerHeapMB } from '../bench/worker-heap.ts';
import { extensionProcessMB } from './extension-process.ts';
import { type Sample, slope } from './slope.ts';

/** Megabytes by what they are of. */
type Reading = Readonly<Record<string, number>>;

/** What can be looked at in a browser; always what is left after a forced collection of garbage. */
interface Measure {
  readonly between: (desk: Desk) => Promise<Reading>;
  readonly inPopup: (desk: Desk) => Promise<Reading>;
  readonly says: string;
}

const measures: Readonly<Record<BrowserKind, Measure>> = {
  chromium: {
    between: async (desk) => ({ 'worker heap': await workerHeapMB(desk) }),
    inPopup: async (desk) => ({ 'popup heap': await popupHeapMB(desk) }),
    says: 'the heaps of the worker and of the open popup (with the extension’s other pages), array buffers included',
  },
  firefox: {
    async between(desk) {
      const { inUse, ofPages, resident } = await extensionProcessMB(desk);
      return { 'extension process': inUse, 'of it its pages': ofPages, resident: resident };
    },
    inPopup: async () => ({}),
    says:
      'the process of background, popup and the extension’s other pages: what is in use (about:memory’s “explicit”), what of ' +
      'that is in these pages, and what lies in the machine’s memory, with what the allocator keeps for later',
  },
};

export interface MemoryWatch {
  /** Takes a sample; what cannot be read at this moment, such as the heap of a worker that sleeps, is none. */
  readonly look: (at: 'between' | 'inPopup') => Promise<void>;
  /** What was measured, and how it went on. */
  readonly told: () => readonly string[];
}

const line = (name: string, samples: readonly Sample[]): string => {
  const sizes = samples.map(({ megabytes }) => megabytes);
  const [first, last, least, most] = [sizes.at(0) ?? 0, sizes.at(-1) ?? 0, Math.min(...sizes), Math.max(...sizes)];
  const grown = slope(samples);
  const end = grown === null ? '' : `, ${grown.toFixed(3)} MB a minute over the second half`;
  const [from, to, low, high] = [first, last, least, most].map((size) => size.toFixed(1));
  return `${name}: ${from} MB at first, ${to} MB at last, between ${low} and ${high} MB in ${sizes.length} samples${end}`;
};

/** Looks at a desk's memory from now on. */
export function memoryWatch(desk: Desk): MemoryWatch {
  const began = Date.now();
  const series = new Map<string, Sample[]>();
  const measure = measures[desk.kind];
  return {
    async look(at) {
      const reading = await measure[at](desk).catch((): Reading => ({}));
      for (const [name, megabytes] of Object.entries(reading))
        series.set(name, [...(series.get(name) ?? []), { at: (Date.now() - began) / 60_000, megabytes }]);
    },
    told: () => [
      `memory, each time after a forced collection: ${measure.says}`,
      ...[...series].map(([name, samples]) => line(name, samples)),
    ],
  };
}
