import type { Ports } from './ports.ts';

/** How long a copied secret stays on the clipboard (ms). */
const lifetimeMs = 30_000;

/** Has the clipboard overwritten by an alarm, which outlives popup and worker, instead of any set before: when (ms since the epoch). */
export async function clearLater(ports: Pick<Ports, 'alarms' | 'now'>): Promise<number> {
  const clearAt = ports.now() + lifetimeMs;
  await ports.alarms.set('clipboard', clearAt);
  return clearAt;
}
