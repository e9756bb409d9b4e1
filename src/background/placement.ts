import type { Entry } from '../domain/entry.ts';
import type { EntryId } from '../domain/ids.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { PlaceInput } from '../messaging/contract.ts';
import { existingFolder } from './folders.ts';
import type { Ports } from './ports.ts';
import type { Caller } from './use-case.ts';

/** Where an entry stands, and whether it takes the permissions of that place. */
export type Placement = Pick<Entry, 'folderId' | 'inheritsPermissions'>;

/**
 * The place under which an entry is saved. Another one, or other permissions by it, may raise a right: that is for an
 * administrator alone, however much Edit there is.
 */
export async function placementFor(
  ports: Pick<Ports, 'store'>,
  caller: Caller,
  input: PlaceInput & { readonly entryId: EntryId | null },
): Promise<Result<Placement>> {
  const found = input.entryId === null ? ok(null) : await ports.store.get('entry', input.entryId);
  if (!found.ok) return found;
  const before = { folderId: found.value?.folderId ?? null, inherits: found.value?.inheritsPermissions === true };
  const { folderId = before.folderId, inheritsPermissions: inherits = before.inherits } = input;
  const moves = folderId !== before.folderId;
  if ((moves || inherits !== before.inherits) && caller.role !== 'administrator')
    return fail({ code: 'administrator-only' });
  const folder = moves && folderId !== null ? await existingFolder(ports, folderId) : ok(null);
  if (!folder.ok) return folder;
  return ok({
    ...(folderId === null ? {} : { folderId }),
    ...(inherits ? ({ inheritsPermissions: true } as const) : {}),
  });
}

/** An entry in another place; null: at the top. */
export function placedIn<Placed extends Entry>(entry: Placed, folderId: Placement['folderId'] | null): Placed {
  const { folderId: _left, ...rest } = entry;
  // Without its optional place an entry is still of its kind.
  return { ...rest, rev: entry.rev + 1, ...(folderId ? { folderId } : {}) } as Placed;
}
