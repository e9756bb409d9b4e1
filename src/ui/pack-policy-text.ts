import type { PackPolicy } from '../domain/pack.ts';

/** What the switches of a pack forbid, each as a line of a list. */
export const packSwitchText = {
  disableReveal: 'Passwords and codes are never shown',
  disableCopy: 'Passwords and codes are never copied',
  disableAlwaysPrompt: 'Entries that always prompt with list cannot be used',
  disableHttp: 'Sessions over plain http cannot be used',
} as const satisfies { readonly [Key in keyof PackPolicy]?: string };

export type PackSwitch = keyof typeof packSwitchText;

export const packSwitches = Object.keys(packSwitchText) as readonly PackSwitch[];

/** Everything that a pack asks of whoever works with it. */
export const packPolicyLines = (policy: PackPolicy): readonly string[] => [
  ...packSwitches.filter((key) => policy[key]).map((key) => packSwitchText[key]),
  `The vault locks after at most ${policy.lockIdleMinutesMax} minutes without use, and ${policy.lockCapHoursMax} hours after unlocking`,
];
