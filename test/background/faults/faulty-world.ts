import { vi } from 'vitest';
import { createAuditRecords } from '../../../src/background/adapters/audit-records.ts';
import { createItGlue } from '../../../src/background/adapters/it-glue.ts';
import { createRequestBudget } from '../../../src/background/adapters/request-budget.ts';
import { sha256 } from '../../../src/background/adapters/sha256.ts';
import { auditedItGlue, noteCommand } from '../../../src/background/audit/audited.ts';
import { createAudit } from '../../../src/background/audit/create-audit.ts';
import { passGate } from '../../../src/background/gate.ts';
import { createLiveChallenges } from '../../../src/background/live-challenges.ts';
import { createLiveFills } from '../../../src/background/live-fills.ts';
import type { ItGlue, Ports } from '../../../src/background/ports.ts';
import type { UseCase } from '../../../src/background/use-case.ts';
import { createUseCases } from '../../../src/background/use-cases.ts';
import { systemClock } from '../../../src/demo/clock.ts';
import { northwind } from '../../../src/demo/demo-logins.ts';
import { createFakeItGlue } from '../../../src/demo/fake-it-glue.ts';
import type { CommandName, RequestOf, ResponseOf } from '../../../src/messaging/contract.ts';
import { vaultWorld } from '../vault/vault-world.ts';

export const portal = 'https://portal.example';
export const tabId = 5;

/** What is asked of IT Glue, counted while it is under way. */
function counted(itGlue: ItGlue): { readonly itGlue: ItGlue; readonly underWay: () => number } {
  let underWay = 0;
  const calls = Object.entries(itGlue).map(([name, call]) => [
    name,
    async (...asked: readonly unknown[]) => {
      underWay += 1;
      try {
        return await (call as (...asked: readonly unknown[]) => Promise<unknown>)(...asked);
      } finally {
        underWay -= 1;
      }
    },
  ]);
  return { itGlue: Object.fromEntries(calls) as ItGlue, underWay: () => underWay };
}

/**
 * A device with a real vault and audit on its disk, the verbs behind the gate, and the real client before a fake IT Glue.
 * Only the browser's tabs are scripted. Timers are fake: time goes on only while IT Glue is being waited for.
 */
export function faultyWorld() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const device = vaultWorld();
  const { clock } = device;
  const fake = createFakeItGlue({
    clock: { now: () => clock.now, sleep: systemClock.sleep },
    sizes: { us: { organizations: 12, passwords: 80, largest: 20 } },
  });
  const now = () => clock.now;
  const budget = createRequestBudget(now, () => 0);
  const client = counted(createItGlue({ fetch: budget.fetchFor('person', fake.fetch), now, online: () => true }));
  const { session, policy, cipher } = device.ports;
  const audit = createAudit({ cipher, session, now, policy, auditRecords: createAuditRecords(), hash: sha256 });
  const ports: Ports = {
    ...device.ports,
    audit,
    budget,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    itGlue: auditedItGlue(client.itGlue, audit),
    pages: {
      front: async () => ({ tabId, origin: portal }),
      windowOf: async () => 1,
      openTab: async () => tabId,
      bringToFront: async () => {},
      isComplete: async () => true,
      inject: async () => ({ documentId: 'DOC' }),
      showEnd: async () => {},
      openPopup: async () => true,
    } as unknown as Ports['pages'],
  };
  const live = createLiveFills();
  const useCases = createUseCases(live, createLiveChallenges());
  const ask = async <Name extends CommandName>(command: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>> => {
    const passed = await passGate(ports, command, request);
    const useCase = useCases[command] as unknown as UseCase<Name>;
    const answer = passed.ok ? await useCase(ports, request, passed.value) : (passed as ResponseOf<Name>);
    await noteCommand(ports, command, request, answer);
    return answer;
  };
  const login = fake.password(northwind, 'Patient portal - front desk');
  return { ports, live, fake, clock, area: device.area, ask, underWay: client.underWay, login };
}

export type FaultyWorld = ReturnType<typeof faultyWorld>;

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Turns of the event loop in which nothing but a timer can still be what is waited for. */
const patience = 15;
const longestMs = 30 * 60_000;

/** What work ends in. Fails where it has not ended after half an hour of the person's time. */
export async function ended<Value>({ underWay, clock }: FaultyWorld, work: Promise<Value>): Promise<Value> {
  let open = true;
  const close = () => {
    open = false;
  };
  work.then(close, close);
  const began = clock.now;
  for (let quiet = 0; open; quiet = underWay() > 0 ? quiet + 1 : 0) {
    await turn();
    if (quiet < patience) continue;
    clock.now += 1_000;
    await vi.advanceTimersByTimeAsync(1_000);
    if (clock.now - began > longestMs) throw new Error('It hangs.');
  }
  return work;
}
