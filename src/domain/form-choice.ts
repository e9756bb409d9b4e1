import type { FieldKind } from './field-kind.ts';
import type { CodeShape, KnownField } from './field-role.ts';
import type { Refusal } from './fill.ts';
import type { FormScores, TitleSays } from './form-kind.ts';

/** A visible field of a form, with whatever names it outside of here. */
export interface ReadField<Id> extends KnownField {
  readonly id: Id;
  /** Whether it has a name or an id: what has neither is not sent. */
  readonly named: boolean;
  readonly codeShape: CodeShape;
}

/** A form as it was read: its visible fields in the order of the page, and what speaks for each kind. */
export interface ReadForm<Id> {
  readonly fields: readonly ReadField<Id>[];
  readonly scores: FormScores;
}

/** The fields that a fill would write to, all of one form; or why none. `absent`: nothing here is a login. */
export type FormChoice<Id> =
  | { readonly username: Id | null; readonly password: Id | null; readonly code: readonly Id[]; readonly sure: number }
  | { readonly refusal: Refusal | 'absent' };

/** How much more must speak for a login than for anything else. */
const least = { password: 0.5, username: 3, odd: 5, signUp: 2, other: 4, code: 1 } as const;
/** How many boxes of one digit each make a code. */
const codeBoxLimits = { min: 4, max: 8 } as const;

const only = <Id>({ fields }: ReadForm<Id>, ...kinds: readonly FieldKind[]) =>
  fields.filter(({ kind }) => kinds.includes(kind));

const strong = <Id>(fields: readonly ReadField<Id>[]) => fields.filter(({ strength }) => strength > 1);

const ranks: Readonly<Partial<Record<FieldKind, number>>> = {
  email: 3,
  phone: 2,
  unnamed: 1,
  extra: 0.5,
  card: 0.4,
  code: 0.3,
  identity: 0.2,
};

/** How well a field would do for the user name. */
const rank = ({ kind, strength }: KnownField): number => (kind === 'username' ? 2 + strength : (ranks[kind] ?? 0));

/** The user name beside a password: what is named best, the nearest of equals; before the password rather than after it. */
function usernameBeside<Id>(form: ReadForm<Id>, password: ReadField<Id>): ReadField<Id> | null {
  const at = form.fields.indexOf(password);
  const best = (fields: readonly ReadField<Id>[]): ReadField<Id> | null =>
    fields.reduce<ReadField<Id> | null>(
      (found, field) => (found === null || rank(field) >= rank(found) ? field : found),
      null,
    );
  const usable = (field: ReadField<Id>) =>
    rank(field) >= (margin(form) >= least.odd ? 0.2 : 0.5) && !(field.kind === 'code' && field.strength === 3);
  const before = form.fields.slice(0, at).filter(usable);
  return (
    best(before) ?? best(form.fields.slice(at + 1).filter(({ kind, strength }) => kind === 'username' && strength > 1))
  );
}

const margin = ({ scores }: ReadForm<unknown>): number => scores.login - Math.max(scores['sign-up'], scores.other);

/** What a form that asks for a new password is. */
function renewing<Id>(form: ReadForm<Id>, passwords: number, renewed: number): Refusal {
  const people = only(form, 'username', 'email', 'phone', 'identity').length;
  const speaksOfSignUp = form.scores['sign-up'] > 10;
  if (passwords > 0 && (renewed > 1 || (people === 0 && !speaksOfSignUp))) return 'change-password-form';
  return people > 0 && speaksOfSignUp ? 'sign-up-form' : 'new-password-field';
}

/** Of two password fields the one that is sent: the other is its twin for showing what was typed. */
const shown = <Id>(passwords: readonly ReadField<Id>[]): readonly ReadField<Id>[] => {
  const named = passwords.filter((field) => field.named);
  const twins = passwords.length === 2 && passwords.every(({ kind }) => kind === 'password');
  return twins && named.length === 1 ? named : passwords;
};

function withPassword<Id>(form: ReadForm<Id>): FormChoice<Id> {
  const renewed = strong(only(form, 'new-password'));
  const passwords = shown(only(form, 'password', 'new-password').filter((field) => !renewed.includes(field)));
  if (renewed.length > 0) return { refusal: renewing(form, passwords.length, renewed.length) };
  const [password, another] = passwords;
  if (password === undefined) return { refusal: 'absent' };
  if (another !== undefined) {
    if (passwords.length === 3) return { refusal: 'change-password-form' };
    if (form.scores.other - form.scores.login >= least.other) return { refusal: 'absent' };
    if (passwords.length === 2 && passwords.some(({ kind }) => kind === 'new-password'))
      return {
        refusal: passwords.some(({ strength }) => strength === 3) ? 'change-password-form' : 'new-password-field',
      };
    return { refusal: form.scores['sign-up'] > form.scores.login ? 'sign-up-form' : 'several-password-fields' };
  }
  if (margin(form) < least.password)
    return { refusal: form.scores['sign-up'] >= form.scores.other ? 'sign-up-form' : 'absent' };
  return {
    username: usernameBeside(form, password)?.id ?? null,
    password: password.id,
    code: codeBoxes(form),
    sure: margin(form) + 4,
  };
}

const ids = <Id>(fields: readonly ReadField<Id>[]): readonly Id[] => fields.map(({ id }) => id);

/** Boxes of a digit each, where one of them or the page asks for a code. */
function digitBoxes<Id>({ fields, scores }: ReadForm<Id>): readonly Id[] {
  const boxes = fields.filter(({ codeShape }) => codeShape === 'digit');
  const fit = boxes.length >= codeBoxLimits.min && boxes.length <= codeBoxLimits.max;
  const asked = scores.code >= least.code || boxes.some(({ kind, strength }) => kind === 'code' && strength === 3);
  return asked && fit ? ids(boxes) : [];
}

/** What a field may have been taken for that is one for a code after all, by its shape and by what the page asks for. */
const vague = ({ kind, strength }: KnownField): boolean =>
  ['unnamed', 'search'].includes(kind) ||
  (strength === 1 && ['code', 'phone', 'username', 'identity', 'password'].includes(kind));

/** The only field of a page that asks for a code in its own words. */
function lonelyCode<Id>({ fields: [field, another], scores }: ReadForm<Id>): readonly Id[] {
  if (field === undefined || another !== undefined || scores.code < least.code || !vague(field)) return [];
  return field.codeShape === 'said' || (field.codeShape === 'short' && field.kind !== 'password') ? [field.id] : [];
}

function codeBoxes<Id>(form: ReadForm<Id>): readonly Id[] {
  const asksPassword = only(form, 'password').length > 0;
  const codes = only(form, 'code').filter(({ strength }) => strength > 1 || !asksPassword);
  if (codes.length > codeBoxLimits.max) return [];
  // Fewer than make a code are whole codes of different kinds; the first one is meant.
  return ids(codes.slice(0, codes.length < codeBoxLimits.min ? 1 : codes.length));
}

function withoutPassword<Id>(form: ReadForm<Id>): FormChoice<Id> {
  const code = [digitBoxes, codeBoxes, lonelyCode].map((find) => find(form)).find(({ length }) => length > 0) ?? [];
  const { login, other, 'sign-up': signUp } = form.scores;
  if (code.length > 0 && signUp - login >= least.signUp && signUp >= other) return { refusal: 'sign-up-form' };
  if (code.length > 0 && other - login >= least.other) return { refusal: 'absent' };
  if (code.length > 0 && only(form, 'identity', 'card').length === 0)
    return { username: null, password: null, code, sure: 4 };
  const named =
    form.fields.length === 1 && form.scores.code < least.code
      ? only(form, 'username', 'email', 'phone', 'unnamed')
      : only(form, 'username', 'email', 'phone');
  const best = named.reduce<ReadField<Id> | null>(
    (found, field) => (found === null || rank(field) > rank(found) ? field : found),
    null,
  );
  const machine = only(form, 'other-secret').length > 0;
  if (best !== null && !machine && margin(form) >= least.username)
    return { username: best.id, password: null, code: [], sure: margin(form) };
  if (only(form, 'decoy').length > 0) return { refusal: 'decoy-field' };
  if (best !== null && form.scores['sign-up'] > Math.max(form.scores.login, form.scores.other, 3))
    return { refusal: 'sign-up-form' };
  if (form.fields.length > 0 && form.fields.every(({ kind }) => kind === 'search')) return { refusal: 'search-form' };
  return { refusal: 'absent' };
}

function chooseInForm<Id>(form: ReadForm<Id>): FormChoice<Id> {
  const cards = only(form, 'card').length;
  if (cards > 1 || (cards > 0 && form.scores.other > form.scores['sign-up'])) {
    if (margin(form) < least.password) return { refusal: 'card-form' };
  }
  const codes = [...digitBoxes(form), ...lonelyCode(form)];
  const passwords = only(form, 'password', 'new-password').filter(({ id }) => !codes.includes(id));
  const asksPassword = passwords.length > 0 || cards > 1;
  return asksPassword ? withPassword(form) : withoutPassword(form);
}

/** What the refusals of several forms say of the page, the most telling first. */
const telling: readonly (Refusal | 'absent')[] = [
  'several-password-fields',
  'change-password-form',
  'sign-up-form',
  'new-password-field',
  'card-form',
  'decoy-field',
  'search-form',
  'absent',
];

type Fill<Id> = Extract<FormChoice<Id>, { readonly sure: number }>;

/** Forms that ask for a password come first, then those for a user name, then those for a code. */
const weight = ({ password, username, sure }: Fill<unknown>): number =>
  (password !== null ? 200 : username !== null ? 100 : 0) + sure;

interface FillableForm<Id> {
  readonly choice: Fill<Id>;
  readonly form: ReadForm<Id>;
}

/** Whether nothing tells two logins apart: those of two systems side by side, and the credential belongs to one. */
const alike = <Id>(one: FillableForm<Id>, other: FillableForm<Id>): boolean =>
  weight(one.choice) === weight(other.choice) &&
  one.form.fields.map(({ kind }) => kind).join() === other.form.fields.map(({ kind }) => kind).join();

/** So many fields beside a login say that the page is for signing up, wherever they stand. */
const manyFields = 6;

interface Beside<Id> {
  readonly forms: readonly ReadForm<Id>[];
  readonly choices: readonly FormChoice<Id>[];
  readonly title: TitleSays;
}

/**
 * Whether the login is only an offer on a page for signing up: that form asks for more, and stands first, is long, is
 * what the title names, or stands among several logins. Where the title names both, one field more is not yet more.
 */
function signsUp<Id>({ forms, choices, title }: Beside<Id>, login: ReadForm<Id>): boolean {
  const logins = choices.filter((choice) => 'sure' in choice && choice.password !== null).length;
  return forms.some((form, at) => {
    const choice = choices[at];
    if (choice === undefined || !('refusal' in choice) || choice.refusal !== 'sign-up-form') return false;
    const { length } = form.fields;
    const main = title.signUp || at < forms.indexOf(login) || length >= manyFields || logins > 1;
    return length > login.fields.length + (title.login ? 1 : 0) && main;
  });
}

/** The one form of a page that a fill would write to. */
export function chooseOnPage<Id>(forms: readonly ReadForm<Id>[], title: TitleSays): FormChoice<Id> {
  const choices = forms.map(chooseInForm);
  const fillable = choices.flatMap((choice, at): FillableForm<Id>[] => {
    const form = forms[at];
    return 'sure' in choice && form !== undefined ? [{ choice, form }] : [];
  });
  const [best] = fillable.sort((a, b) => weight(b.choice) - weight(a.choice));
  if (best !== undefined) {
    const cards = forms.some((form) => only(form, 'card').length > 0);
    const codes = fillable.filter(({ choice }) => choice.password === null && choice.code.length > 0);
    if (best.choice.code.length > 0 && best.choice.password === null && (codes.length > 1 || cards))
      return { refusal: 'cannot-determine' };
    if (best.choice.password !== null && fillable.slice(1).some((next) => alike(best, next)))
      return { refusal: 'several-password-fields' };
    if (!(title.login && !title.signUp) && signsUp({ forms, choices, title }, best.form))
      return { refusal: 'sign-up-form' };
    return best.choice;
  }
  const refusals = choices.flatMap((choice) => ('refusal' in choice ? [choice.refusal] : []));
  return { refusal: telling.find((refusal) => refusals.includes(refusal)) ?? 'absent' };
}
