import type { HiddenWay } from '../domain/field-hidden.ts';
import type { FieldKind } from '../domain/field-kind.ts';
import type { FormExplanation, SeenField, SeenForm } from '../domain/form-explanation.ts';
import { countText } from '../texts/count-text.ts';
import { listText } from '../texts/list-text.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { type OutcomeText, outcomeText } from './outcome-text.ts';
import { roleName } from './role-name.ts';

const kinds: Readonly<Record<FieldKind, TextKey>> = {
  password: 'explanationPassword',
  'new-password': 'explanationNewPassword',
  'other-secret': 'explanationOtherSecret',
  username: 'explanationUsername',
  email: 'explanationEmail',
  phone: 'explanationPhone',
  extra: 'explanationExtra',
  code: 'explanationCode',
  identity: 'explanationIdentity',
  card: 'explanationCard',
  search: 'explanationSearch',
  captcha: 'explanationCaptcha',
  decoy: 'explanationDecoy',
  unnamed: 'explanationUnnamed',
};

const ways: Readonly<Record<HiddenWay, TextKey>> = {
  'hidden-field': 'explanationHiddenField',
  'tiny-field': 'explanationTinyField',
  'transparent-field': 'explanationTransparentField',
  'covered-field': 'explanationCoveredField',
  'switched-off-field': 'explanationSwitchedOffField',
};

const asks: Readonly<Record<number, TextKey>> = {
  1: 'explanationAsksPerhaps',
  3: 'explanationAsksSurely',
};

/** A field in words of ours. */
export function seenFieldText({ kind, strength, role, hidden }: SeenField): string {
  const asked = text(asks[strength] ?? 'explanationAsks', text(kinds[kind]));
  const seen = hidden === null ? asked : text('explanationUnseen', asked, text(ways[hidden]));
  return role === null ? `${seen}.` : text('explanationWritten', seen, roleName(role));
}

const rounded = (score: number): string => countText(Math.round(score * 10) / 10);

/** What speaks for which kind of form. */
export function seenFormText({ fields, scores }: SeenForm): string {
  if (fields.every(({ hidden }) => hidden !== null)) return text('explanationNobodySees');
  const { login, other, 'sign-up': signUp } = scores;
  return text('explanationForm', rounded(login), rounded(signUp), rounded(other));
}

/** What a fill would do on the page, in the words of the fill itself. */
export function explainedOutcome({ report }: FormExplanation): OutcomeText {
  if (report.refusal !== null) return outcomeText({ kind: 'refused', reason: report.refusal });
  if (report.fields.length === 0) return outcomeText({ kind: 'absent' });
  const list = listText(report.fields.map(roleName));
  return { kind: 'ok', sentence: text('explanationWouldWrite', list), nextStep: null };
}

/** Everything as plain text, to be handed to whoever helps: nothing of the page, nothing of the vault. */
export function explanationLines(explanation: FormExplanation, version: string): string {
  const { sentence } = explainedOutcome(explanation);
  const { inputs, chosen, forms } = explanation;
  const counted = inputs === null ? text('explanationTooManyFields') : text('explanationFields', countText(inputs));
  const told = forms.flatMap((form) => [
    seenFormText(form),
    ...form.fields.map((field) => `- ${seenFieldText(field)}`),
  ]);
  const byHand = text('explanationChosen', countText(chosen));
  return [`${text('extensionName')} ${version}`, sentence, counted, byHand, ...told].join('\n');
}
