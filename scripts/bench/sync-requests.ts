import { indexWorld } from '../../test/background/index/index-world.ts';
import { type Scale, tenantSizeOf } from './scale-records.ts';

export interface SyncRequests {
  /** First full sync, counted by the fake server. */
  readonly full: number;
  /** One with nothing new. */
  readonly incremental: number;
  /** Of the full one: reading, sealing, writing; without a network, and without what the fake server took to answer. */
  readonly fullMs: number;
}

/** Syncs a fake account of this size into an empty index, then once more. */
export async function syncRequests(scale: Scale): Promise<SyncRequests> {
  let servedMs = 0;
  const world = await indexWorld({
    sizes: { us: tenantSizeOf(scale) },
    between: (server) => async (input, init) => {
      const asked = performance.now();
      const reply = await server(input, init);
      servedMs += performance.now() - asked;
      return reply;
    },
  });
  world.fake.tenant();
  const start = performance.now();
  const first = await world.sync();
  const fullMs = performance.now() - start - servedMs;
  const full = world.asked().length;
  await world.later(20 * 60_000);
  const second = await world.sync();
  const incremental = world.asked().length;
  if (!first.ok || !second.ok) throw new Error('A sync against the fake server failed.');
  return { full, incremental, fullMs };
}
