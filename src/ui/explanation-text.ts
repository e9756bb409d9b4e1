import type { HiddenWay } from '../domain/field-hidden.ts';
import type { FieldKind } from '../domain/field-kind.ts';
import type { FieldRole } from '../domain/fill.ts';
import type { FormExplanation, SeenField, SeenForm } from '../domain/form-explanation.ts';
import { type OutcomeText, outcomeText } from './outcome-text.ts';
import { roleNames } from './role-names.ts';

const kinds: Readonly<Record<FieldKind, string>> = {
  password: 'a password',
  'new-password': 'a new password',
  'other-secret': 'a secret of something else',
  username: 'a user name',
  email: 'an e-mail address',
  phone: 'a telephone number',
  extra: 'a domain or account',
  code: 'a code',
  identity: 'a person’s or company’s details',
  card: 'card details',
  search: 'a search',
  captcha: 'a captcha',
  decoy: 'nothing (it asks to be left empty)',
  unnamed: 'something that it does not say',
};

const ways: Readonly<Record<HiddenWay, string>> = {
  'hidden-field': 'hidden',
  'tiny-field': 'too small to be seen',
  'transparent-field': 'see-through',
  'covered-field': 'covered by something',
  'switched-off-field': 'switched off by the page',
};

const sure: Readonly<Record<number, string>> = { 1: 'perhaps ', 2: '', 3: 'surely ' };

const useText = (role: FieldRole | null): string =>
  role === null ? '' : `; a fill writes the ${roleNames[role]} here`;

/** A field in words of ours. */
export const seenFieldText = ({ kind, strength, role, hidden }: SeenField): string =>
  `Asks ${sure[strength] ?? ''}for ${kinds[kind]}${hidden === null ? '' : `, ${ways[hidden]}`}${useText(role)}.`;

const rounded = (score: number): string => String(Math.round(score * 10) / 10);

/** What speaks for which kind of form. */
export function seenFormText({ fields, scores }: SeenForm): string {
  if (fields.every(({ hidden }) => hidden !== null)) return 'Fields that nobody can see or use';
  const { login, other, 'sign-up': signUp } = scores;
  return `A form: ${rounded(login)} for signing in, ${rounded(signUp)} for signing up, ${rounded(other)} for something else`;
}

/** What a fill would do on the page, in the words of the fill itself. */
export function explainedOutcome({ report }: FormExplanation): OutcomeText {
  if (report.refusal !== null) return outcomeText({ kind: 'refused', reason: report.refusal });
  if (report.fields.length === 0) return outcomeText({ kind: 'absent' });
  const list = report.fields.map((role) => roleNames[role]).join(' and ');
  return { kind: 'ok', sentence: `A fill would write the ${list}.`, nextStep: null };
}

/** Everything as plain text, to be handed to whoever helps: nothing of the page, nothing of the vault. */
export function explanationLines(explanation: FormExplanation, version: string): string {
  const { sentence } = explainedOutcome(explanation);
  const { inputs, chosen, forms } = explanation;
  const counted = inputs === null ? 'More fields than can be judged.' : `Fields that take text: ${inputs}.`;
  const told = forms.flatMap((form) => [
    seenFormText(form),
    ...form.fields.map((field) => `- ${seenFieldText(field)}`),
  ]);
  return [`Linked Vault ${version}`, sentence, counted, `Fields chosen by hand: ${chosen}.`, ...told].join('\n');
}
