import { isNonWeb } from './non-web.ts';
import type { SearchIndex } from './search-index.ts';
import { flagBits, lineOf } from './segment.ts';
import { type Site, type SiteGrade, siteGrade } from './site.ts';

/** Grades of an index, a byte a record: worked out when a record is first asked about, since most never are. 0: not yet. */
interface Kept {
  readonly usable: Uint8Array;
  site: { readonly origin: string; readonly grades: Uint8Array };
}

const keptOf = new WeakMap<SearchIndex, Kept>();

function keptFor(index: SearchIndex): Kept {
  const known = keptOf.get(index);
  if (known !== undefined) return known;
  const made: Kept = { usable: new Uint8Array(index.size), site: { origin: '', grades: new Uint8Array() } };
  keptOf.set(index, made);
  return made;
}

function usability(index: SearchIndex, position: number): number {
  const flags = index.flagsAt(position);
  if ((flags & flagBits.archived) !== 0) return 0;
  if ((flags & flagBits.vaulted) !== 0) return 1;
  const text = index.texts[position] ?? '';
  return isNonWeb(`${lineOf(text, 'name')} ${lineOf(text, 'category')}`, lineOf(text, 'host')) ? 1 : 2;
}

/** 2: a website may take it; 1: nothing for websites; 0: archived. */
export function usableGrades(index: SearchIndex): (position: number) => number {
  const { usable } = keptFor(index);
  return (position) => {
    const known = usable[position] ?? 0;
    if (known > 0) return known - 1;
    const grade = usability(index, position);
    usable[position] = grade + 1;
    return grade;
  };
}

/** Of most records their text says that they are of another site, without a look at the address itself. */
function graded(index: SearchIndex, site: Site, position: number): SiteGrade {
  const near = index.texts[position]?.includes(site.baseDomain ?? site.hostname) === true;
  return near || index.isBeyondAscii(position) ? siteGrade(index.writtenAt(position, 'host'), site) : 0;
}

/** `SiteGrade` of a record; of the last site that was asked for, they are at hand. */
export function siteGrades(index: SearchIndex, site: Site): (position: number) => number {
  const own = keptFor(index);
  if (own.site.origin !== site.origin) own.site = { origin: site.origin, grades: new Uint8Array(index.size) };
  const { grades } = own.site;
  return (position) => {
    const known = grades[position] ?? 0;
    if (known > 0) return known - 1;
    const grade = graded(index, site, position);
    grades[position] = grade + 1;
    return grade;
  };
}
