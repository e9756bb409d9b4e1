import type { Failure } from '../../domain/failure.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Page } from './it-glue-decode.ts';

/** Rows of a page: IT Glue's most, then ever fewer when a page comes too slowly. */
const pageSizes: readonly number[] = [1000, 500, 250, 100, 50];
const smallest = pageSizes.length - 1;

/** A list that never ends must end here. */
const maxRequests = 400;
const maxRows = 200_000;

/** Where in `pageSizes` a list is read; kept between reads, so that a slow list is not found slow each time. */
export interface Pace {
  step: number;
}

export type PageAnswer<Row> =
  | { readonly ok: true; readonly value: Page<Row> }
  | { readonly ok: false; readonly failure: Failure; readonly tooMuch: boolean };

export type AskPage<Row> = (number: number, size: number) => Promise<PageAnswer<Row>>;

export interface PagedRows<Row> {
  readonly rows: readonly Row[];
  readonly complete: boolean;
}

const sizeAt = (step: number): number => pageSizes[step] ?? 50;

/** The page from which to go on at another step; it may bring some rows again. */
const pageAfter = (number: number, from: number, to: number): number =>
  Math.floor(((number - 1) * sizeAt(from)) / sizeAt(to)) + 1;

const isLast = (page: Page<unknown>, number: number): boolean =>
  page.rows.length === 0 || page.next === null || page.next <= number;

/** `most` is the highest count IT Glue gave on the way: where it sank, a record was deleted and a row may have slipped past. */
function isComplete(last: Page<unknown>, size: number, read: number, most: number | null): boolean {
  if (most !== null) return read >= most;
  return last.told ? last.next === null : last.rows.length < size;
}

/**
 * Reads a list page by page, each row once. `complete` is false where IT Glue counted more than could be read; a page
 * that fails fails the whole, so that a failure is never mistaken for the end of a list.
 */
export async function readPages<Row extends { readonly id: string }>(
  askPage: AskPage<Row>,
  pace: Pace,
): Promise<Result<PagedRows<Row>>> {
  const rows = new Map<string, Row>();
  let { step } = pace;
  let number = 1;
  let most: number | null = null;
  for (let asked = 0; asked < maxRequests && rows.size < maxRows; asked += 1) {
    const size = sizeAt(step);
    const answer = await askPage(number, size);
    if (!answer.ok) {
      if (!answer.tooMuch) return fail(answer.failure);
      pace.step = step === smallest ? 0 : step + 1;
      if (step === smallest) return fail(answer.failure);
      number = pageAfter(number, step, step + 1);
      step += 1;
      continue;
    }
    for (const row of answer.value.rows) rows.set(row.id, row);
    if (answer.value.total !== null) most = Math.max(most ?? 0, answer.value.total);
    if (isLast(answer.value, number)) {
      return ok({ rows: [...rows.values()], complete: isComplete(answer.value, size, rows.size, most) });
    }
    number += 1;
  }
  return ok({ rows: [...rows.values()], complete: false });
}
