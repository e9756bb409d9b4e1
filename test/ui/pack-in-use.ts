import { type PackInUse, strictestPack } from '../../src/domain/pack.ts';
import { openPolicy } from '../../src/domain/policy.ts';
import { ok } from '../../src/domain/result.ts';
import { world } from './options-world.tsx';

/** A pack that is good until tomorrow. */
export const pack: PackInUse = {
  packId: 'p1',
  name: 'Night shift',
  version: 3,
  issuedAt: 1,
  expiresAt: Date.now() + 86_400_000,
  signer: 's',
  policy: strictestPack,
  seenAt: 1,
  confirmed: {},
  ended: false,
};

/** The vault works with that pack, or with none: then it has an administrator. */
export function works(inUse: PackInUse | null, disableExport = false): void {
  world.answers['policy.get'] = () =>
    ok({ policy: { ...openPolicy, disableExport }, managed: [], unreadable: [], pack: inUse });
}
