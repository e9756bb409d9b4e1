import { progress } from './progress.ts';
import { type ScaleInBrowser, scaleInBrowser } from './scale-in-browser.ts';
import { type Scale, scaleRecords } from './scale-records.ts';
import { type SearchTimes, searchKeystrokes } from './search-keystrokes.ts';
import { type SyncRequests, syncRequests } from './sync-requests.ts';

/** One size of account. */
export interface ScalePoint extends Scale {
  readonly sync: SyncRequests;
  readonly search: SearchTimes;
  /** null: not measured at this size. */
  readonly browser: ScaleInBrowser | null;
}

/** The sizes that are always measured. */
export const seriesSizes: readonly number[] = [1_000, 10_000, 20_000, 50_000, 100_000];

/** The sizes that are measured in a browser as well, besides the one that was asked for. */
const browserSizes: readonly number[] = [20_000, 100_000];

/** Measures the series, and the size that was asked for where it is none of it. */
export async function scaleSeries({ passwords, organizations }: Scale): Promise<readonly ScalePoint[]> {
  const sizes = [...new Set([...seriesSizes, passwords])].sort((a, b) => a - b);
  const points: ScalePoint[] = [];
  for (const size of sizes) {
    const scale = { passwords: size, organizations: Math.min(organizations, size) };
    progress(`${size} passwords …`);
    const alone = { sync: await syncRequests(scale), search: searchKeystrokes(scaleRecords(scale)) };
    const inBrowser = size === passwords || browserSizes.includes(size);
    points.push({ ...scale, ...alone, browser: inBrowser ? await scaleInBrowser(scale) : null });
  }
  return points;
}
