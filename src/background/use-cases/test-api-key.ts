import { ok } from '../../domain/result.ts';
import { accessOf, noteSuccess } from '../api-key-access.ts';
import type { UseCase } from '../use-case.ts';

/** Test connection with a saved key. */
export const testApiKey: UseCase<'apiKey.test'> = async (ports, { apiKeyId }) => {
  const access = await accessOf(ports, apiKeyId);
  if (!access.ok) return access;
  const report = await ports.itGlue.probe(access.value);
  if (report.steps.keyAccepted === 'yes') await noteSuccess(ports, apiKeyId);
  return ok(report);
};
