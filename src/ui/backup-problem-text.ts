import type { BackupProblem } from '../domain/backup.ts';
import type { FailureText } from './failure-text.ts';

const another = 'Choose another backup.';

/** Why a backup was not restored, and what to do now. */
export const backupProblemText: Readonly<Record<BackupProblem, FailureText>> = {
  'not-a-backup': { sentence: 'This file is no backup of Linked Vault.', nextStep: another },
  'too-new': {
    sentence: 'This backup was made by a newer version of Linked Vault.',
    nextStep: 'Update the extension in this browser, then try again.',
  },
  'wrong-passphrase': {
    sentence: 'This passphrase does not open the backup.',
    nextStep: 'Give the administrator’s passphrase that the vault had when the backup was made.',
  },
  damaged: {
    sentence: 'This backup is cut off or was altered, so nothing of it was restored.',
    nextStep: another,
  },
  'not-an-administrator': {
    sentence: 'This is a technician’s passphrase; a backup is restored by an administrator.',
    nextStep: 'Give the administrator’s passphrase that the vault had when the backup was made.',
  },
};
