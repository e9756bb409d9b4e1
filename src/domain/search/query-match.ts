import { formsOfWord } from './abbreviations.ts';
import { oneEditMatcher, shortestMistyped } from './one-edit.ts';
import { lineHolds, type SearchedOrganization, type SearchIndex } from './search-index.ts';
import { filterLines, type QueryFilter, type SearchQuery } from './search-query.ts';
import { shortFormMatcher } from './short-form.ts';

/** How well a text holds a word; 0: not at all. */
type Fit = 0 | 1 | 2 | 3 | 4;

/** Tells how well the record at a position answers a query: 0 not at all, otherwise the sum of its words' fits. */
export type RecordMatch = (position: number) => number;

const startsWord = (text: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');

/** 4: the name starts with it; 3: a word of the name does; 2: the name holds it; 1: another line does. */
function fitOf(text: string, forms: readonly string[]): Fit {
  let at = -1;
  for (let index = 0; at < 0 && index < forms.length; index += 1) at = text.indexOf(forms[index] ?? '');
  if (at < 0) return 0;
  if (at === 0) return 4;
  if (text.indexOf('\n') < at) return 1;
  return startsWord(text, at) ? 3 : 2;
}

const organizationHolds = ({ text, initials }: SearchedOrganization, forms: readonly string[]): boolean =>
  forms.some((form) => text.includes(form)) ||
  (forms[0] !== undefined && forms[0].length > 1 && initials.startsWith(forms[0]));

/** What a word is taken for when nothing holds it as typed: a slip of one letter, or a short form. */
function looseMatcher(word: string): ((text: string) => boolean) | null {
  return word.length >= shortestMistyped ? oneEditMatcher(word) : shortFormMatcher(word);
}

interface WordMatch {
  readonly forms: readonly string[];
  /** By position of the organization. */
  readonly inOrganization: readonly boolean[];
  readonly loose: ((text: string) => boolean) | null;
}

function wordMatch(index: SearchIndex, word: string, loose: boolean): WordMatch {
  const forms = formsOfWord(word);
  const matcher = loose ? looseMatcher(word) : null;
  return {
    forms,
    inOrganization: index.organizations.map(
      (organization) => organizationHolds(organization, forms) || (matcher?.(organization.text) ?? false),
    ),
    loose: matcher,
  };
}

function filterMatch(
  index: SearchIndex,
  { name, value }: QueryFilter,
): (position: number, organization: number) => boolean {
  if (name === 'org') {
    const holds = index.organizations.map((organization) => organizationHolds(organization, [value]));
    return (_position, organization) => holds[organization] ?? false;
  }
  const line = filterLines[name];
  return (position) => lineHolds(index.texts[position] ?? '', line, value);
}

/** Words that are told apart fastest come first: long ones are rare. */
const byLength = (words: readonly string[]): readonly string[] => [...words].sort((a, b) => b.length - a.length);

/**
 * A query made ready for one index. Every word must be held by the record or by its organization, every filter by its
 * line. `loose` also takes a word for what it may have been meant as.
 */
export function queryMatch(index: SearchIndex, query: SearchQuery, loose: boolean): RecordMatch {
  const words = byLength(query.words).map((word) => wordMatch(index, word, loose));
  const filters = query.filters.map((filter) => filterMatch(index, filter));
  const { texts, organizationOf } = index;
  return (position) => {
    const text = texts[position] ?? '';
    const organization = organizationOf[position] ?? 0;
    let sum = 1;
    for (const { forms, inOrganization, loose: matches } of words) {
      const fit = fitOf(text, forms) || (inOrganization[organization] || matches?.(text) ? 1 : 0);
      if (fit === 0) return 0;
      sum += fit;
    }
    for (const matches of filters) if (!matches(position, organization)) return 0;
    return sum;
  };
}
