import type { SealedRecord } from '../../domain/sealed.ts';
import type { OpenedRecords } from '../ports.ts';

const row = ({ kind, id }: SealedRecord): string => `${kind}/${id}`;

const same = (a: SealedRecord, b: SealedRecord): boolean =>
  a.v === b.v && a.kid === b.kid && a.rev === b.rev && a.iv === b.iv && a.ct === b.ct;

/** Opened records in this worker's memory: one value for each record, as long as its ciphertext is the same. */
export function createOpenedRecords(): OpenedRecords {
  const known = new Map<string, { readonly record: SealedRecord; readonly value: unknown }>();
  return {
    get(record) {
      const found = known.get(row(record));
      return found !== undefined && same(found.record, record) ? found.value : undefined;
    },
    set: (record, value) => void known.set(row(record), { record, value }),
    clear: () => known.clear(),
  };
}
