import type { KnownField } from './field-role.ts';
import { fold } from './fold.ts';
import { type Adds, type FormKind, type FormPlace, formHints, titleWords } from './form-hints.ts';

/** What the page says of a form, or of the part of the page that stands for one. */
export interface FormDescription {
  readonly words: Readonly<Record<FormPlace, readonly string[]>>;
  /** The fields that a person can see. */
  readonly fields: readonly KnownField[];
  /** Whether a password field is there that nobody sees: a user name page that expects a password manager. */
  readonly hiddenPassword: boolean;
  readonly textAreas: number;
  readonly selects: number;
}

export type FormScores = Readonly<Record<FormKind, number>>;

const count = ({ fields }: FormDescription, ...kinds: readonly KnownField['kind'][]): number =>
  fields.filter(({ kind }) => kinds.includes(kind)).length;

/** What the make-up of a form says, as data. */
const shapes: readonly (Adds & { readonly when: (form: FormDescription) => boolean })[] = [
  {
    when: (form) => form.fields.some(({ kind, strength }) => kind === 'password' && strength === 3),
    login: 4,
  },
  { when: (form) => count(form, 'new-password') > 0, 'sign-up': 4 },
  {
    when: (form) => form.fields.some(({ kind, strength }) => kind === 'new-password' && strength > 1),
    'sign-up': 6,
  },
  {
    when: (form) => form.fields.some(({ kind, strength }) => kind === 'username' && strength === 3),
    login: 1,
  },
  { when: (form) => count(form, 'username') > 0 && count(form, 'email') > 0, 'sign-up': 1.5 },
  { when: (form) => count(form, 'identity', 'phone') === 1, 'sign-up': 1.5, other: 1 },
  { when: (form) => count(form, 'identity', 'phone') === 2, 'sign-up': 3, other: 3 },
  { when: (form) => count(form, 'identity', 'phone') > 2, 'sign-up': 5, other: 5 },
  { when: (form) => count(form, 'card') > 1, other: 0.5 },
  { when: (form) => count(form, 'card') > 1 && count(form, 'password') === 0, other: 6 },
  { when: (form) => form.textAreas > 0, other: 3 },
  { when: (form) => form.selects > 1, 'sign-up': 1.5, other: 1.5 },
  { when: (form) => count(form, 'password') === 1 && form.fields.length <= 2, login: 1.5 },
  { when: (form) => count(form, 'password') === 1 && count(form, 'new-password') === 0, login: 1 },
  {
    when: (form) =>
      form.fields.length === 1 && form.fields.some(({ kind, strength }) => kind === 'username' && strength === 3),
    login: 2,
  },
  { when: (form) => form.fields.length === 1 && count(form, 'username', 'email') === 1, login: 0.5 },
  { when: (form) => form.hiddenPassword && count(form, 'password') === 0, login: 2 },
];

/** What a button to go on, or the page's title, adds for a login: it may as well be meant for something else. */
const goingOn = 1;

/** How much speaks for each kind of form. */
export function formScores(form: FormDescription): FormScores {
  const scores: Record<FormKind, number> = { login: 0, 'sign-up': 0, other: 0, code: 0 };
  const add = (adds: Adds) => {
    for (const kind of Object.keys(scores) as FormKind[]) scores[kind] += adds[kind] ?? 0;
  };
  const folded = Object.fromEntries<readonly string[]>(
    Object.entries(form.words).map(([place, texts]) => [place, texts.map(fold)]),
    // `fromEntries` forgets which keys it was given.
  ) as Record<FormPlace, readonly string[]>;
  let speaksOfLogin = 0;
  const asksPassword = count(form, 'password', 'new-password') > 0;
  for (const { places, words, unless, withoutPassword, withoutLogin, ...adds } of formHints) {
    if (
      (withoutPassword === true && asksPassword) ||
      (withoutLogin === true && (!asksPassword || speaksOfLogin > goingOn))
    )
      continue;
    const texts = places.flatMap((place) => folded[place]);
    if (!texts.some((text) => words.test(text) && !(unless?.test(text) ?? false))) continue;
    add(adds);
    speaksOfLogin = Math.max(speaksOfLogin, adds.login ?? 0);
  }
  // A button with words of its own, and nothing about logging in anywhere: the password belongs to something else.
  if (speaksOfLogin === 0 && folded.submit.some((text) => text !== '')) add({ other: 3 });
  for (const { when, ...adds } of shapes) if (when(form)) add(adds);
  return scores;
}

/** What a page says in its title that it is for. */
export interface TitleSays {
  readonly login: boolean;
  readonly signUp: boolean;
}

export function titleSays(title: string): TitleSays {
  const folded = fold(title);
  return { login: titleWords.login.test(folded), signUp: titleWords['sign-up'].test(folded) };
}
