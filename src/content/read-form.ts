import { type FieldDescription, type FieldKind, fieldKind } from '../domain/field-role.ts';
import type { FieldRole, FormReport, Refusal } from '../domain/fill.ts';
import { formTarget } from './form-target.ts';
import { visibleFields } from './visibility.ts';

/** What was read of a page: elements that stay here, and the report that leaves. */
export interface Reading {
  readonly username: HTMLInputElement | null;
  readonly password: HTMLInputElement | null;
  readonly report: FormReport;
}

const mostInputs = 2_000;
const budgetMs = 50;

interface Candidate {
  readonly input: HTMLInputElement;
  readonly kind: FieldKind;
}

function labelText(input: HTMLInputElement): string {
  const named = input.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const root = input.getRootNode() as Document | ShadowRoot;
  const texts = named.map((id) => root.getElementById(id)?.textContent ?? '');
  return [...texts, ...Array.from(input.labels ?? [], (label) => label.textContent ?? '')].join(' ').slice(0, 300);
}

const describe = (input: HTMLInputElement): FieldDescription => ({
  type: input.type,
  autocomplete: (input.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/),
  words: [input.name, input.id, input.placeholder, input.getAttribute('aria-label') ?? '', labelText(input)].join(' '),
});

/** Every input of the page, through open shadow roots; null when there are too many to judge. */
function allInputs(): HTMLInputElement[] | null {
  const found: HTMLInputElement[] = [];
  const roots: (Document | ShadowRoot)[] = [document];
  const deadline = performance.now() + budgetMs;
  for (let root = roots.pop(); root !== undefined; root = roots.pop()) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof HTMLInputElement) found.push(node);
      const shadow = (node as Element).shadowRoot;
      if (shadow !== null) roots.push(shadow);
    }
    if (found.length > mostInputs || performance.now() > deadline) return null;
  }
  return found;
}

const refused = (refusal: Refusal): Reading => ({
  username: null,
  password: null,
  report: { fields: [], actionOrigin: null, refusal },
});

/** The user name beside a password: the nearest one before it in the same form, a named one rather than an unnamed one. */
function usernameFor(password: HTMLInputElement, candidates: readonly Candidate[]): HTMLInputElement | null {
  const before = candidates.filter(
    ({ input, kind }) =>
      (kind === 'username' || kind === 'maybe-username') &&
      input.form === password.form &&
      (input.compareDocumentPosition(password) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return (before.findLast(({ kind }) => kind === 'username') ?? before.at(-1))?.input ?? null;
}

type Choice = Pick<Reading, 'username' | 'password'> | Refusal;

function choose(candidates: readonly Candidate[]): Choice {
  const passwords = candidates.filter(({ kind }) => kind === 'password');
  const [password, another] = passwords;
  if (candidates.some(({ kind }) => kind === 'new-password')) return 'new-password-field';
  if (another !== undefined) return 'several-password-fields';
  if (password !== undefined) return { username: usernameFor(password.input, candidates), password: password.input };
  const named = candidates.filter(({ kind }) => kind === 'username');
  return { username: named.length === 1 ? (named[0]?.input ?? null) : null, password: null };
}

/** Where the chosen fields would be sent, with the refusals that follow from it. */
function judged({ username, password }: Pick<Reading, 'username' | 'password'>): Reading {
  const chosen = [username, password].filter((input) => input !== null);
  const forms = new Set(chosen.map((input) => input.form));
  const [first] = chosen;
  if (first === undefined) return { username, password, report: { fields: [], actionOrigin: null, refusal: null } };
  if (forms.size > 1) return refused('cannot-determine');
  const target = formTarget(first.form);
  const fields: FieldRole[] = [
    ...(username ? (['username'] as const) : []),
    ...(password ? (['password'] as const) : []),
  ];
  return { username, password, report: { fields, actionOrigin: target.origin, refusal: target.refusal } };
}

/** Reads the page: no side effect, no value, no text of the page leaves. */
export function readForm(): Reading {
  const inputs = allInputs();
  if (inputs === null) return refused('cannot-determine');
  const candidates = inputs
    .map((input) => ({ input, kind: fieldKind(describe(input)) }))
    .filter(({ kind }) => kind !== 'other');
  const visible = new Set(visibleFields(candidates.map(({ input }) => input)));
  const choice = choose(candidates.filter(({ input }) => visible.has(input)));
  return typeof choice === 'string' ? refused(choice) : judged(choice);
}
