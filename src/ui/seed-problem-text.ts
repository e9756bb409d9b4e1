import type { SeedProblem } from '../domain/totp.ts';
import type { FailureText } from './failure-text.ts';

/** Why a pasted secret makes no one-time codes, for a person. */
export const seedProblemText: Readonly<Record<SeedProblem, FailureText>> = {
  empty: {
    sentence: 'There is no secret yet.',
    nextStep: 'Paste the otpauth address or the secret key, or drop a QR image.',
  },
  'not-base32': {
    sentence: 'This is no secret key: only the letters A to Z and the digits 2 to 7 make one.',
    nextStep: 'Copy the key from the site once more, without other text.',
  },
  'too-short': {
    sentence: 'This secret key is too short.',
    nextStep: 'Copy the whole key; it has 16 characters or more.',
  },
  'not-time-based': {
    sentence: 'This address is not for codes that change with time (otpauth://totp/…).',
    nextStep: 'Ask the site for an authenticator app’s key.',
  },
  'not-supported': {
    sentence: 'Codes of this kind are not supported: 6 to 8 digits, 15 to 120 seconds, SHA-1, SHA-256 or SHA-512.',
    nextStep: 'Check the address, or keep these codes in another authenticator.',
  },
};
