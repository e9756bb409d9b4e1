import type { ApiKeyId, OrganizationId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/request-budget.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { ItGlueAccess, Ports, UnlockedState } from '../ports.ts';
import type { PageQuestion, SourceAnswer } from './index-ports.ts';
import { catalogPart } from './index-ports.ts';
import type { IndexCatalog } from './index-shapes.ts';
import { sealPart } from './sealed-index.ts';

export type SyncPorts = Pick<
  Ports,
  'cipher' | 'indexRecords' | 'indexSource' | 'session' | 'door' | 'budget' | 'now' | 'wait' | 'store' | 'policy'
>;

/** How a flight is seen from outside. */
export interface Flight {
  /** The key was deleted, or is to be read differently: nothing more is written. */
  cancelled: boolean;
  pages: number;
  ofPages: number | null;
}

/** One sync of one key, as it goes on. */
export interface SyncRun {
  readonly ports: SyncPorts;
  readonly apiKeyId: ApiKeyId;
  readonly access: ItGlueAccess;
  readonly asker: Asker;
  /** The vault that it began in. */
  readonly kid: string;
  readonly flight: Flight;
  /** The only organizations that the policy lets be asked for; null: all. */
  readonly allowed: readonly OrganizationId[] | null;
  /** As it lies on the disk. */
  catalog: IndexCatalog;
}

/** Longer waits are not sat out: the sync ends, says how long, and goes on later. */
const longestWaitSeconds = 20;
const mostWaits = 3;

/** Whoever is in now; `locked` where nobody is, `interrupted` where it is another vault or the flight was called off. */
export async function stillIn({ ports, kid, flight }: SyncRun): Promise<Result<UnlockedState>> {
  if ((await ports.door.role()) === null) return fail({ code: 'locked' });
  const state = await ports.session.unlocked();
  if (state === null) return fail({ code: 'locked' });
  return state.kid === kid && !flight.cancelled ? ok(state) : fail({ code: 'interrupted' });
}

/** One page, asked for when the budget allows. */
export async function askPage<Row>(
  run: SyncRun,
  question: Omit<PageQuestion, 'asker'>,
  ask: (question: PageQuestion) => Promise<SourceAnswer<Row>>,
): Promise<SourceAnswer<Row>> {
  for (let waits = 0; ; waits += 1) {
    const inside = await stillIn(run);
    if (!inside.ok) return { ok: false, failure: inside.failure, tooMuch: false };
    const answer = await ask({ ...question, asker: run.asker });
    if (answer.ok || answer.failure.code !== 'rate-limited' || waits === mostWaits) return answer;
    if (answer.failure.waitSeconds > longestWaitSeconds) return answer;
    await run.ports.wait(answer.failure.waitSeconds * 1000);
  }
}

/** What is new on disk with a catalog that names it: all or nothing, and nothing once the vault is locked. */
export async function save(
  run: SyncRun,
  catalog: IndexCatalog,
  put: Readonly<Record<string, unknown>> = {},
  remove: readonly string[] = [],
): Promise<Result<void>> {
  const inside = await stillIn(run);
  if (!inside.ok) return inside;
  const { ports, apiKeyId } = run;
  const next = { ...catalog, budget: ports.budget.now(catalog.region) };
  try {
    const parts = Object.entries({ ...put, [catalogPart]: next });
    const sealed = await Promise.all(
      parts.map(([part, content]) => sealPart(ports, inside.value, apiKeyId, part, content)),
    );
    const meanwhile = await stillIn(run);
    if (!meanwhile.ok) return meanwhile;
    await ports.indexRecords.write(apiKeyId, { put: sealed, remove });
  } catch {
    return fail({ code: 'storage-failed' });
  }
  run.catalog = next;
  return ok(undefined);
}
