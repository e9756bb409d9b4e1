import type { PolicySource } from '../../src/background/policy-port.ts';
import { type ManagedPolicy, openPolicy, type Policy, unmanaged } from '../../src/domain/policy.ts';

/** A browser that nobody has set a policy for. */
export const unmanagedSource: PolicySource = { read: async () => unmanaged };

/** A policy that can be changed while it holds. */
export function policySource(policy: Partial<Policy> = {}) {
  const source = {
    managed: { policy: { ...openPolicy, ...policy }, managed: [], unreadable: [] } as ManagedPolicy,
    read: async () => source.managed,
    set: (next: Partial<Policy>) => {
      source.managed = { ...source.managed, policy: { ...openPolicy, ...next } };
    },
  };
  return source;
}
