import type { BackupProblem } from '../domain/backup.ts';
import { type FailureKeys, type FailureText, textOfKeys } from './failure-keys.ts';

/** Why a backup was not restored, and what to do now. */
const problems: Readonly<Record<BackupProblem, FailureKeys>> = {
  'not-a-backup': { sentence: 'backupProblemNotABackup', nextStep: 'backupProblemAnother' },
  'too-new': {
    sentence: 'backupProblemTooNew',
    nextStep: 'backupProblemTooNewNext',
  },
  'wrong-passphrase': {
    sentence: 'backupProblemWrongPassphrase',
    nextStep: 'backupProblemWrongPassphraseNext',
  },
  damaged: {
    sentence: 'backupProblemDamaged',
    nextStep: 'backupProblemAnother',
  },
  'not-an-administrator': {
    sentence: 'backupProblemNotAnAdministrator',
    nextStep: 'backupProblemNotAnAdministratorNext',
  },
};

export const backupProblemText = (problem: BackupProblem): FailureText => textOfKeys(problems[problem]);
