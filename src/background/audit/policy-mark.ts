import type { Hash } from '../../domain/audit.ts';
import { type ManagedPolicy, openPolicy, type Policy } from '../../domain/policy.ts';

/** Tells one managed policy from another: what it sets, not what a newer version of the extension could set besides. */
export function policyMark({ policy, managed, unreadable }: ManagedPolicy, hash: Hash): string {
  const fields = Object.keys(openPolicy) as (keyof Policy)[];
  const set = fields
    .map((field) => [field, policy[field]] as const)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(openPolicy[field]));
  return hash(JSON.stringify([set, managed, unreadable]));
}
