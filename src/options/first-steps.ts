import type { EntryList, SessionEntryView } from '../messaging/contract.ts';

/** From nothing to a vault that works, in this order. */
export const stepNames = ['passphrase', 'key', 'credential', 'session'] as const;

export type StepName = (typeof stepNames)[number];

export interface FirstSteps {
  readonly done: readonly StepName[];
  /** What is to be done next; null: all of it is done. */
  readonly next: StepName | null;
}

/** How far a vault has come: read from what it holds, so that the way goes on wherever it was left. */
export function firstSteps(keys: number, { entries }: Pick<EntryList, 'entries'>): FirstSteps {
  const has: Readonly<Record<StepName, boolean>> = {
    passphrase: true,
    key: keys > 0 || entries.length > 0,
    credential: entries.some(({ kind }) => kind === 'credential'),
    session: entries.some(({ kind }) => kind === 'session'),
  };
  return { done: stepNames.filter((name) => has[name]), next: stepNames.find((name) => !has[name]) ?? null };
}

/** Whether somebody is still on the way: nothing was used yet, and nobody has said that they know it. */
export const onTheWay = ({ marks }: Pick<EntryList, 'marks'>): boolean =>
  marks.recents.length === 0 && marks.stepsSkipped !== true;

/** The session to try first. */
export const firstSession = ({ entries }: Pick<EntryList, 'entries'>): SessionEntryView | undefined =>
  entries.find((entry): entry is SessionEntryView => entry.kind === 'session' && entry.credentialEntryId !== null);
