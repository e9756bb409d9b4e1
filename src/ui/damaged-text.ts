import type { DamagedRecord } from '../domain/failure.ts';

const kinds: Readonly<Record<string, string>> = {
  entry: 'entry',
  'api-key': 'API key',
  settings: 'settings',
  catalog: 'list of records',
};

const reasons: Readonly<Record<DamagedRecord['reason'], string>> = {
  missing: 'is missing',
  tampered: 'was changed or damaged on disk',
  malformed: 'does not hold what it should',
};

/** A damaged record by kind and id, with what is wrong: “API key 4f2a is missing”. */
export const damagedText = ({ kind, id, reason }: DamagedRecord): string =>
  `${kinds[kind] ?? kind} ${id} ${reasons[reason]}`;

const named = 3;

/** Damaged records in one phrase; beyond a few they are counted. */
export function damagedListText(records: readonly DamagedRecord[]): string {
  const texts = records.slice(0, named).map(damagedText);
  if (records.length > named) texts.push(`${records.length - named} more`);
  return texts.join('; ');
}
