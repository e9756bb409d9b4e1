import { fail, type Result } from '../domain/result.ts';

/** Turns what a disk refuses into `storage-failed`: a full or broken disk is to be expected, not a bug. */
export async function orStorageFailed<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work();
  } catch {
    return fail({ code: 'storage-failed' });
  }
}
