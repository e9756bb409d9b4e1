import type { AuditReading } from '../../domain/audit.ts';
import { codeOnly, type Diagnostics, daysAgo, minutesAgo, toldOutcomes } from '../../domain/diagnostics.ts';
import { type KeyDay, refusalStatuses } from '../../domain/key-health.ts';
import type { Role } from '../../domain/permission.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { EntryList } from '../../messaging/contract.ts';
import { healthOf } from '../key-health.ts';
import type { Ports } from '../ports.ts';
import type { UseCase } from '../use-case.ts';
import { statesFor } from './index-state.ts';
import { listEntries } from './list-entries.ts';
import { statusOf } from './vault-status.ts';

function countsOf({ entries, deleted, damaged }: EntryList): Diagnostics['entries'] {
  const credentials = entries.flatMap((entry) => (entry.kind === 'credential' ? [entry] : []));
  const sessions = entries.flatMap((entry) => (entry.kind === 'session' ? [entry] : []));
  return {
    credentials: credentials.length,
    alwaysPrompt: credentials.filter(({ selection }) => selection.mode === 'always-prompt').length,
    allOrganizations: credentials.filter(({ organizationId }) => organizationId === null).length,
    sessions: sessions.length,
    notLinked: sessions.filter(({ credentialEntryId }) => credentialEntryId === null).length,
    withoutSiteAccess: sessions.filter(({ missingSites }) => missingSites.length > 0).length,
    http: sessions.filter(({ allowHttp }) => allowHttp).length,
    httpAuth: sessions.filter(({ httpAuth }) => httpAuth).length,
    deleted: deleted.length,
    damaged: damaged.length,
  };
}

const sumOf = (days: readonly KeyDay[]): KeyDay['refused'] => {
  const sum = (status: keyof KeyDay['refused']) => days.reduce((all, { refused }) => all + refused[status], 0);
  const [unauthorized, forbidden, limited] = refusalStatuses;
  return { 401: sum(unauthorized), 403: sum(forbidden), 429: sum(limited) };
};

async function keysOf(ports: Ports): Promise<Result<Diagnostics['apiKeys']>> {
  const listed = await ports.store.list('api-key');
  if (!listed.ok) return listed;
  const now = ports.now();
  const told = listed.value.contents.map(async ({ id, region, addedAt, replacedAt, lastSuccessAt }) => ({
    region,
    addedDaysAgo: daysAgo(addedAt, now),
    replacedDaysAgo: replacedAt === null ? null : daysAgo(replacedAt, now),
    usedDaysAgo: lastSuccessAt === null ? null : daysAgo(lastSuccessAt, now),
    refused: sumOf(await healthOf(ports, id)),
  }));
  return ok(await Promise.all(told));
}

async function indexesOf(ports: Ports, role: Role): Promise<Result<Diagnostics['indexes']>> {
  const states = await statesFor(ports, role);
  if (!states.ok) return states;
  return ok(
    states.value.map(
      ({ coverage, passwords, organizations, excluded, syncing, syncedAt, waitSeconds, requestsSent, failure }) => ({
        coverage,
        passwords,
        organizations,
        leftOut: excluded?.length ?? null,
        syncing: syncing !== null,
        syncedMinutesAgo: syncedAt === null ? null : minutesAgo(syncedAt, ports.now()),
        waitSeconds,
        requestsSent,
        failure: failure?.code ?? null,
      }),
    ),
  );
}

const outcomesOf = ({ records }: AuditReading, now: number): Diagnostics['outcomes'] =>
  records.slice(0, toldOutcomes).map(({ action, by, outcome, at }) => ({
    action,
    by: codeOnly(by),
    outcome: codeOnly(outcome),
    minutesAgo: minutesAgo(at, now),
  }));

/** How the vault is, for somebody who helps: named field by field, so that nothing comes out by itself. */
export const diagnose: UseCase<'diagnostics.get'> = async (ports, request, caller) => {
  const unlocked = await ports.session.unlocked();
  if (caller.role === null || unlocked === null) return fail({ code: 'locked' });
  const status = await statusOf(ports);
  if (!status.ok) return status;
  const listed = await listEntries(ports, request, caller);
  if (!listed.ok) return listed;
  const apiKeys = await keysOf(ports);
  if (!apiKeys.ok) return apiKeys;
  const indexes = await indexesOf(ports, caller.role);
  if (!indexes.ok) return indexes;
  const { managed, unreadable, pack } = await ports.policy.read();
  const audit = await ports.audit.read();
  return ok({
    role: caller.role,
    hasTechnician: status.value.hasTechnician,
    lock: unlocked.settings,
    pack: pack === null ? 'none' : pack.ended ? 'ended' : 'in use',
    entries: countsOf(listed.value),
    apiKeys: apiKeys.value,
    indexes: indexes.value,
    policy: { set: managed, unreadable: unreadable.length },
    audit: audit.ok ? { records: audit.value.records.length, sound: audit.value.brokenAt === null } : null,
    outcomes: audit.ok ? outcomesOf(audit.value, ports.now()) : [],
  });
};
