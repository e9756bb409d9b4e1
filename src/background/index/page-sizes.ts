import type { IndexCatalog } from './index-shapes.ts';

/** Rows of a page: IT Glue's most, then ever fewer when a page comes too slowly. */
const pageSizes: readonly number[] = [1000, 500, 250, 100, 50];

/** Slowness may pass: after this time the next greater size is tried once more. */
const slowForMs = 86_400_000;

export const sizeAt = (step: number): number => pageSizes[step] ?? 50;

/** The catalog after a page that was too much at once; null: there is no smaller one to try. */
export function slowedDown(catalog: IndexCatalog, now: number): IndexCatalog | null {
  if (catalog.step >= pageSizes.length - 1) return null;
  return { ...catalog, step: catalog.step + 1, slowSince: now };
}

/** The catalog to begin a sync with. */
export const spedUp = (catalog: IndexCatalog, now: number): IndexCatalog =>
  catalog.slowSince === null || now - catalog.slowSince < slowForMs || catalog.step === 0
    ? catalog
    : { ...catalog, step: catalog.step - 1, slowSince: catalog.step === 1 ? null : now };

/** The page of another size from which to go on; it may bring some rows again, and leaves none out. */
export const pageAfter = (page: number, from: number, to: number): number =>
  Math.floor(((page - 1) * sizeAt(from)) / sizeAt(to)) + 1;
