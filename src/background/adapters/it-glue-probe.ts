import type { ConnectionReport, ConnectionStep, StepVerdict } from '../../domain/connection.ts';
import type { Failure } from '../../domain/failure.ts';
import type { PasswordId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import type { ItGlueAccess } from '../ports.ts';
import { decodeOrganizations, decodePasswords } from './it-glue-decode.ts';
import { failureOf, isRefused } from './it-glue-failure.ts';
import { type ItGlueWorld, keyProbe, recordQuestion } from './it-glue-reader.ts';
import { ask } from './it-glue-request.ts';

const candidatePage = `/passwords?${new URLSearchParams({ sort: 'id', 'page[size]': '5', 'page[number]': '1' })}`;
const mostCandidates = 3;

interface Found {
  readonly steps: Partial<Record<ConnectionStep, StepVerdict>>;
  readonly failure?: Failure;
  readonly organizations?: number | null;
}

const report = ({ steps, failure = undefined, organizations = null }: Found): ConnectionReport => ({
  steps: { reachable: 'unknown', keyAccepted: 'unknown', metadata: 'unknown', passwordValues: 'unknown', ...steps },
  failure: failure ?? null,
  organizations,
});

/** A request that got no verdict on the key: too many requests say that IT Glue is there, all else that it is not. */
const unreached = (failure: Failure): Found => ({
  steps: { reachable: failure.code === 'rate-limited' ? 'yes' : 'no' },
  failure,
});

async function findKey(world: ItGlueWorld, access: ItGlueAccess): Promise<Found> {
  const reply = await ask(world.fetch, access, keyProbe);
  if (reply.kind === 'status' && isRefused(reply))
    return { steps: { reachable: 'yes', keyAccepted: 'no' }, failure: failureOf(reply, 'collection', world) };
  if (reply.kind !== 'json') return unreached(failureOf(reply, 'collection', world));
  const page = decodeOrganizations(reply.body);
  if (page === null) return unreached({ code: 'bad-response' });
  return { steps: { reachable: 'yes', keyAccepted: 'yes' }, organizations: page.total };
}

/** Records that could have a value to show; a failure where the list itself does not come. */
async function findCandidates(world: ItGlueWorld, access: ItGlueAccess): Promise<readonly PasswordId[] | Failure> {
  const reply = await ask(world.fetch, access, recordQuestion(candidatePage));
  if (isRefused(reply)) return { code: 'record-not-visible' };
  if (reply.kind !== 'json') return failureOf(reply, 'collection', world);
  const rows = decodePasswords(reply.body)?.rows;
  if (rows === undefined) return { code: 'bad-response' };
  return rows
    .filter((row) => !row.vaulted && !row.archived)
    .slice(0, mostCandidates)
    .map((row) => row.id);
}

/** Told apart from a failure of one record, which says nothing of the others. */
const aboutOneRecord: ReadonlySet<Failure['code']> = new Set([
  'record-not-visible',
  'record-gone',
  'password-vaulted',
  'password-archived',
  'password-empty',
]);

type Reveal = (id: PasswordId) => Promise<Result<unknown>>;

/** A few values are asked for and dropped at once: the first may be empty or moved without meaning anything. */
async function findValues(candidates: readonly PasswordId[], reveal: Reveal): Promise<Found> {
  let missing = 0;
  for (const id of candidates) {
    const shown = await reveal(id);
    if (shown.ok) return { steps: { passwordValues: 'yes' } };
    if (shown.failure.code === 'no-password-access') missing += 1;
    else if (!aboutOneRecord.has(shown.failure.code))
      return { steps: { passwordValues: 'unknown' }, failure: shown.failure };
  }
  const none = candidates.length > 0 && missing === candidates.length;
  return none ? { steps: { passwordValues: 'no' }, failure: { code: 'no-password-access' } } : { steps: {} };
}

/** Test connection: each step is reported for itself, and the first that fails ends it. */
export async function probeConnection(
  world: ItGlueWorld,
  access: ItGlueAccess,
  reveal: Reveal,
): Promise<ConnectionReport> {
  const key = await findKey(world, access);
  if (key.steps.keyAccepted !== 'yes') return report(key);
  const candidates = await findCandidates(world, access);
  if ('code' in candidates) {
    const metadata = candidates.code === 'rate-limited' ? 'unknown' : 'no';
    return report({ ...key, steps: { ...key.steps, metadata }, failure: candidates });
  }
  const values = await findValues(candidates, reveal);
  return report({ ...key, ...values, steps: { ...key.steps, metadata: 'yes', ...values.steps } });
}
