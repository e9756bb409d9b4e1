import type { EntryId, FolderId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import type { EntryView, FolderView, SessionEntryView } from '../messaging/contract.ts';
import { plural } from '../texts/plural.ts';
import { sentences } from '../texts/sentences.ts';
import { text } from '../texts/text.ts';
import type { Deed } from '../ui/use-undo.tsx';
import type { VaultAccess } from './vault-context.ts';

type Ask = VaultAccess['ask'];

const linkedTo = (ids: ReadonlySet<string>, entries: readonly EntryView[]): number =>
  entries.filter((other) => other.kind !== 'credential' && !ids.has(other.id) && ids.has(other.credentialEntryId ?? ''))
    .length;

/** Several commands as one: it ends with the first that is refused. */
async function oneByOne(steps: readonly (() => Promise<Result<unknown>>)[]): Promise<Result<unknown>> {
  for (const step of steps) {
    const answer = await step();
    if (!answer.ok) return answer;
  }
  return ok(undefined);
}

export function deletionOf(ask: Ask, entry: EntryView, all: readonly EntryView[]): Deed {
  const linked = linkedTo(new Set([entry.id]), all);
  return {
    text: sentences(
      text('optionsWasDeleted', entry.name),
      linked === 0 ? null : plural('optionsSessionsUnlinked', linked),
    ),
    act: () => ask('entry.delete', { entryId: entry.id, rev: entry.rev }),
    undo: () => ask('entry.restore', { entryId: entry.id }),
  };
}

export function deletionOfSeveral(ask: Ask, entries: readonly EntryView[], all: readonly EntryView[]): Deed {
  const entryIds = entries.map(({ id }) => id);
  const linked = linkedTo(new Set(entryIds), all);
  return {
    text: sentences(
      plural('optionsWereDeleted', entries.length),
      linked === 0 ? null : plural('optionsSessionsUnlinked', linked),
    ),
    act: () => ask('entries.delete', { entryIds }),
    undo: () => ask('entries.restore', { entryIds }),
  };
}

export const folderDeletion = (ask: Ask, { id, rev, name }: FolderView, inside: 'move-up' | 'delete'): Deed => ({
  text: text(inside === 'delete' ? 'optionsFolderDeleted' : 'optionsFolderDeletedMovedUp', name),
  act: () => ask('folder.delete', { folderId: id, rev, inside }),
  undo: () => ask('folder.restore', { folderId: id }),
});

/** What was chosen in the tree. */
export interface Chosen {
  readonly entries: readonly EntryView[];
  readonly folders: readonly FolderView[];
}

export function moveOf(ask: Ask, { entries, folders }: Chosen, to: FolderId | null, toName: string): Deed {
  const from = new Set([...entries.map((entry) => entry.folderId ?? null), ...folders.map(({ parentId }) => parentId)]);
  const move = (there: FolderId | null, moved: Chosen) =>
    ask('entries.move', {
      entryIds: moved.entries.map(({ id }) => id),
      folderIds: moved.folders.map(({ id }) => id),
      to: there,
    });
  const back = [...from].map(
    (place) => () =>
      move(place, {
        entries: entries.filter((entry) => (entry.folderId ?? null) === place),
        folders: folders.filter(({ parentId }) => parentId === place),
      }),
  );
  return {
    text: plural('optionsWereMoved', entries.length + folders.length, toName),
    act: () => move(to, { entries, folders }),
    undo: () => oneByOne(back),
  };
}

/** What a session is linked to: a credential entry, nothing, or whatever its folders name. */
export type Link = EntryId | null | 'inherited';

export const linkOf = (session: SessionEntryView): Link =>
  session.inheritsCredential === true ? 'inherited' : session.credentialEntryId;

export function linkingOf(ask: Ask, sessions: readonly SessionEntryView[], link: Link, linkName: string): Deed {
  const to = (there: Link, linked: readonly SessionEntryView[]) =>
    ask('entries.link', {
      entryIds: linked.map(({ id }) => id),
      credentialEntryId: there === 'inherited' ? null : there,
      inherits: there === 'inherited',
    });
  const before = new Set(sessions.map(linkOf));
  return {
    text: plural('optionsWereLinked', sessions.length, linkName),
    act: () => to(link, sessions),
    undo: () =>
      oneByOne(
        [...before].map(
          (one) => () =>
            to(
              one,
              sessions.filter((session) => linkOf(session) === one),
            ),
        ),
      ),
  };
}
