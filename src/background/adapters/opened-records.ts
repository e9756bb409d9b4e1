import type { SealedRecord } from '../../domain/sealed.ts';
import type { OpenedRecord, OpenedRecords } from '../ports.ts';

const row = (kind: unknown, id: unknown): string => `${kind}/${id}`;

const same = (a: SealedRecord, b: Readonly<Record<keyof SealedRecord, unknown>>): boolean =>
  a.kind === b.kind &&
  a.id === b.id &&
  a.v === b.v &&
  a.kid === b.kid &&
  a.rev === b.rev &&
  a.iv === b.iv &&
  a.ct === b.ct;

/** Opened records in this worker's memory: one value for each record, as long as its ciphertext is the same. */
export function createOpenedRecords(): OpenedRecords {
  const known = new Map<string, OpenedRecord>();
  return {
    get(raw) {
      const read = Object(raw) as Readonly<Record<keyof SealedRecord, unknown>>;
      const found = known.get(row(read.kind, read.id));
      return found !== undefined && same(found.record, read) ? found : undefined;
    },
    set: (record, value) => void known.set(row(record.kind, record.id), { record, value }),
    clear: () => known.clear(),
  };
}
