import { type CredentialEntry, type Entry, fillOrigins } from './entry.ts';
import { remoteAddress } from './remote-way.ts';

/** What happens to an entry of this vault when a file is taken. */
export interface EntryChange {
  readonly kind: Entry['kind'];
  readonly name: string;
  readonly change: 'added' | 'changed' | 'removed' | 'kept';
  /** Organization of a credential entry, origins of a session: what decides where a password goes. */
  readonly about: readonly string[];
  /** Rights that it gives and that it did not give before. */
  readonly raises: readonly ('view' | 'viewPassword')[];
}

const rightsRaised = (before: CredentialEntry | null, after: CredentialEntry): EntryChange['raises'] =>
  (['view', 'viewPassword'] as const).filter(
    (right) => after.permissions[right] && before?.permissions[right] !== true,
  );

const aboutOf = (entry: Entry): readonly string[] =>
  entry.kind === 'session'
    ? fillOrigins(entry)
    : entry.kind === 'remote'
      ? [remoteAddress(entry)]
      : entry.organizationName === null
        ? []
        : [entry.organizationName];

/** An entry apart from what every save changes. */
export const sameEntry = (a: Entry, b: Entry): boolean =>
  JSON.stringify(Object.entries({ ...a, rev: 0 }).sort()) === JSON.stringify(Object.entries({ ...b, rev: 0 }).sort());

function changeOf(before: Entry | null, after: Entry): EntryChange {
  const was = before?.kind === 'credential' ? before : null;
  return {
    kind: after.kind,
    name: after.name,
    change: before === null ? 'added' : sameEntry(before, after) ? 'kept' : 'changed',
    about: aboutOf(after),
    raises: after.kind === 'credential' ? rightsRaised(was, after) : [],
  };
}

/** From the entries that are here to those that a file brings; what the file does not hold is told as `others` says. */
export function entryChanges(
  here: readonly Entry[],
  brought: readonly Entry[],
  others: 'removed' | 'kept',
): readonly EntryChange[] {
  const before = new Map(here.map((entry) => [entry.id, entry]));
  const ids = new Set(brought.map(({ id }) => id));
  const left = here
    .filter(({ id }) => !ids.has(id))
    .map(
      (entry): EntryChange => ({
        kind: entry.kind,
        name: entry.name,
        change: others,
        about: aboutOf(entry),
        raises: [],
      }),
    );
  return [...brought.map((entry) => changeOf(before.get(entry.id) ?? null, entry)), ...left];
}
