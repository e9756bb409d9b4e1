import { ok } from '../../domain/result.ts';
import { apiKeyRecord } from '../api-key-access.ts';
import { healthOf } from '../key-health.ts';
import type { UseCase } from '../use-case.ts';

/** How IT Glue refused a saved key, day by day. */
export const keyHealth: UseCase<'apiKey.health'> = async (ports, { apiKeyId }) => {
  const record = await apiKeyRecord(ports, apiKeyId);
  return record.ok ? ok({ days: await healthOf(ports, apiKeyId) }) : record;
};
