import type { PasswordId } from '../ids.ts';
import { isNonWeb } from './non-web.ts';
import { lineOf, type SearchIndex } from './search-index.ts';
import { type Site, siteGrade } from './site.ts';

/** Grades of a whole index, a byte a record: asked for with every key that is pressed, worked out once. */
interface Kept {
  usable?: Uint8Array;
  positions?: ReadonlyMap<PasswordId, number>;
  site?: { readonly origin: string; readonly grades: Uint8Array };
}

const keptOf = new WeakMap<SearchIndex, Kept>();

function kept(index: SearchIndex): Kept {
  const known = keptOf.get(index) ?? {};
  keptOf.set(index, known);
  return known;
}

function usability({ passwords, texts }: SearchIndex): Uint8Array {
  return Uint8Array.from(passwords, ({ archived, vaulted, url }, position) => {
    if (archived) return 0;
    const text = texts[position] ?? '';
    return vaulted || isNonWeb(`${lineOf(text, 'name')} ${lineOf(text, 'category')}`, url) ? 1 : 2;
  });
}

/** 2: a website may take it; 1: nothing for websites; 0: archived. */
export function usableGrades(index: SearchIndex): Uint8Array {
  const own = kept(index);
  own.usable ??= usability(index);
  return own.usable;
}

/** `SiteGrade` of every record; of the last site that was asked for, they are at hand. */
export function siteGrades(index: SearchIndex, site: Site): Uint8Array {
  const own = kept(index);
  if (own.site?.origin !== site.origin) {
    own.site = { origin: site.origin, grades: Uint8Array.from(index.passwords, ({ url }) => siteGrade(url, site)) };
  }
  return own.site.grades;
}

/** Where in the index a record is. */
export function positionsById(index: SearchIndex): ReadonlyMap<PasswordId, number> {
  const own = kept(index);
  own.positions ??= new Map(index.passwords.map(({ id }, position) => [id, position]));
  return own.positions;
}
