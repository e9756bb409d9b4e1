import type { AuditRecords, MissedMemory } from './audit-port.ts';
import { decodeMissed, type MissedEvents, type MissedKind, missedOneMore, noneMissed } from './missed-events.ts';

/**
 * The tally of what could not be written down: on the audit's disk, so that it is there after the browser ended; in
 * session memory while that disk takes nothing. Nothing here throws: there is no further place to say it.
 */
export function createMissedTally(disk: Pick<AuditRecords, 'missed' | 'saveMissed'>, memory: MissedMemory) {
  const decoded = async (read: () => Promise<unknown>): Promise<MissedEvents | null> => {
    try {
      return decodeMissed(await read());
    } catch {
      return null;
    }
  };
  // What session memory holds was counted on from what the disk held.
  const read = async (): Promise<MissedEvents> =>
    (await decoded(memory.auditMissed)) ?? (await decoded(disk.missed)) ?? noneMissed;
  const forgetMemory = () => memory.setAuditMissed(null).catch(() => undefined);
  return {
    read,
    async count(kind: MissedKind, now: number): Promise<void> {
      const missed = missedOneMore(await read(), kind, now);
      try {
        await disk.saveMissed(missed);
        await forgetMemory();
      } catch {
        await memory.setAuditMissed(missed).catch(() => undefined);
      }
    },
    forgetMemory,
  };
}
