import { cappedByPack, packEnded } from '../../domain/pack.ts';
import type { ManagedSource, PolicySource } from '../policy-port.ts';
import type { Ports } from '../ports.ts';

/** The policy of this browser together with that of the pack which the unlocked vault works with: always the stricter of both. */
export const packedPolicy = (
  managed: ManagedSource,
  { session, now }: Pick<Ports, 'session' | 'now'>,
): PolicySource => ({
  async read() {
    const set = await managed.read();
    const pack = (await session.unlocked())?.pack ?? null;
    if (pack === null) return { ...set, pack: null };
    return {
      ...set,
      policy: cappedByPack(set.policy, pack.policy),
      pack: { ...pack, ended: packEnded(pack, now()) },
    };
  },
});
