import type { DamagedRecord } from '../domain/failure.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

const kinds: Readonly<Record<string, TextKey>> = {
  entry: 'damagedKindEntry',
  'api-key': 'damagedKindApiKey',
  'primary-domains': 'damagedKindPrimaryDomains',
  settings: 'damagedKindSettings',
  catalog: 'damagedKindCatalog',
};

const reasons: Readonly<Record<DamagedRecord['reason'], TextKey>> = {
  missing: 'damagedMissing',
  tampered: 'damagedTampered',
  malformed: 'damagedMalformed',
};

const kindText = (kind: string): string => {
  const key = kinds[kind];
  return key === undefined ? kind : text(key);
};

/** A damaged record by kind and id, with what is wrong: “API key 4f2a is missing”. */
export const damagedText = ({ kind, id, reason }: DamagedRecord): string => text(reasons[reason], kindText(kind), id);

const named = 3;

/** Damaged records in one phrase; beyond a few they are counted. */
export function damagedListText(records: readonly DamagedRecord[]): string {
  const texts = records.slice(0, named).map(damagedText);
  if (records.length > named) texts.push(plural('damagedMore', records.length - named));
  return texts.join('; ');
}
