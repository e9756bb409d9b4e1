import type { Ports } from '../ports.ts';
import { syncIndex } from './sync-index.ts';

const minute = 60_000;

/** How long until the next sync that nobody asked for, and how much of chance is in it: forty technicians unlock at nine. */
const delays = {
  soon: { atLeast: 5_000, spread: minute },
  later: { atLeast: 15 * minute, spread: 5 * minute },
  /** A worker that is ended in the middle of a sync goes on with it then. */
  resume: { atLeast: minute, spread: minute },
} as const;

/** 0 to 1. */
const chance = ({ randomBytes }: Pick<Ports, 'randomBytes'>): number => (randomBytes(1)[0] ?? 0) / 255;

/** Sets the alarm of the next sync, not before IT Glue may be asked again. */
export async function scheduleSync(
  ports: Pick<Ports, 'alarms' | 'now' | 'randomBytes'>,
  when: keyof typeof delays,
  notBeforeMs = 0,
): Promise<void> {
  const { atLeast, spread } = delays[when];
  await ports.alarms.set('sync', ports.now() + Math.max(atLeast, notBeforeMs) + spread * chance(ports));
}

/** The alarm rang: every key's index is brought up to date, one after the other. A locked vault waits for its unlocking. */
export async function syncDue(ports: Ports): Promise<void> {
  if ((await ports.door.role()) === null) return;
  const keys = await ports.store.list('api-key');
  if (!keys.ok || keys.value.contents.length === 0) return;
  await scheduleSync(ports, 'resume');
  let waitSeconds = 0;
  for (const { id } of keys.value.contents) {
    const end = await syncIndex(ports, id, { asker: 'background', full: false });
    if (!end.ok && end.failure.code === 'rate-limited') waitSeconds = Math.max(waitSeconds, end.failure.waitSeconds);
  }
  await scheduleSync(ports, waitSeconds > 0 ? 'resume' : 'later', waitSeconds * 1000);
}
