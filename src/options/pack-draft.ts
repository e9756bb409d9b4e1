import type { EntryId } from '../domain/ids.ts';
import { lockLimits } from '../domain/lock.ts';
import { type PackPolicy, type PackSeries, packDays } from '../domain/pack.ts';
import type { PackInput } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';

/** A pack as it is being put together. */
export interface PackDraft {
  /** null: a new pack. */
  readonly packId: string | null;
  readonly name: string;
  readonly days: string;
  readonly entryIds: readonly EntryId[];
  readonly policy: PackPolicy;
}

export const emptyPack: PackDraft = {
  packId: null,
  name: '',
  days: '90',
  entryIds: [],
  policy: {
    disableAlwaysPrompt: false,
    disableReveal: false,
    disableCopy: false,
    disableHttp: false,
    lockIdleMinutesMax: 15,
    lockCapHoursMax: lockLimits.capHours.max,
  },
};

/** The next version of a pack, as it was last made; entries that are gone meanwhile are left out. */
export const renewalOf = ({ packId, name, entryIds, policy }: PackSeries, live: readonly EntryId[]): PackDraft => ({
  packId,
  name,
  days: emptyPack.days,
  entryIds: entryIds.filter((id) => live.includes(id)),
  policy,
});

export type PackFault = { readonly field: 'name' | 'days' | 'entries'; readonly text: string };

/** The pack as it can be made, or what is missing. */
export function packInput({ days, name, ...draft }: PackDraft): PackInput | PackFault {
  const number = /^\d+$/.test(days.trim()) ? Number(days) : Number.NaN;
  if (name.trim() === '') return { field: 'name', text: text('optionsGivePackNameSuchAs') };
  if (!(number >= packDays.min && number <= packDays.max))
    return { field: 'days', text: text('optionsTypeNumberDays', packDays.min, packDays.max) };
  if (draft.entryIds.length === 0) return { field: 'entries', text: text('optionsChooseAtLeastOneEntry') };
  return { ...draft, name: name.trim(), days: number };
}
