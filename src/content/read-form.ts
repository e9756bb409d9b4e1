import { type FieldDescription, type KnownField, knownField } from '../domain/field-role.ts';
import type { FieldRole, FormReport, Refusal } from '../domain/fill.ts';
import { chooseOnPage, type FormChoice, type ReadForm } from '../domain/form-choice.ts';
import { formScores, titleSays } from '../domain/form-kind.ts';
import { describeField } from './describe-field.ts';
import { describeForm } from './describe-form.ts';
import { type FieldGroup, fieldGroups } from './field-groups.ts';
import { formAround } from './form-around.ts';
import { formTarget } from './form-target.ts';
import { framedLogin } from './framed-login.ts';
import { pageInputs } from './page-inputs.ts';
import { submitters } from './submitters.ts';
import { type HiddenWay, hiddenWays } from './visibility.ts';

/** A field that was chosen, as it was when it was read. */
export interface ReadInput {
  readonly role: FieldRole;
  readonly input: HTMLInputElement;
  readonly type: string;
}

/** What was read of a page: elements that stay here, and the report that leaves. */
export interface Reading {
  /** In the order of the page; several of role `code` take a digit each. */
  readonly inputs: readonly ReadInput[];
  readonly report: FormReport;
}

/** How long reading may take (ms) before the page counts as one that cannot be judged. */
const budgetMs = 250;

export const refused = (refusal: Refusal | null): Reading => ({
  inputs: [],
  report: { fields: [], actionOrigin: null, refusal },
});

interface Candidate extends KnownField {
  readonly description: FieldDescription;
}

interface Candidates {
  readonly known: ReadonlyMap<HTMLInputElement, Candidate>;
  readonly hidden: ReadonlyMap<HTMLInputElement, HiddenWay>;
}

function candidates(inputs: readonly HTMLInputElement[]): Candidates {
  const known = new Map<HTMLInputElement, Candidate>();
  for (const input of inputs) {
    const description = describeField(input);
    const field = knownField(description);
    if (field !== null) known.set(input, { ...field, description });
  }
  return { known, hidden: hiddenWays([...known.keys()]) };
}

type Choice = FormChoice<HTMLInputElement>;

function readGroup({ root, inputs }: FieldGroup, { known, hidden }: Candidates): ReadForm<HTMLInputElement> {
  const seen = inputs.filter((input) => !hidden.has(input));
  const fields = seen.flatMap((input) => {
    const field = known.get(input);
    return field === undefined ? [] : [{ ...field, id: input, named: input.name !== '' || input.id !== '' }];
  });
  const hiddenPassword = inputs.some((input) => input.type === 'password' && hidden.has(input));
  const described = fields.map(({ description }) => description);
  return { fields, scores: formScores(describeForm(root, described, fields, hiddenPassword)) };
}

/** Why a login that nobody sees is not filled: the way in which its password, or else its user name, is hidden. */
function hiddenLogin({ known, hidden }: Candidates): Refusal | null {
  const ways = (kinds: readonly KnownField['kind'][]) =>
    [...hidden].flatMap(([input, way]) => (kinds.includes(known.get(input)?.kind ?? 'unnamed') ? [way] : []));
  const [way] = [...ways(['password']), ...ways(['username'])];
  return way === undefined || way === 'unusable' ? null : way;
}

const follows = (earlier: Element, later: Element): boolean =>
  (earlier.compareDocumentPosition(later) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Whether a code is asked for in a later step of the same form: a button that sends stands between. */
function laterStep(password: HTMLInputElement, code: HTMLInputElement): boolean {
  const buttons = password.form?.querySelectorAll(submitters) ?? [];
  return Array.from(buttons).some((button) => follows(password, button) && follows(button, code));
}

function chosenInputs(choice: Extract<Choice, { readonly sure: number }>): readonly ReadInput[] {
  const { username, password, code } = choice;
  return [
    ...(username === null ? [] : [{ role: 'username' as const, input: username }]),
    ...(password === null ? [] : [{ role: 'password' as const, input: password }]),
    ...code
      .filter((input) => password === null || !laterStep(password, input))
      .map((input) => ({ role: 'code' as const, input })),
  ].map((field) => ({ ...field, type: field.input.type }));
}

/** Where the chosen fields would be sent, with the refusals that follow from it. */
function judged(inputs: readonly ReadInput[]): Reading {
  const forms = new Set(inputs.map(({ input }) => formAround(input)));
  const [form] = forms;
  if (form === undefined || forms.size > 1) return refused('cannot-determine');
  const target = formTarget(form);
  const fields = [...new Set(inputs.map(({ role }) => role))];
  return { inputs, report: { fields, actionOrigin: target.origin, refusal: target.refusal } };
}

/** Reads the page: no side effect, no value, no text of the page leaves. */
export function readForm(): Reading {
  const deadline = performance.now() + budgetMs;
  const inputs = pageInputs();
  if (inputs === null) return refused('cannot-determine');
  const found = candidates(inputs);
  const forms: ReadForm<HTMLInputElement>[] = [];
  for (const group of fieldGroups([...found.known.keys()])) {
    if (performance.now() > deadline) return refused('cannot-determine');
    if (group.inputs.some((input) => !found.hidden.has(input))) forms.push(readGroup(group, found));
  }
  const choice = chooseOnPage(forms, titleSays(document.title));
  if ('sure' in choice) return judged(chosenInputs(choice));
  if (choice.refusal !== 'absent' && choice.refusal !== 'search-form') return refused(choice.refusal);
  const elsewhere = hiddenLogin(found) ?? framedLogin();
  return refused(elsewhere ?? (choice.refusal === 'absent' ? null : choice.refusal));
}
