import { type Draft, withDraft } from '../domain/draft.ts';
import type { Role } from '../domain/permission.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Ports } from './ports.ts';
import { storeTurns } from './store-turns.ts';

type Outside = Pick<Ports, 'store'>;

/** What this role was typing: each has its own. A record that does not open counts as empty, and is written anew. */
export async function draftsOf({ store }: Outside, role: Role): Promise<readonly Draft[]> {
  const found = await store.get('drafts', role);
  return found.ok ? (found.value?.drafts ?? []) : [];
}

const inTurn = storeTurns();

/** Keeps or lets go of one draft, one change after the other. */
export const changeDraft = (
  outside: Outside,
  role: Role,
  change: { readonly place: string; readonly text: string | null },
): Promise<Result<void>> =>
  inTurn(outside.store, async () => {
    const before = await draftsOf(outside, role);
    const drafts = withDraft(before, change);
    return drafts.length + before.length === 0 ? ok(undefined) : outside.store.put('drafts', role, { drafts });
  });
