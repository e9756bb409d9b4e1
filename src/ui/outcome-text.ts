import type { FieldRole, Outcome, Refusal } from '../domain/fill.ts';
import type { FillEnd } from '../messaging/contract.ts';
import { listText } from '../texts/list-text.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import type { BannerKind } from './banner.tsx';
import { type FailureKeys, textOfKeys } from './failure-keys.ts';
import { failureText } from './failure-text.ts';
import { roleName } from './role-name.ts';

/** How a fill ended, for a person; `nextStep` is null when nothing is left to do. */
export interface OutcomeText {
  readonly kind: BannerKind;
  readonly sentence: string;
  readonly nextStep: string | null;
}

const listed = (roles: readonly FieldRole[]): string => listText(roles.map(roleName));

const refusals: Readonly<Record<Refusal, FailureKeys>> = {
  'wrong-origin': {
    sentence: 'outcomeWrongOrigin',
    nextStep: 'outcomeWrongOriginNext',
  },
  'not-top-frame': {
    sentence: 'outcomeNotTopFrame',
    nextStep: 'outcomeNotTopFrameNext',
  },
  'isolated-page': {
    sentence: 'outcomeIsolatedPage',
    nextStep: 'outcomeIsolatedPageNext',
  },
  'not-in-front': {
    sentence: 'outcomeNotInFront',
    nextStep: 'outcomeNotInFrontNext',
  },
  insecure: {
    sentence: 'outcomeInsecure',
    nextStep: 'outcomeInsecureNext',
  },
  'form-sends-elsewhere': {
    sentence: 'outcomeFormSendsElsewhere',
    nextStep: 'outcomeFormSendsElsewhereNext',
  },
  'form-puts-values-in-address': {
    sentence: 'outcomeFormPutsValuesInAddress',
    nextStep: 'outcomeFormPutsValuesInAddressNext',
  },
  'several-password-fields': {
    sentence: 'outcomeSeveralPasswordFields',
    nextStep: 'outcomeSeveralPasswordFieldsNext',
  },
  'new-password-field': {
    sentence: 'outcomeNewPasswordField',
    nextStep: 'outcomeNewPasswordFieldNext',
  },
  'sign-up-form': {
    sentence: 'outcomeSignUpForm',
    nextStep: 'outcomeSignUpFormNext',
  },
  'change-password-form': {
    sentence: 'outcomeChangePasswordForm',
    nextStep: 'outcomeChangePasswordFormNext',
  },
  'card-form': {
    sentence: 'outcomeCardForm',
    nextStep: 'outcomeCardFormNext',
  },
  'search-form': {
    sentence: 'outcomeSearchForm',
    nextStep: 'outcomeSearchFormNext',
  },
  'hidden-field': {
    sentence: 'outcomeHiddenField',
    nextStep: 'outcomeHiddenFieldNext',
  },
  'covered-field': {
    sentence: 'outcomeCoveredField',
    nextStep: 'outcomeCoveredFieldNext',
  },
  'tiny-field': {
    sentence: 'outcomeTinyField',
    nextStep: 'outcomeTinyFieldNext',
  },
  'transparent-field': {
    sentence: 'outcomeTransparentField',
    nextStep: 'outcomeTransparentFieldNext',
  },
  'switched-off-field': {
    sentence: 'outcomeSwitchedOffField',
    nextStep: 'outcomeSwitchedOffFieldNext',
  },
  'decoy-field': {
    sentence: 'outcomeDecoyField',
    nextStep: 'outcomeDecoyFieldNext',
  },
  'form-in-own-frame': {
    sentence: 'outcomeFormInOwnFrame',
    nextStep: 'outcomeFormInOwnFrameNext',
  },
  'form-in-other-frame': {
    sentence: 'outcomeFormInOtherFrame',
    nextStep: 'outcomeFormInOtherFrameNext',
  },
  'field-for-other-value': {
    sentence: 'refusalFieldForOtherValue',
    nextStep: 'refusalFieldForOtherValueStep',
  },
  'cannot-determine': {
    sentence: 'outcomeCannotDetermine',
    nextStep: 'outcomeCannotDetermineNext',
  },
  'too-complex': {
    sentence: 'outcomeTooComplex',
    nextStep: 'outcomeTooComplexNext',
  },
  'changed-during-fill': {
    sentence: 'outcomeChangedDuringFill',
    nextStep: 'outcomeChangedDuringFillNext',
  },
};

/** Words for what a fill did. */
export function outcomeText(outcome: Outcome): OutcomeText {
  switch (outcome.kind) {
    case 'filled':
      return {
        kind: 'ok',
        sentence: text('outcomeFilled', listed(outcome.roles)),
        nextStep: outcome.more ? text('outcomeFilledMore') : null,
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
        sentence: text('outcomePartly', listed(outcome.roles), listed(outcome.missing)),
        nextStep: outcome.missing.includes('code')
          ? text('outcomePartlyNoCode')
          : text('outcomePartlyNext', listed(outcome.missing)),
      };
    case 'absent':
      return {
        kind: 'warning',
        sentence: text('outcomeAbsent'),
        nextStep: text('outcomeAbsentNext'),
      };
    case 'refused':
      return { kind: 'error', ...textOfKeys(refusals[outcome.reason]) };
  }
}

/** Words for how a fill ended, on the page or before it. */
export function endText(end: FillEnd): OutcomeText {
  if ('outcome' in end) {
    const said = outcomeText(end.outcome);
    if (end.codeCopied !== true) return said;
    const copied = text('outcomeCodeCopied');
    return { ...said, sentence: sentences(said.sentence, copied) };
  }
  if ('copied' in end)
    return {
      kind: 'ok',
      sentence: text(end.copied === 'code' ? 'outcomeCopiedCode' : 'outcomeCopiedUsername'),
      nextStep: null,
    };
  if ('failure' in end) return { kind: 'error', ...failureText(end.failure) };
  return { kind: 'ok', sentence: text('outcomeAnswered'), nextStep: null };
}
