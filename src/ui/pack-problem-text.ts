import type { PackProblem } from '../domain/pack.ts';
import { type FailureKeys, type FailureText, textOfKeys } from './failure-keys.ts';

/** Why a pack was not taken, and what to do now. */
const problems: Readonly<Record<PackProblem, FailureKeys>> = {
  'not-a-pack': { sentence: 'packProblemNotAPack', nextStep: 'packProblemAskAgain' },
  'too-new': {
    sentence: 'packProblemTooNew',
    nextStep: 'packProblemTooNewNext',
  },
  'does-not-open': {
    sentence: 'packProblemDoesNotOpen',
    nextStep: 'packProblemDoesNotOpenNext',
  },
  'bad-signature': {
    sentence: 'packProblemBadSignature',
    nextStep: 'packProblemBadSignatureNext',
  },
  'bad-contents': {
    sentence: 'packProblemBadContents',
    nextStep: 'packProblemBadContentsNext',
  },
  'no-signer-set': {
    sentence: 'packProblemNoSignerSet',
    nextStep: 'packProblemNoSignerSetNext',
  },
  'signer-not-set': {
    sentence: 'packProblemSignerNotSet',
    nextStep: 'packProblemSignerNotSetNext',
  },
  'other-signer': {
    sentence: 'packProblemOtherSigner',
    nextStep: 'packProblemOtherSignerNext',
  },
  'other-pack': {
    sentence: 'packProblemOtherPack',
    nextStep: 'packProblemOtherPackNext',
  },
  older: {
    sentence: 'packProblemOlder',
    nextStep: 'packProblemOlderNext',
  },
  ended: { sentence: 'packProblemEnded', nextStep: 'packProblemEndedNext' },
  'from-the-future': {
    sentence: 'packProblemFromTheFuture',
    nextStep: 'packProblemFromTheFutureNext',
  },
  'has-administrator': {
    sentence: 'packProblemHasAdministrator',
    nextStep: 'packProblemHasAdministratorNext',
  },
  'changed-since': {
    sentence: 'packProblemChangedSince',
    nextStep: 'packProblemChangedSinceNext',
  },
};

export const packProblemText = (problem: PackProblem): FailureText => textOfKeys(problems[problem]);
