import { type Entry, fillOrigins } from '../../domain/entry.ts';
import { sameEntry } from '../../domain/entry-changes.ts';
import type { PackState } from '../../domain/pack.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { sessionAddresses } from '../../domain/session-addresses.ts';
import { forgetLists } from '../cached-list.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { entryChange } from '../entry-change.ts';
import { forgetIndex } from '../index/forget-index.ts';
import { newVault } from '../new-vault.ts';
import { type OfferedPack, offeredPack } from '../pack/offered-pack.ts';
import { packRecord } from '../pack/pack-record.ts';
import type { Ports, StoredChange } from '../ports.ts';
import type { UseCase } from '../use-case.ts';
import { statusOf } from './vault-status.ts';

/** Addresses that were confirmed before and that the session still has. */
function stillConfirmed({ contents, known }: OfferedPack): PackState['confirmed'] {
  return Object.fromEntries(
    contents.entries.flatMap((entry) => {
      if (entry.kind === 'credential') return [];
      const before = known?.confirmed[entry.id] ?? [];
      return [[entry.id, before.filter((address) => sessionAddresses(entry).includes(address))]];
    }),
  );
}

const stateOf = (offered: OfferedPack, now: number): PackState => {
  const { packId, name, version, issuedAt, expiresAt, policy } = offered.contents;
  const seenAt = Math.max(now, offered.known?.seenAt ?? 0);
  const { signer } = offered;
  return { packId, name, version, issuedAt, expiresAt, policy, signer, seenAt, confirmed: stillConfirmed(offered) };
};

/** An entry under the next revision; one that stays as it is keeps what was remembered with it. */
function broughtChange(before: Entry | undefined, brought: Entry): readonly StoredChange[] {
  if (before === undefined) return [entryChange(brought)];
  const kept =
    before.kind === 'session' && brought.kind === 'session'
      ? {
          ...brought,
          rememberedPasswords: before.rememberedPasswords.filter(({ origin }) => fillOrigins(brought).includes(origin)),
        }
      : brought;
  return sameEntry(before, kept) ? [] : [entryChange({ ...kept, rev: before.rev + 1 })];
}

/** Folders under the next revision, those that the pack does not hold taken away. */
function folderChanges({ contents, folders }: OfferedPack): readonly StoredChange[] {
  const here = new Map(folders.map((folder) => [folder.id, folder]));
  const brought = new Set(contents.folders.map(({ id }) => id));
  const put = contents.folders.flatMap((folder): readonly StoredChange[] => {
    const before = here.get(folder.id);
    if (before !== undefined && sameEntry(before, folder)) return [];
    return [{ kind: 'folder', id: folder.id, content: { ...folder, rev: (before?.rev ?? 0) + 1 } }];
  });
  const gone = folders.filter(({ id }) => !brought.has(id));
  return [...put, ...gone.map(({ id }) => ({ kind: 'folder', id, content: null }) as const)];
}

/** Everything that the pack changes, as one change of the disk. */
function changesOf(offered: OfferedPack, state: PackState): readonly StoredChange[] {
  const { contents, entries, apiKeys } = offered;
  const here = new Map(entries.map((entry) => [entry.id, entry]));
  const brought = new Set<string>([...contents.entries, ...contents.apiKeys].map(({ id }) => id));
  const seeded = new Set(contents.seeds.map(({ entryId }) => entryId));
  return [
    ...folderChanges(offered),
    ...contents.entries.flatMap((entry) => broughtChange(here.get(entry.id), entry)),
    ...entries.filter(({ id }) => !brought.has(id)).map(({ id }) => ({ kind: 'entry', id, content: null }) as const),
    ...contents.apiKeys.map((key) => ({ kind: 'api-key', id: key.id, content: key }) as const),
    ...apiKeys.filter(({ id }) => !brought.has(id)).map(({ id }) => ({ kind: 'api-key', id, content: null }) as const),
    ...contents.seeds.map(({ entryId, ...seed }) => ({ kind: 'code-seed', id: entryId, content: seed }) as const),
    ...entries.filter(({ id }) => !seeded.has(id)).map(({ id }) => ({ kind: 'code-seed', id, content: null }) as const),
    { kind: 'pack', id: packRecord, content: state },
  ];
}

async function take(ports: Ports, offered: OfferedPack): Promise<Result<void>> {
  const state = stateOf(offered, ports.now());
  const changed = await ports.store.change(changesOf(offered, state));
  if (!changed.ok) return changed;
  await ports.session.changeUnlocked((known) => ({ ...known, pack: state }));
  forgetLists(ports.lists);
  const left = new Set(offered.contents.apiKeys.map(({ id }) => id));
  for (const { id } of offered.apiKeys) if (!left.has(id)) await forgetIndex(ports, id);
  return ok(undefined);
}

/**
 * Takes a pack that was looked at: into a vault made for it, whose one passphrase is a technician's, or in place of the
 * pack that such a vault works with. Whole or not at all.
 */
export const acceptPack: UseCase<'pack.accept'> = (ports, { text, code, version, passphrase }) =>
  orStorageFailed(async () => {
    const offered = await offeredPack(ports, text, code);
    if (!offered.ok) return offered;
    if (offered.value.contents.version !== version) return fail({ code: 'pack-refused', problem: 'changed-since' });
    if ((await ports.records.header()) === null) {
      const failure = await newVault(ports, passphrase ?? '', 'technician');
      if (failure !== null) return fail(failure);
    }
    const taken = await take(ports, offered.value);
    return taken.ok ? statusOf(ports) : taken;
  });
