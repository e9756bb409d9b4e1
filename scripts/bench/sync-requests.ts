import { indexWorld } from '../../test/background/index/index-world.ts';
import { type Scale, tenantSizeOf } from './scale-records.ts';

export interface SyncRequests {
  /** First full sync, counted by the fake server. */
  readonly full: number;
  /** One with nothing new. */
  readonly incremental: number;
  /** Of the full one, without a network: reading, sealing, writing. */
  readonly fullMs: number;
}

/** Syncs a fake account of this size into an empty index, then once more. */
export async function syncRequests(scale: Scale): Promise<SyncRequests> {
  const world = await indexWorld({ sizes: { us: tenantSizeOf(scale) } });
  world.fake.tenant();
  const start = performance.now();
  const first = await world.sync();
  const fullMs = performance.now() - start;
  const full = world.asked().length;
  await world.later(20 * 60_000);
  const second = await world.sync();
  const incremental = world.asked().length;
  if (!first.ok || !second.ok) throw new Error('A sync against the fake server failed.');
  return { full, incremental, fullMs };
}
