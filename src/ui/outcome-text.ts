import type { FieldRole, Outcome, Refusal } from '../domain/fill.ts';
import type { FillEnd } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import type { BannerKind } from './banner.tsx';
import { failureText } from './failure-text.ts';
import { roleNames } from './role-names.ts';

/** How a fill ended, for a person; `nextStep` is null when nothing is left to do. */
export interface OutcomeText {
  readonly kind: BannerKind;
  readonly sentence: string;
  readonly nextStep: string | null;
}

const listed = (roles: readonly FieldRole[]): string => roles.map((role) => roleNames[role]).join(' and ');

const refusals: Readonly<Record<Refusal, { readonly sentence: string; readonly nextStep: string }>> = {
  'wrong-origin': {
    sentence: 'Not filled: this page is not of the website session’s Host.',
    nextStep: 'If it is the right sign-in page, an administrator can add its address to the session.',
  },
  'not-top-frame': {
    sentence: 'Not filled: the login form is in a frame inside another page.',
    nextStep: 'Open the sign-in page in a tab of its own.',
  },
  'isolated-page': {
    sentence: 'Not filled: this page is isolated, so its address cannot be trusted.',
    nextStep: 'Open the sign-in page by its own address.',
  },
  'not-in-front': {
    sentence: 'Not filled: the page was not in front.',
    nextStep: 'Bring the page to the front and fill again.',
  },
  insecure: {
    sentence: 'Not filled: this page is not encrypted (plain http).',
    nextStep: 'Use the https address of the site, or allow plain http for this session in options.',
  },
  'form-sends-elsewhere': {
    sentence: 'Not filled: the login form would send the password to another site.',
    nextStep: 'If that site belongs to the sign-in, an administrator can add its address to the session.',
  },
  'form-puts-values-in-address': {
    sentence: 'Not filled: the login form would put the password into the address of the page.',
    nextStep: 'Tell the owner of the site; the form has to use the POST method.',
  },
  'several-password-fields': {
    sentence: 'Not filled: this page has several password fields.',
    nextStep: 'Go to the page that only signs in, or choose the field by hand under “Why?”.',
  },
  'new-password-field': {
    sentence: 'Not filled: the field asks for a new password, not for the current one.',
    nextStep: 'Go to the sign-in page, not to the one for signing up or changing the password.',
  },
  'sign-up-form': {
    sentence: 'Not filled: this page is for signing up, not for signing in.',
    nextStep: 'Go to the sign-in page and fill again.',
  },
  'change-password-form': {
    sentence: 'Not filled: this page changes a password.',
    nextStep: 'Once you are sure of the page, choose the field of the current password under “Why?”, and fill again.',
  },
  'card-form': {
    sentence: 'Not filled: this form asks for a payment card.',
    nextStep: 'Go to the sign-in page and fill again.',
  },
  'search-form': {
    sentence: 'Not filled: the only field here is a search box.',
    nextStep: 'Open the sign-in page of the site and fill again.',
  },
  'hidden-field': {
    sentence: 'Not filled: the page has a login form, but nobody can see it.',
    nextStep: 'Open the login form (often behind “Sign in”) and fill again.',
  },
  'covered-field': {
    sentence: 'Not filled: something covers the login form.',
    nextStep: 'Close what lies over it, such as a cookie notice, and fill again.',
  },
  'tiny-field': {
    sentence: 'Not filled: the login field is too small to be seen.',
    nextStep: 'If this is the right page, sign in by hand and tell the owner of the site.',
  },
  'transparent-field': {
    sentence: 'Not filled: the login form is see-through.',
    nextStep: 'Wait until the page shows its login form and fill again.',
  },
  'switched-off-field': {
    sentence: 'Not filled: the page has switched its login fields off.',
    nextStep: 'Wait until something can be typed into them, and fill again.',
  },
  'decoy-field': {
    sentence: 'Not filled: the field asks to be left empty.',
    nextStep: 'Go to the sign-in page and fill again.',
  },
  'form-in-own-frame': {
    sentence: 'Not filled: the login form is in a frame of this site.',
    nextStep: 'Open the frame in a tab of its own: right click into it and choose the browser’s item for that.',
  },
  'form-in-other-frame': {
    sentence: 'Not filled: if there is a login form, it is in a frame of another site.',
    nextStep: 'Open that site in a tab of its own and fill there.',
  },
  'field-for-other-value': {
    get sentence() {
      return text('refusalFieldForOtherValue');
    },
    get nextStep() {
      return text('refusalFieldForOtherValueStep');
    },
  },
  'cannot-determine': {
    sentence: 'Not filled: it is unclear whether the login form can really be seen.',
    nextStep: 'Close what covers the form, scroll it into view and fill again.',
  },
  'too-complex': {
    sentence: 'Not filled: this page is too large to be sure which of its fields are the login.',
    nextStep: 'Open the site’s own sign-in page and fill there, or sign in by hand.',
  },
  'changed-during-fill': {
    sentence: 'Not filled: the page changed while it was being filled.',
    nextStep: 'Wait until the page has settled and fill again.',
  },
};

/** Words for what a fill did. */
export function outcomeText(outcome: Outcome): OutcomeText {
  switch (outcome.kind) {
    case 'filled':
      return {
        kind: 'ok',
        sentence: `Filled ${listed(outcome.roles)}.`,
        nextStep: outcome.more ? 'Go on to the next step of the sign-in; the rest is filled there.' : null,
      };
    case 'partly':
      if (outcome.roles.length === 0)
        return {
          kind: 'warning',
          sentence: text('outcomeNothing', listed(outcome.missing)),
          nextStep: text('outcomeNothingStep', listed(outcome.missing)),
        };
      return {
        kind: 'warning',
        sentence: `Filled ${listed(outcome.roles)}, but not the ${listed(outcome.missing)}.`,
        nextStep: outcome.missing.includes('code')
          ? 'Type the code yourself; an administrator can keep its key with the credential entry.'
          : `IT Glue has no ${listed(outcome.missing)} for this record, or the page did not take it.`,
      };
    case 'absent':
      return {
        kind: 'warning',
        sentence: 'No login form was found on this page.',
        nextStep: 'Open the page that asks for user name or password, wait until it is there, and fill again.',
      };
    case 'refused':
      return { kind: 'error', ...refusals[outcome.reason] };
  }
}

const copiedSentence = 'The one-time code is on the clipboard for 30 seconds.';

/** Words for how a fill ended, on the page or before it. */
export function endText(end: FillEnd): OutcomeText {
  if ('outcome' in end) {
    const text = outcomeText(end.outcome);
    return end.codeCopied === true ? { ...text, sentence: `${text.sentence} ${copiedSentence}` } : text;
  }
  if ('copied' in end)
    return {
      kind: 'ok',
      sentence: text(end.copied === 'code' ? 'outcomeCopiedCode' : 'outcomeCopiedUsername'),
      nextStep: null,
    };
  if ('failure' in end) return { kind: 'error', ...failureText(end.failure) };
  return { kind: 'ok', sentence: 'Answered the browser’s sign-in dialog.', nextStep: null };
}
