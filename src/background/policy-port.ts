import type { PolicyInForce } from '../domain/pack.ts';
import type { ManagedPolicy } from '../domain/policy.ts';

/** What the administrator of this browser has set. */
export interface ManagedSource {
  /** As it stands now: read before the first use, and again after every change. Never throws; what cannot be read is strict. */
  read(): Promise<ManagedPolicy>;
}

/** What holds for whoever uses the vault now. */
export interface PolicySource {
  read(): Promise<PolicyInForce>;
}
