import { displayText } from '../domain/display-text.ts';
import type { Failure, FailureCode, FailureOf, Right } from '../domain/failure.ts';
import { text as message } from '../texts/text.ts';
import { backupProblemText } from './backup-problem-text.ts';
import { damagedListText } from './damaged-text.ts';
import { hostProblemStep, hostProblemText } from './host-problem-text.ts';
import { packProblemText } from './pack-problem-text.ts';
import { policyText } from './policy-text.ts';
import { seedProblemText } from './seed-problem-text.ts';

/** What happened, and what to do now: two sentences for a person. */
export interface FailureText {
  readonly sentence: string;
  readonly nextStep: string;
}

type Entry<Code extends FailureCode> = FailureText | ((failure: FailureOf<Code>) => FailureText);

const text = (sentence: string, nextStep: string): FailureText => ({ sentence, nextStep });

const duration = (seconds: number): string => {
  if (seconds < 120) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
};

const site = (origin: string): string => (origin === '' ? 'this page' : origin);

const rights: Readonly<Record<Right, string>> = {
  view: 'View',
  viewPassword: 'View password',
  edit: 'Edit',
};

const needsNetwork =
  'This needs the network: check the connection, VPN or proxy. Lists and search go on with what was read before.';

/** A sentence and a next step for every failure there is: a code without them does not compile. */
const texts: { readonly [Code in FailureCode]: Entry<Code> } = {
  // vault
  'no-vault': text('There is no vault on this device yet.', 'Open options to create one.'),
  'vault-exists': text('There is a vault on this device already.', 'Unlock it, or erase it first to start over.'),
  locked: text('The vault is locked.', 'Unlock it with your passphrase.'),
  'wrong-passphrase': ({ waitSeconds }) =>
    text(
      'This passphrase does not open the vault.',
      waitSeconds > 0 ? `Check it and try again in ${duration(waitSeconds)}.` : 'Check it and try again.',
    ),
  'unlock-delayed': ({ waitSeconds }) =>
    text('There were too many wrong passphrases.', `Try again in ${duration(waitSeconds)}.`),
  'passphrase-too-short': ({ minimum }) =>
    text('The passphrase is too short.', `Use at least ${minimum} characters; a few unrelated words do well.`),
  'passphrase-taken': text(
    'Another role of this vault uses this passphrase.',
    'Choose a different passphrase for each role.',
  ),
  'vault-damaged': ({ records }) =>
    text(
      records.length === 0 ? 'The vault is damaged on disk.' : `The vault is damaged: ${damagedListText(records)}.`,
      'Open options to see what is affected and to discard it; what is sound keeps working.',
    ),
  'vault-too-new': text(
    'This vault was written by a newer version of Linked Vault.',
    'Update the extension in this browser, then try again.',
  ),
  'storage-failed': text(
    'The browser could not save or read its data.',
    'Free some disk space or leave private browsing, then try again.',
  ),

  // rights and input
  'not-allowed': ({ right }) =>
    text(`This entry does not allow you “${rights[right]}”.`, 'Ask the administrator of this vault to allow it.'),
  'administrator-only': text(
    'Only an administrator may do this.',
    'Lock the vault and unlock it with the administrator’s passphrase.',
  ),
  'policy-forbids': ({ rule }) =>
    text(policyText[rule].refusal, 'This is set by your administrator; ask them if you need it.'),
  'not-for-packs': ({ entryName }) =>
    text(
      `A pack does not carry “${displayText(entryName, 80)}”: it is of all organizations, and would open every client on another device.`,
      'Leave it out, or put entries of single organizations into the pack.',
    ),
  'pack-refused': ({ problem }) => packProblemText[problem],
  'pack-ended': ({ expiresAt }) =>
    expiresAt === 0
      ? text(
          'The pack of this vault cannot be read.',
          'Ask your administrator for a new one and take it under Settings.',
        )
      : text(
          `The pack of this vault ended on ${new Date(expiresAt).toLocaleDateString()}.`,
          'Ask your administrator for a newer one and take it under Settings in options.',
        ),
  'origins-unconfirmed': ({ origins }) =>
    text(
      `This session came in a pack and was not used here yet. It signs in at ${origins.map(site).join(', ')}.`,
      'Confirm in the popup that this is right, then use it.',
    ),
  'record-elsewhere': ({ host }) =>
    text(
      `IT Glue names another address for this password: ${displayText(host, 80)}.`,
      'Ask your administrator if the address of the session is right, or use it once you are sure.',
    ),
  'backup-refused': ({ problem }) => backupProblemText[problem],
  'invalid-input': ({ field }) =>
    text(
      field === '' ? 'What was entered cannot be used.' : `What was entered for “${field}” cannot be used.`,
      'Correct it and try again.',
    ),
  'host-refused': ({ problem }) => text(hostProblemText[problem], hostProblemStep[problem]),
  'entry-not-found': text('This entry does not exist, or you may not view it.', 'Go back and choose another entry.'),
  'entry-changed': text(
    'This entry was changed in another window meanwhile.',
    'Reload it, then make your change again.',
  ),
  'api-key-not-found': text(
    'The API key of this entry is no longer in the vault.',
    'Open the entry in options and choose another API key.',
  ),
  'api-key-in-use': ({ entries }) =>
    text(
      `Entries still use this API key: ${entries.join(', ')}.`,
      'Delete those entries first, or replace the key instead.',
    ),
  'not-linked': text(
    'This website session is not linked to a credential entry.',
    'Open it in options and link it under Credentials.',
  ),
  'other-client': ({ organizationName, by }) =>
    text(
      `This ${by} works for ${displayText(organizationName, 80)}; this credential is another client’s.`,
      by === 'window'
        ? 'Unpin the organization, or fill it here once you are sure.'
        : 'Launch it in a tab of its own, or fill it here once you are sure.',
    ),
  'reason-needed': text(
    'This entry asks for a reason or ticket number.',
    'Give it in the popup, then reveal, copy, fill or launch.',
  ),
  'username-empty': () => ({
    sentence: message('failureUsernameEmpty'),
    nextStep: message('failureUsernameEmptyStep'),
  }),
  'clipboard-refused': () => ({
    sentence: message('failureClipboardRefused'),
    nextStep: message('failureClipboardRefusedStep'),
  }),
  'choose-first': text('More than one credential may be meant.', 'Open the popup and choose one.'),
  'not-in-list': text(
    'This password is not the one that the entry stands for.',
    'Refresh the IT Glue credentials list and choose again.',
  ),
  'remembered-gone': text(
    'The password that was remembered for this site is gone from IT Glue, or was archived or moved.',
    'Choose another one from the IT Glue credentials list.',
  ),
  'no-code-kept': text(
    'This credential entry keeps no one-time codes.',
    'An administrator can add them to the entry in options; until then type the code yourself.',
  ),
  'seed-refused': ({ problem }) => seedProblemText[problem],

  // IT Glue
  offline: text('IT Glue cannot be reached from this device.', needsNetwork),
  timeout: text('IT Glue did not answer in time.', 'Wait a moment and try again.'),
  'it-glue-down': ({ status }) =>
    // 0: no answer came, or not to its end.
    status === 0
      ? text('IT Glue cannot be reached, or its answer broke off.', needsNetwork)
      : text(
          `IT Glue has a problem of its own (status ${status}).`,
          'Try again later; status.itglue.com tells of outages.',
        ),
  'rate-limited': ({ waitSeconds }) =>
    text(
      'IT Glue takes no more requests for now: its limit is shared by everybody who uses this API key.',
      `Try again in ${duration(waitSeconds)}.`,
    ),
  'not-it-glue': text(
    'The answer did not come from IT Glue: a network sign-in page or a proxy stands in between.',
    'Sign in to the network first, then try again.',
  ),
  'bad-response': text(
    'IT Glue sent an answer that is not understood.',
    'Try again; if it stays, look for an update of Linked Vault.',
  ),
  'key-not-accepted': text(
    'IT Glue does not accept the API key: it may be mistyped, of another region, paused, revoked after 90 days ' +
      'without use, not allowed from this IP address, or the account has no Enterprise licence.',
    'Check it in IT Glue under Account › Settings › API keys, then test or replace it in options.',
  ),
  'gateway-token': text(
    'The gateway of your administrator does not accept the token.',
    'Ask your administrator for a new one and replace it in options.',
  ),
  'gateway-refused': text(
    'The gateway of your administrator does not let you have this.',
    'Ask your administrator if you need it.',
  ),
  'record-not-visible': text(
    'The API key does not see this password or its organization.',
    'Check in IT Glue that the password still exists and that the key may see its organization.',
  ),
  'record-gone': text('This password no longer exists in IT Glue.', 'Open the entry in options and choose another.'),
  'record-moved': text(
    'This password now belongs to another organization in IT Glue, so it was not used.',
    'Open the entry in options and choose its password again.',
  ),
  'no-password-access': text(
    'The API key has no Password Access: IT Glue gives it names, but no password values.',
    'Make a key with Password Access in IT Glue and put it in place of this one in options.',
  ),
  'password-vaulted': text(
    'This password is in an IT Glue vault, which no API key can open.',
    'Look it up in IT Glue itself, or move it out of the vault there.',
  ),
  'password-empty': text('This password has no value in IT Glue.', 'Enter its value in IT Glue, then try again.'),
  'password-archived': text('This password is archived in IT Glue.', 'Unarchive it in IT Glue, or choose another one.'),

  // pages
  'no-page': text('There is no page in front to fill.', 'Open the sign-in page and try again.'),
  'page-not-fillable': text(
    'The browser lets no extension fill this page.',
    'Open the sign-in page itself in a normal tab and try again.',
  ),
  'no-linked-session': ({ origin }) =>
    text(`No website session is made for ${site(origin)}.`, 'Launch a session from the list, or add one in options.'),
  'site-not-permitted': ({ origin }) =>
    text(
      `The browser has not granted access to ${site(origin)}.`,
      'Open the website session in options and allow access there.',
    ),
  'tab-closed': text('The page is no longer in front.', 'Go back to it, or launch the session again.'),
  'intent-expired': text('The page took too long, so nothing was filled.', 'Fill or launch it again.'),
  'sign-in-refused': ({ origin }) =>
    text(
      `The user name and password from IT Glue were not accepted by ${site(origin)}. They were sent once and are not sent again.`,
      'Correct them in IT Glue, then launch the session again; until then use the browser’s own sign-in dialog.',
    ),
  'challenge-gone': text(
    'This sign-in dialog does not wait any more.',
    'Reload the page to be asked again, or use the browser’s own dialog.',
  ),
  interrupted: text(
    'The browser stopped Linked Vault on the way.',
    'Try again; if it stays, close this window and open it again.',
  ),
};

/** Sentence and next step of a failure. */
export function failureText(failure: Failure): FailureText {
  const entry = texts[failure.code] as Entry<FailureCode>;
  return typeof entry === 'function' ? (entry as (of: Failure) => FailureText)(failure) : entry;
}
