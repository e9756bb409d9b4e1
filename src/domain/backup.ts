/** Why a backup was not taken. */
export const backupProblems = [
  'not-a-backup',
  'too-new',
  'wrong-passphrase',
  'damaged',
  'not-an-administrator',
] as const;

export type BackupProblem = (typeof backupProblems)[number];

export const backupLimits = { characters: 64 * 1024 * 1024, records: 20_000 } as const;
