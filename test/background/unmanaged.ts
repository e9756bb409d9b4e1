import type { PolicySource } from '../../src/background/policy-port.ts';
import type { PackInUse, PolicyInForce } from '../../src/domain/pack.ts';
import { openPolicy, type Policy, unmanaged } from '../../src/domain/policy.ts';

/** A browser that nobody has set a policy for. */
export const unmanagedSource: PolicySource = { read: async () => ({ ...unmanaged, pack: null }) };

/** A policy that can be changed while it holds. */
export function policySource(policy: Partial<Policy> = {}, pack: PackInUse | null = null) {
  const source = {
    managed: { policy: { ...openPolicy, ...policy }, managed: [], unreadable: [], pack } as PolicyInForce,
    read: async () => source.managed,
    set: (next: Partial<Policy>) => {
      source.managed = { ...source.managed, policy: { ...openPolicy, ...next } };
    },
  };
  return source;
}
