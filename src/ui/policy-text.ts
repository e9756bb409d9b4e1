import type { PolicyKey } from '../domain/policy.ts';

/** What stands beside every control that a policy holds. */
export const setByAdministrator = 'Set by your administrator.';

interface PolicyText {
  /** What the key holds, as a line of a list. */
  readonly rule: string;
  /** What happened where it refused something. */
  readonly refusal: string;
}

/** A sentence for every key of a policy: one without does not compile. */
export const policyText: Readonly<Record<PolicyKey, PolicyText>> = {
  region: {
    rule: 'API keys of one region of IT Glue only',
    refusal: 'API keys of this region of IT Glue may not be used in this browser.',
  },
  allowedOrganizations: {
    rule: 'Some organizations only',
    refusal: 'This organization may not be used in this browser.',
  },
  allowedCategories: {
    rule: 'Some password categories only',
    refusal: 'Passwords of this category may not be used in this browser.',
  },
  disableAlwaysPrompt: {
    rule: 'No entries that always prompt with list',
    refusal: 'Entries that always prompt with list may not be used in this browser.',
  },
  disableReveal: {
    rule: 'No password or code is shown',
    refusal: 'Showing passwords is switched off in this browser.',
  },
  disableCopy: {
    rule: 'No password or code is copied',
    refusal: 'Copying passwords is switched off in this browser.',
  },
  disableHttp: {
    rule: 'No sessions over plain http',
    refusal: 'Sessions over plain http may not be used in this browser.',
  },
  disableExport: { rule: 'No export and no backup', refusal: 'Export is switched off in this browser.' },
  lockIdleMinutesMax: {
    rule: 'A longest time without use before the vault locks',
    refusal: 'The vault may not stay unlocked that long without use.',
  },
  lockCapHoursMax: {
    rule: 'A longest time after unlocking before the vault locks',
    refusal: 'The vault may not stay unlocked that long.',
  },
  kdfMemoryKibMin: {
    rule: 'A least memory for deriving keys from passphrases',
    refusal: 'Keys must be derived with more memory.',
  },
  kdfPassesMin: {
    rule: 'A least number of passes for deriving keys from passphrases',
    refusal: 'Keys must be derived with more passes.',
  },
  packSigningKey: { rule: 'Who may sign packs', refusal: 'This pack is not signed by your administrator.' },
  requiredKeys: { rule: 'Keys that must be in the policy', refusal: 'The policy of this browser is not complete.' },
};
