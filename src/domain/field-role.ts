import { bareCode, type FieldHint, fieldHints, notOneTime } from './field-hints.ts';
import type { FieldKind } from './field-kind.ts';
import { fold } from './fold.ts';

/** What the page says of an input: its type, its autocomplete tokens and the words around it. Its value is never read. */
export interface FieldDescription {
  readonly type: string;
  /** Lower-case autocomplete tokens. */
  readonly autocomplete: readonly string[];
  /** Name, id and their like: words for machines. */
  readonly names: readonly string[];
  /** Label, placeholder and their like: words for people. */
  readonly texts: readonly string[];
  /** How many characters it takes at most; -1: it does not say. */
  readonly longest: number;
}

/** How a field would do for a one-time code where one is asked for: a digit of it, all of it by its words or its length. */
export type CodeShape = 'digit' | 'said' | 'short' | null;

/** What a field is for, and how surely: 3 the page says so outright, 1 by a faint sign. */
export interface KnownField {
  readonly kind: FieldKind;
  readonly strength: 1 | 2 | 3;
}

const textTypes = /^(text|email|tel|search|number|url|)$/;

const groupOf = (type: string): 'password' | 'text' | null => {
  if (type === 'password') return 'password';
  return textTypes.test(type) ? 'text' : null;
};

/** Whether text can be typed into an input of this type. */
export const takesText = (type: string): boolean => groupOf(type) !== null;

interface Folded {
  readonly type: string;
  readonly tokens: readonly string[];
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

const some = (pattern: RegExp | undefined, texts: readonly string[]): boolean =>
  pattern !== undefined && texts.some((text) => pattern.test(text));

const fits = (hint: FieldHint, field: Folded): boolean =>
  (some(hint.tokens, field.tokens) ||
    some(hint.names, field.names) ||
    some(hint.texts, field.texts) ||
    some(hint.says, [...field.names, ...field.texts]) ||
    some(hint.type, [field.type])) &&
  !some(hint.notType, [field.type]) &&
  !some(hint.unless, [...field.names, ...field.texts]);

/** What an input is for, by itself; null where nothing of ours can be typed into it (a checkbox, a date). */
export function knownField(field: FieldDescription): KnownField | null {
  const group = groupOf(field.type);
  if (group === null) return null;
  const folded: Folded = {
    type: field.type,
    tokens: field.autocomplete,
    names: field.names.map(fold),
    texts: field.texts.map(fold),
  };
  const hint = fieldHints[group].find((each) => fits(each, folded));
  return hint === undefined ? null : { kind: hint.kind, strength: hint.strength };
}

const wholeCode = { min: 4, max: 8 } as const;

/** By its length and by its own words; that the page asks for a code at all, others have to say. */
export function codeShape({ longest, names, texts }: FieldDescription): CodeShape {
  if (longest === 1) return 'digit';
  const said = [...names, ...texts].map(fold);
  if (some(notOneTime, said)) return null;
  if (some(bareCode, said)) return 'said';
  return longest >= wholeCode.min && longest <= wholeCode.max ? 'short' : null;
}
