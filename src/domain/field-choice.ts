import type { FieldPlace } from './field-place.ts';

/** A field that a person chose for a session, on one page of one of its origins. */
export interface FieldChoice extends FieldPlace {
  readonly origin: string;
  /** The page's path, as `pagePlace` writes it. */
  readonly path: string;
  /** What is written into a field of role `extra`; null for every other role. */
  readonly text: string | null;
}

type Place = Pick<FieldChoice, 'origin' | 'path' | 'role'>;

/** How many fields a session may keep, over all its pages. */
export const mostFieldChoices = 24;

/** Numbers, hexadecimal ids and their like: what differs from one visit to the next. */
const passing = /^(\d+|(?=.*\d)[\da-f-]{8,}|(?=.*\d)[\w-]{20,})$/i;

/** A page as choices name it; what differs from visit to visit is left open in its path. null: the address is none. */
export function pagePlace(address: string): Pick<FieldChoice, 'origin' | 'path'> | null {
  try {
    const { origin, pathname } = new URL(address);
    const path = pathname.split('/').map((part) => (passing.test(part) ? '*' : part));
    return { origin, path: path.join('/') };
  } catch {
    return null;
  }
}

/** The fields that were chosen for a page, by its full address. */
export function choicesFor(choices: readonly FieldChoice[], address: string): readonly FieldChoice[] {
  const page = pagePlace(address);
  return page === null ? [] : choices.filter(({ origin, path }) => origin === page.origin && path === page.path);
}

const isAt =
  (place: Place) =>
  ({ origin, path, role }: Place): boolean =>
    origin === place.origin && path === place.path && role === place.role;

/** The choices without the one for this field of this page. */
export const withoutChoice = (choices: readonly FieldChoice[], place: Place): readonly FieldChoice[] =>
  choices.filter((other) => !isAt(place)(other));

/** The choices with one more; it replaces an earlier one of the same role on the same page, and the oldest of too many. */
export const withChoice = (choices: readonly FieldChoice[], choice: FieldChoice): readonly FieldChoice[] =>
  [...withoutChoice(choices, choice), choice].slice(-mostFieldChoices);

/** The choices with one that was forgotten; what was chosen in its place since then stays. */
export const withForgotten = (choices: readonly FieldChoice[], choice: FieldChoice): readonly FieldChoice[] =>
  choices.some(isAt(choice)) ? choices : withChoice(choices, choice);
