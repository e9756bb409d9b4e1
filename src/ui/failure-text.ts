import { displayText } from '../domain/display-text.ts';
import type { Failure, FailureCode, FailureOf } from '../domain/failure.ts';
import { deepestFolder } from '../domain/folder.ts';
import { dayText } from '../texts/day-text.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { backupProblemText } from './backup-problem-text.ts';
import { damagedListText } from './damaged-text.ts';
import { domainProblemText } from './domain-problem-text.ts';
import { type FailureKeys, type FailureText, textOfKeys } from './failure-keys.ts';
import { hostProblemStep, hostProblemText } from './host-problem-text.ts';
import { packProblemText } from './pack-problem-text.ts';
import { policyRefusal } from './policy-text.ts';
import { rightText } from './right-text.ts';
import { seedProblemText } from './seed-problem-text.ts';

export type { FailureText };

type Entry<Code extends FailureCode> = FailureKeys | ((failure: FailureOf<Code>) => FailureText);

const says = (sentence: TextKey, nextStep: TextKey): FailureKeys => ({ sentence, nextStep });

const duration = (seconds: number): string =>
  seconds < 120 ? plural('durationSeconds', seconds) : plural('durationMinutes', Math.ceil(seconds / 60));

const site = (origin: string): string => (origin === '' ? text('failureThisPage') : origin);

const said = (sentence: string, nextStep: string): FailureText => ({ sentence, nextStep });

/** A sentence and a next step for every failure there is: a code without them does not compile. */
const texts: { readonly [Code in FailureCode]: Entry<Code> } = {
  // vault
  'no-vault': says('failureNoVault', 'failureNoVaultNext'),
  'vault-exists': says('failureVaultExists', 'failureVaultExistsNext'),
  locked: says('failureLocked', 'failureLockedNext'),
  'wrong-passphrase': ({ waitSeconds }) =>
    said(
      text('failureWrongPassphrase'),
      waitSeconds > 0 ? text('failureWrongPassphraseWait', duration(waitSeconds)) : text('failureWrongPassphraseNext'),
    ),
  'unlock-delayed': ({ waitSeconds }) =>
    said(text('failureUnlockDelayed'), text('failureTryAgainIn', duration(waitSeconds))),
  'passphrase-too-short': ({ minimum }) =>
    said(text('failurePassphraseTooShort'), text('failurePassphraseTooShortNext', minimum)),
  'passphrase-taken': says('failurePassphraseTaken', 'failurePassphraseTakenNext'),
  'vault-damaged': ({ records }) =>
    said(
      records.length === 0 ? text('failureVaultDamaged') : text('failureVaultDamagedRecords', damagedListText(records)),
      text('failureVaultDamagedNext'),
    ),
  'vault-too-new': says('failureVaultTooNew', 'failureVaultTooNewNext'),
  'storage-failed': says('failureStorageFailed', 'failureStorageFailedNext'),

  // rights and input
  'not-allowed': ({ right }) => said(text('failureNotAllowed', rightText(right)), text('failureNotAllowedNext')),
  'administrator-only': says('failureAdministratorOnly', 'failureAdministratorOnlyNext'),
  'policy-forbids': ({ rule }) => said(policyRefusal(rule), text('failurePolicyForbidsNext')),
  'not-for-packs': ({ entryName }) =>
    said(text('failureNotForPacks', displayText(entryName, 80)), text('failureNotForPacksNext')),
  'pack-refused': ({ problem }) => packProblemText(problem),
  'pack-ended': ({ expiresAt }) =>
    expiresAt === 0
      ? said(text('failurePackUnreadable'), text('failurePackUnreadableNext'))
      : said(text('failurePackEnded', dayText(expiresAt)), text('failurePackEndedNext')),
  'origins-unconfirmed': ({ origins }) =>
    said(text('failureOriginsUnconfirmed', origins.map(site).join(', ')), text('failureOriginsUnconfirmedNext')),
  'record-elsewhere': ({ host }) =>
    said(text('failureRecordElsewhere', displayText(host, 80)), text('failureRecordElsewhereNext')),
  'backup-refused': ({ problem }) => backupProblemText(problem),
  'invalid-input': ({ field }) =>
    said(
      field === '' ? text('failureInvalidInput') : text('failureInvalidInputNamed', field),
      text('failureInvalidInputNext'),
    ),
  'host-refused': ({ problem }) => said(hostProblemText(problem), hostProblemStep(problem)),
  'domain-refused': ({ problem }) => domainProblemText(problem),
  'entry-not-found': says('failureEntryNotFound', 'failureEntryNotFoundNext'),
  'entry-changed': says('failureEntryChanged', 'failureEntryChangedNext'),
  'folder-not-found': says('failureFolderGone', 'failureFolderGoneNext'),
  'folder-changed': says('failureFolderChanged', 'failureFolderChangedNext'),
  'folder-refused': ({ problem }) =>
    problem === 'inside-itself'
      ? said(text('failureFolderInside'), text('failureFolderInsideNext'))
      : said(text('failureFolderDeep', deepestFolder), text('failureFolderDeepNext')),
  'api-key-not-found': says('failureApiKeyNotFound', 'failureApiKeyNotFoundNext'),
  'api-key-in-use': ({ entries }) =>
    said(text('failureApiKeyInUse', entries.join(', ')), text('failureApiKeyInUseNext')),
  'not-linked': says('failureNotLinked', 'failureNotLinkedNext'),
  'other-client': ({ organizationName, by }) =>
    by === 'window'
      ? said(text('failureOtherClientWindow', displayText(organizationName, 80)), text('failureOtherClientWindowNext'))
      : said(text('failureOtherClientTab', displayText(organizationName, 80)), text('failureOtherClientTabNext')),
  'reason-needed': says('failureReasonNeeded', 'failureReasonNeededNext'),
  'username-empty': says('failureUsernameEmpty', 'failureUsernameEmptyStep'),
  'clipboard-refused': says('failureClipboardRefused', 'failureClipboardRefusedStep'),
  'choose-first': says('failureChooseFirst', 'failureChooseFirstNext'),
  'not-in-list': says('failureNotInList', 'failureNotInListNext'),
  'remembered-gone': says('failureRememberedGone', 'failureRememberedGoneNext'),
  'no-code-kept': says('failureNoCodeKept', 'failureNoCodeKeptNext'),
  'seed-refused': ({ problem }) => seedProblemText(problem),

  // IT Glue
  offline: says('failureOffline', 'failureNeedsNetwork'),
  timeout: says('failureTimeout', 'failureTimeoutNext'),
  'it-glue-down': ({ status }) =>
    // 0: no answer came, or not to its end.
    status === 0
      ? said(text('failureItGlueUnreachable'), text('failureNeedsNetwork'))
      : said(text('failureItGlueDown', status), text('failureItGlueDownNext')),
  'rate-limited': ({ waitSeconds }) =>
    said(text('failureRateLimited'), text('failureTryAgainIn', duration(waitSeconds))),
  'not-it-glue': says('failureNotItGlue', 'failureNotItGlueNext'),
  'bad-response': says('failureBadResponse', 'failureBadResponseNext'),
  'key-not-accepted': says('failureKeyNotAccepted', 'failureKeyNotAcceptedNext'),
  'gateway-token': says('failureGatewayToken', 'failureGatewayTokenNext'),
  'gateway-refused': says('failureGatewayRefused', 'failureGatewayRefusedNext'),
  'record-not-visible': says('failureRecordNotVisible', 'failureRecordNotVisibleNext'),
  'record-gone': says('failureRecordGone', 'failureRecordGoneNext'),
  'record-moved': says('failureRecordMoved', 'failureRecordMovedNext'),
  'no-password-access': says('failureNoPasswordAccess', 'failureNoPasswordAccessNext'),
  'password-vaulted': says('failurePasswordVaulted', 'failurePasswordVaultedNext'),
  'password-empty': says('failurePasswordEmpty', 'failurePasswordEmptyNext'),
  'password-archived': says('failurePasswordArchived', 'failurePasswordArchivedNext'),

  // pages
  'no-page': says('failureNoPage', 'failureNoPageNext'),
  'page-not-fillable': says('failurePageNotFillable', 'failurePageNotFillableNext'),
  'page-silent': says('failurePageSilent', 'failurePageSilentNext'),
  'no-linked-session': ({ origin }) =>
    said(text('failureNoLinkedSession', site(origin)), text('failureNoLinkedSessionNext')),
  'site-not-permitted': ({ origin }) =>
    said(text('failureSiteNotPermitted', site(origin)), text('failureSiteNotPermittedNext')),
  'no-containers': says('failureNoContainers', 'failureNoContainersStep'),
  'no-private-windows': says('failureNoPrivateWindows', 'failureNoPrivateWindowsStep'),
  'tab-closed': says('failureTabClosed', 'failureTabClosedNext'),
  'intent-expired': says('failureIntentExpired', 'failureIntentExpiredNext'),
  'sign-in-refused': ({ origin }) => said(text('failureSignInRefused', site(origin)), text('failureSignInRefusedNext')),
  'challenge-gone': says('failureChallengeGone', 'failureChallengeGoneNext'),
  interrupted: says('failureInterrupted', 'failureInterruptedNext'),
};

/** Sentence and next step of a failure. */
export function failureText(failure: Failure): FailureText {
  const entry = texts[failure.code] as Entry<FailureCode>;
  return typeof entry === 'function' ? (entry as (of: Failure) => FailureText)(failure) : textOfKeys(entry);
}
