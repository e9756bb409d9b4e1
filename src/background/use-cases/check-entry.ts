import type { CredentialEntry } from '../../domain/entry.ts';
import type { Failure } from '../../domain/failure.ts';
import type { EntryVerdict } from '../../domain/key-health.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { accessOf, noteSuccess } from '../api-key-access.ts';
import type { ItGlueAccess, Ports } from '../ports.ts';
import { existingEntry } from '../saved-entry.ts';
import type { UseCase } from '../use-case.ts';

/** What the entry points at, asked for without any password value. */
async function lookAt({ itGlue }: Pick<Ports, 'itGlue'>, access: ItGlueAccess, entry: CredentialEntry) {
  if (entry.organizationId === null)
    return itGlue.probe(access).then(({ failure }) => (failure ? fail(failure) : ok({})));
  if (entry.selection.mode === 'always-prompt') return itGlue.organization(access, entry.organizationId);
  const summary = await itGlue.passwordSummary(access, entry.selection.passwordId);
  if (!summary.ok) return summary;
  const { archived, organizationId } = summary.value;
  return archived || organizationId !== entry.organizationId ? fail({ code: 'record-gone' }) : ok({});
}

const verdicts: Readonly<Partial<Record<Failure['code'], EntryVerdict>>> = {
  'record-gone': 'gone',
  'record-moved': 'gone',
  'record-not-visible': 'no-access',
  'key-not-accepted': 'no-access',
  'gateway-token': 'no-access',
  'gateway-refused': 'no-access',
  'policy-forbids': 'no-access',
};

const verdictOf = (answer: Result<unknown>): EntryVerdict =>
  answer.ok ? 'works' : (verdicts[answer.failure.code] ?? 'untold');

/** Asks IT Glue, with the entry's own key, whether the entry still stands for something. No password value is read. */
export const checkEntry: UseCase<'credentialEntry.check'> = async (ports, { entryId }) => {
  const entry = await existingEntry(ports, 'credential', entryId);
  if (!entry.ok) return entry;
  const { apiKeyId } = entry.value;
  const access = await accessOf(ports, apiKeyId);
  if (!access.ok) return access;
  const answer = await lookAt(ports, access.value, entry.value);
  if (answer.ok) await noteSuccess(ports, apiKeyId);
  return ok({ verdict: verdictOf(answer), failure: answer.ok ? null : answer.failure });
};
