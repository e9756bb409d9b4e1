import type { PackPolicy } from '../domain/pack.ts';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';

/** What the switches of a pack forbid, each as a line of a list. */
const switches = {
  disableReveal: 'packSwitchDisableReveal',
  disableCopy: 'packSwitchDisableCopy',
  disableAlwaysPrompt: 'packSwitchDisableAlwaysPrompt',
  disableHttp: 'packSwitchDisableHttp',
} as const satisfies { readonly [Key in keyof PackPolicy]?: TextKey };

export type PackSwitch = keyof typeof switches;

export const packSwitches = Object.keys(switches) as readonly PackSwitch[];

export const packSwitchText = (key: PackSwitch): string => text(switches[key]);

/** Everything that a pack asks of whoever works with it. */
export const packPolicyLines = (policy: PackPolicy): readonly string[] => [
  ...packSwitches.filter((key) => policy[key]).map(packSwitchText),
  text('packLocksAfter', policy.lockIdleMinutesMax, policy.lockCapHoursMax),
];
