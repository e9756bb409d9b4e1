import type { HiddenWay } from '../domain/field-hidden.ts';
import type { FieldPlace } from '../domain/field-place.ts';
import { codeShape, type FieldDescription, type KnownField, knownField } from '../domain/field-role.ts';
import type { FieldRole, FormReport, Refusal } from '../domain/fill.ts';
import { chooseOnPage, type FormChoice, type ReadForm } from '../domain/form-choice.ts';
import { formScores, titleSays } from '../domain/form-kind.ts';
import { chosenFields } from './chosen-fields.ts';
import { type Clock, startClock } from './clock.ts';
import { createIsShared, describeField } from './describe-field.ts';
import { createMeasure, describeForm, type Measure } from './describe-form.ts';
import { type FieldGroup, fieldGroups } from './field-groups.ts';
import { formAround } from './form-around.ts';
import { formTarget } from './form-target.ts';
import { queryAll, titleOf } from './native-dom.ts';
import { closedFrame, framedPages } from './page-frames.ts';
import { type PageScan, scanPage } from './scan-page.ts';
import { submitters } from './submitters.ts';
import { hiddenWays } from './visibility.ts';

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

/**
 * How long a reading may take (ms) before it is given up: a page is stopped for as long. Usual pages take 5 ms, the
 * largest 50; a verdict is owed within 300, and a single step may still run past this by a few.
 */
export const readingMs = 250;

/** More fields than any login asks for: a form with so many, and no password field among them, is a table or a survey. */
const mostFields = 60;

export const refused = (refusal: Refusal | null): Reading => ({
  inputs: [],
  report: { fields: [], actionOrigin: null, refusal, inOwnFrame: false },
});

interface Candidate extends KnownField {
  readonly description: FieldDescription;
}

interface Candidates {
  readonly known: ReadonlyMap<HTMLInputElement, Candidate>;
  readonly hidden: ReadonlyMap<HTMLInputElement, HiddenWay>;
}

const mayBeLogin = ({ inputs }: FieldGroup): boolean =>
  inputs.length <= mostFields || inputs.some(({ type }) => type === 'password');

function candidates({ inputs, labelsOf }: PageScan, groups: readonly FieldGroup[], clock: Clock): Candidates {
  const known = new Map<HTMLInputElement, Candidate>();
  const grouped = new Set(groups.flatMap((group) => group.inputs));
  const isShared = createIsShared();
  for (const input of inputs) {
    if (clock.late()) break;
    if (!grouped.has(input)) continue;
    const description = describeField(input, labelsOf(input), isShared);
    const field = knownField(description);
    if (field !== null) known.set(input, { ...field, description });
  }
  return { known, hidden: hiddenWays([...known.keys()], clock) };
}

type Choice = FormChoice<HTMLInputElement>;

function readGroup(
  { root, inputs }: FieldGroup,
  { known, hidden }: Candidates,
  measure: Measure,
  clock: Clock,
): ReadForm<HTMLInputElement> {
  const seen = inputs.filter((input) => !hidden.has(input));
  const fields = seen.flatMap((input) => {
    const field = known.get(input);
    if (field === undefined) return [];
    const named = input.name !== '' || input.id !== '';
    return [{ ...field, id: input, named, codeShape: codeShape(field.description) }];
  });
  const hiddenPassword = inputs.some((input) => input.type === 'password' && hidden.has(input));
  const described = fields.map(({ description }) => description);
  return { fields, scores: formScores(describeForm(root, described, fields, hiddenPassword, measure, clock)) };
}

/** Why a login that nobody sees is not filled: the way in which its password, or else its user name, is hidden. */
function hiddenLogin({ known, hidden }: Candidates): Refusal | null {
  const ways = (kinds: readonly KnownField['kind'][]) =>
    [...hidden].flatMap(([input, way]) => (kinds.includes(known.get(input)?.kind ?? 'unnamed') ? [way] : []));
  const [way] = [...ways(['password']), ...ways(['username'])];
  return way ?? null;
}

const follows = (earlier: Element, later: Element): boolean =>
  (earlier.compareDocumentPosition(later) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Whether a code is asked for in a later step of the same form: a button that sends stands between. */
function laterStep(password: HTMLInputElement, code: HTMLInputElement): boolean {
  const buttons = password.form === null ? [] : queryAll(password.form, submitters);
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
export function judged(inputs: readonly ReadInput[]): Reading {
  const forms = new Set(inputs.map(({ input }) => formAround(input)));
  const [form] = forms;
  if (form === undefined || forms.size > 1) return refused('cannot-determine');
  const target = formTarget(form);
  const fields = [...new Set(inputs.map(({ role }) => role))];
  return { inputs, report: { fields, actionOrigin: target.origin, refusal: target.refusal, inOwnFrame: false } };
}

/** A page as it was read: its forms with somebody's fields in them, and which of them is meant. */
export interface ClassifiedPage {
  readonly choice: Choice;
  readonly found: Candidates;
  readonly forms: readonly ReadForm<HTMLInputElement>[];
  /** How many inputs take text, in forms or not. */
  readonly inputs: number;
}

/** What the page itself says; null: it is more than can be judged. */
export function classifiedPage(page = document, clock = startClock(readingMs)): ClassifiedPage | null {
  const scan = scanPage(page, clock);
  if (scan === null) return null;
  const groups = fieldGroups(scan.inputs, clock).filter(mayBeLogin);
  const found = candidates(scan, groups, clock);
  const measure = createMeasure();
  const forms: ReadForm<HTMLInputElement>[] = [];
  for (const group of groups) {
    if (clock.late()) break;
    if (group.inputs.some((input) => !found.hidden.has(input))) forms.push(readGroup(group, found, measure, clock));
  }
  // What was left out may have been another login, or what hides this one.
  if (clock.wasLate()) return null;
  return { choice: chooseOnPage(forms, titleSays(titleOf(page))), found, forms, inputs: scan.inputs.length };
}

/** What one input is for, by itself. */
export const knownInput = (input: HTMLInputElement): KnownField | null =>
  knownField(describeField(input, input.labels ?? [], createIsShared()));

/**
 * Fields that a person chose go before everything that was guessed; a role that was not chosen may come from the same
 * form. What is never filled stays so: a field that nobody sees, one that takes a new password.
 */
function readChosen(chosen: readonly ReadInput[], clock: Clock): Reading {
  const hidden = hiddenWays(
    chosen.map(({ input }) => input),
    clock,
  );
  if (clock.wasLate()) return refused('too-complex');
  const seen = chosen.filter(({ input }) => !hidden.has(input));
  const [first] = seen;
  if (first === undefined) {
    const [way] = hidden.values();
    return refused(way ?? null);
  }
  const renewed = seen.some(({ role, input }) => {
    const known = knownInput(input);
    return role === 'password' && known?.kind === 'new-password' && known.strength > 1;
  });
  if (renewed) return refused('new-password-field');
  const choice = classifiedPage(document, clock)?.choice;
  const guessed = choice !== undefined && 'sure' in choice ? chosenInputs(choice) : [];
  const rest = guessed.filter(
    ({ role, input }) =>
      !chosen.some((taken) => taken.role === role || taken.input === input) &&
      formAround(input) === formAround(first.input),
  );
  return judged([...seen, ...rest]);
}

function readDocument(page: Document, clock: Clock): Reading {
  const read = classifiedPage(page, clock);
  if (read === null) return refused('too-complex');
  const { choice, found } = read;
  if ('sure' in choice) return judged(chosenInputs(choice));
  if (choice.refusal !== 'absent' && choice.refusal !== 'search-form') return refused(choice.refusal);
  return refused(hiddenLogin(found) ?? (choice.refusal === 'absent' ? null : choice.refusal));
}

/** Nothing here has to do with signing in, so that a frame may have. */
const isBare = ({ report: { fields, refusal } }: Reading): boolean =>
  fields.length === 0 && (refusal === null || refusal === 'search-form');

/** What the frames of a page have that has nothing itself. */
function readFrames(bare: Reading, clock: Clock): Reading {
  for (const page of framedPages()) {
    const reading = readDocument(page, clock);
    if (!isBare(reading)) return { ...reading, report: { ...reading.report, inOwnFrame: true } };
  }
  const closed = closedFrame();
  return closed === null ? bare : refused(closed);
}

/** Reads the page: no side effect, no value, no text of the page leaves. `places`: fields that a person chose for it. */
export function readForm(places: readonly FieldPlace[] = []): Reading {
  const clock = startClock(readingMs);
  const chosen = chosenFields(places);
  if (chosen.length > 0) return readChosen(chosen, clock);
  const reading = readDocument(document, clock);
  return isBare(reading) ? readFrames(reading, clock) : reading;
}
