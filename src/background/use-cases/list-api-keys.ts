import type { ApiKeySummary } from '../../domain/api-key.ts';
import { ok } from '../../domain/result.ts';
import type { ApiKeyRecord } from '../ports.ts';
import type { UseCase } from '../use-case.ts';

/** What may be told of a key: named field by field, so that a new one in the record does not come out by itself. */
export const apiKeySummary = ({
  id,
  name,
  region,
  addedAt,
  replacedAt,
  lastSuccessAt,
}: ApiKeyRecord): ApiKeySummary => ({
  id,
  name,
  region,
  addedAt,
  replacedAt,
  lastSuccessAt,
});

/** The saved API keys by name; the keys themselves never come out. Those that do not open are among the damaged records. */
export const listApiKeys: UseCase<'apiKey.list'> = async (ports) => {
  const listed = await ports.store.list('api-key');
  if (!listed.ok) return listed;
  const keys = listed.value.contents.map(apiKeySummary);
  return ok(keys.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)));
};
