import { fail, ok } from '../../domain/result.ts';
import { changeDraft, draftsOf } from '../drafts.ts';
import type { UseCase } from '../use-case.ts';

/** What was being typed when its page was closed, or the vault was locked. */
export const listDrafts: UseCase<'draft.list'> = async (ports, _request, { role }) =>
  role === null ? fail({ code: 'locked' }) : ok(await draftsOf(ports, role));

/** Keeps what is being typed, sealed like an entry. */
export const keepDraft: UseCase<'draft.keep'> = async (ports, change, { role }) => {
  if (role === null) return fail({ code: 'locked' });
  const kept = await changeDraft(ports, role, change);
  return kept.ok ? ok({}) : kept;
};
