import type { PackProblem } from '../domain/pack.ts';
import type { FailureText } from './failure-text.ts';

const askAgain = 'Ask your administrator for the file again.';

/** Why a pack was not taken, and what to do now. */
export const packProblemText: Readonly<Record<PackProblem, FailureText>> = {
  'not-a-pack': { sentence: 'This file is no pack of Linked Vault, or only a part of one.', nextStep: askAgain },
  'too-new': {
    sentence: 'This pack was made by a newer version of Linked Vault.',
    nextStep: 'Update the extension in this browser, then try again.',
  },
  'does-not-open': {
    sentence: 'This activation code does not open the pack, or the file was altered.',
    nextStep: 'Check the code sign by sign; if it is right, ask your administrator for the file again.',
  },
  'bad-signature': {
    sentence: 'The signature under this pack is not right: somebody has altered it.',
    nextStep: 'Do not use it, and tell your administrator.',
  },
  'bad-contents': {
    sentence: 'This pack holds something that a pack may not hold.',
    nextStep: 'Do not use it, and tell your administrator.',
  },
  'no-signer-set': {
    sentence: 'The policy of this browser names no signing key that can be read, so no pack can be taken.',
    nextStep: 'Tell your administrator: packSigningKey is to be corrected.',
  },
  'signer-not-set': {
    sentence: 'This pack is not signed with the key that the policy of this browser names.',
    nextStep: 'Do not use it, and tell your administrator.',
  },
  'other-signer': {
    sentence: 'This pack is signed by somebody else than the pack of this vault.',
    nextStep:
      'Do not use it before your administrator has said that this is right; then erase the vault and start anew.',
  },
  'other-pack': {
    sentence: 'This vault works with another pack.',
    nextStep: 'Ask for a newer file of the same pack, or erase the vault and start anew with this one.',
  },
  older: {
    sentence: 'This vault has this pack already, or a newer one.',
    nextStep: 'Nothing is to be done; if entries are missing, ask your administrator for a newer pack.',
  },
  ended: { sentence: 'The time of this pack is over.', nextStep: 'Ask your administrator for a newer one.' },
  'from-the-future': {
    sentence: 'This pack was made at a time that this device has not reached.',
    nextStep: 'Check the date of this device, then try again.',
  },
  'has-administrator': {
    sentence: 'This vault has an administrator; a pack goes into a vault of its own.',
    nextStep: 'Take it in another browser profile, or give this vault a technician passphrase instead.',
  },
  'changed-since': {
    sentence: 'This is not the pack that was shown.',
    nextStep: 'Choose the file again and look at what it changes.',
  },
};
