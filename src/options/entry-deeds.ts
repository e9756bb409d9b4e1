import { foldersWithin } from '../domain/folder.ts';
import type { EntryId, FolderId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import type { EntryView, FolderView, RemoteEntryView, SessionEntryView } from '../messaging/contract.ts';
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

/** What was chosen with everything that lies in its folders. */
export function withHeld({ entries, folders }: Chosen, all: Chosen): Chosen {
  const within = new Set(folders.flatMap(({ id }) => [...foldersWithin(all.folders, id)]));
  const chosen = new Set<string>(entries.map(({ id }) => id));
  return {
    entries: all.entries.filter(({ id, folderId }) => chosen.has(id) || within.has(folderId ?? '')),
    folders: all.folders.filter(({ id }) => within.has(id)),
  };
}

/** `all`: what there is. */
export function deletionOfSeveral(ask: Ask, chosen: Chosen, all: Chosen): Deed {
  const gone = withHeld(chosen, all);
  const linked = linkedTo(new Set(gone.entries.map(({ id }) => id)), all.entries);
  const entryIds = chosen.entries.map(({ id }) => id);
  const folderIds = chosen.folders.map(({ id }) => id);
  const alone = folderIds.length === 0;
  const count = gone.entries.length + gone.folders.length;
  return {
    text: sentences(
      plural(alone ? 'optionsWereDeleted' : 'optionsFoldersWereDeleted', count),
      linked === 0 ? null : plural('optionsSessionsUnlinked', linked),
    ),
    act: () => (alone ? ask('entries.delete', { entryIds }) : ask('folders.delete', { entryIds, folderIds })),
    undo: () => (alone ? ask('entries.restore', { entryIds }) : ask('folders.restore', { entryIds, folderIds })),
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

/** A session of either kind. */
export type LinkableView = SessionEntryView | RemoteEntryView;

/** What a session is linked to: a credential entry, nothing, or whatever its folders name. */
export type Link = EntryId | null | 'inherited';

export const linkOf = (session: LinkableView): Link =>
  session.inheritsCredential === true ? 'inherited' : session.credentialEntryId;

export function linkingOf(ask: Ask, sessions: readonly LinkableView[], link: Link, linkName: string): Deed {
  const to = (there: Link, linked: readonly LinkableView[]) =>
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
