import type { TenantName } from '../data/records.ts';
import { type DemoKeyAlias, demoKeys } from '../demo-credentials.ts';

export type KeyState = 'active' | 'revoked' | 'paused';

/** One API key, known by its alias wherever something is written down. */
export interface ApiKeyRecord {
  readonly alias: string;
  readonly key: string;
  /** null: known to the gateway alone. */
  readonly tenant: TenantName | null;
  state: KeyState;
  passwordAccess: boolean;
}

const record = (
  alias: DemoKeyAlias,
  tenant: TenantName | null,
  state: KeyState = 'active',
  passwordAccess = true,
): ApiKeyRecord => ({ alias, key: demoKeys[alias], tenant, state, passwordAccess });

export const demoKeyRing = (): ApiKeyRecord[] => [
  record('full', 'us'),
  record('no-password-access', 'us', 'active', false),
  record('revoked', 'us', 'revoked'),
  record('paused', 'us', 'paused'),
  record('eu', 'eu'),
  record('au', 'au'),
  record('gateway', null),
  record('spare', 'us'),
];
