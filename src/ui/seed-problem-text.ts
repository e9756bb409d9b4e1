import type { SeedProblem } from '../domain/totp.ts';
import { type FailureKeys, type FailureText, textOfKeys } from './failure-keys.ts';

/** Why a pasted secret makes no one-time codes, for a person. */
const problems: Readonly<Record<SeedProblem, FailureKeys>> = {
  empty: {
    sentence: 'seedProblemEmpty',
    nextStep: 'seedProblemEmptyNext',
  },
  'not-base32': {
    sentence: 'seedProblemNotBase32',
    nextStep: 'seedProblemNotBase32Next',
  },
  'too-short': {
    sentence: 'seedProblemTooShort',
    nextStep: 'seedProblemTooShortNext',
  },
  'not-time-based': {
    sentence: 'seedProblemNotTimeBased',
    nextStep: 'seedProblemNotTimeBasedNext',
  },
  'not-supported': {
    sentence: 'seedProblemNotSupported',
    nextStep: 'seedProblemNotSupportedNext',
  },
};

export const seedProblemText = (problem: SeedProblem): FailureText => textOfKeys(problems[problem]);
