import type { FieldPlace } from './field-place.ts';
import { placeLimits } from './field-place.ts';

/** The names under which a record of IT Glue tells a selector, and what each is for. */
const roles = { username: 'username', password: 'password' } as const;

export const longestSelectors = 2_000;

const selectorsOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const isSelector = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= placeLimits.selector;

/**
 * Where a record of IT Glue says that its fields are (`autofill-selectors`). The form of that text is not documented; one
 * object of selectors by role is taken, and everything else says nothing. It is a stranger's text: what it names is a hint,
 * never a permission.
 */
export function placesIn(text: string | null): readonly FieldPlace[] {
  if (text === null || text.length > longestSelectors) return [];
  const told = selectorsOf(text);
  if (typeof told !== 'object' || told === null || Array.isArray(told)) return [];
  return Object.entries(roles).flatMap(([name, role]) => {
    const selector: unknown = Reflect.get(told, name);
    return isSelector(selector) ? [{ role, steps: [selector] }] : [];
  });
}
