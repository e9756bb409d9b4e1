import type { TenantName } from '../data/records.ts';
import type { FakeOptions } from './fake-options.ts';
import type { ApiKeyRecord } from './key-ring.ts';
import { forbidden, ipBlocked } from './replies.ts';

/** The key that a request brings, where it is known, belongs to this tenant and is active; or the refusal. */
export function admitted(
  sent: string | null,
  tenant: TenantName,
  atGateway: boolean,
  keys: readonly ApiKeyRecord[],
  options: FakeOptions,
): ApiKeyRecord | Response {
  if (options.ipBlocked) return ipBlocked();
  const found = keys.find(({ key }) => key === sent);
  const belongs = found !== undefined && (found.tenant === tenant || (atGateway && found.tenant === null));
  if (!belongs) return forbidden(options);
  if (found.state === 'revoked') return forbidden(options, options.revokedStatus);
  return found.state === 'paused' ? forbidden(options, options.pausedStatus) : found;
}
