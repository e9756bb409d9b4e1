import { trimApiKey } from '../../domain/api-key.ts';
import type { ConnectionReport } from '../../domain/connection.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { Secret } from '../../domain/secret.ts';
import type { ApiKeyInput } from '../../messaging/contract.ts';
import { apiKeyRecord } from '../api-key-access.ts';
import { forgetLists } from '../cached-list.ts';
import { inKeyTurn } from '../key-turn.ts';
import { newId } from '../new-id.ts';
import type { ApiKeyRecord, Ports } from '../ports.ts';
import type { UseCase } from '../use-case.ts';
import { apiKeySummary } from './list-api-keys.ts';

/** What a header can carry: anything else is no key, and would have the request refused before it is sent. */
const fitsHeader = (key: string): boolean => /^[\x21-\x7E]+$/.test(key);

/** A key that IT Glue refused is not saved: `anyway` is for when it gave no verdict. */
const isToBeSaved = (save: ApiKeyInput['save'], { steps }: ConnectionReport): boolean =>
  save !== 'never' && (steps.keyAccepted === 'yes' || (save === 'anyway' && steps.keyAccepted === 'unknown'));

/** The key that is replaced; null for a new one. */
async function replaced(ports: Ports, input: ApiKeyInput): Promise<Result<ApiKeyRecord | null>> {
  return input.apiKeyId === null ? ok(null) : apiKeyRecord(ports, input.apiKeyId);
}

async function save(ports: Ports, input: ApiKeyInput, key: Secret, accepted: boolean): Promise<Result<ApiKeyRecord>> {
  const before = await replaced(ports, input);
  if (!before.ok) return before;
  const now = ports.now();
  const record: ApiKeyRecord = {
    id: before.value?.id ?? newId<'api-key'>(ports),
    name: input.name,
    region: input.region,
    addedAt: before.value?.addedAt ?? now,
    replacedAt: before.value === null ? null : now,
    lastSuccessAt: accepted ? now : null,
    key,
  };
  const put = await ports.store.put('api-key', record.id, record);
  if (!put.ok) return put;
  // What was refused was refused to the key before.
  if (before.value !== null) await ports.store.remove('key-health', record.id);
  forgetLists(ports.lists);
  return ok(record);
}

/** Tries a key against IT Glue and seals it as asked. A replaced key keeps its id, so that all its entries go on. */
export const setApiKey: UseCase<'apiKey.set'> = async (ports, input) => {
  const text = trimApiKey(input.key);
  if (!fitsHeader(text)) return fail({ code: 'invalid-input', field: 'key' });
  const before = await replaced(ports, input);
  if (!before.ok) return before;
  const key = new Secret(text);
  const report = await ports.itGlue.probe({ region: input.region, key });
  if (!isToBeSaved(input.save, report)) return ok({ saved: null, report });
  const saved = await inKeyTurn(ports.store, () => save(ports, input, key, report.steps.keyAccepted === 'yes'));
  return saved.ok ? ok({ saved: apiKeySummary(saved.value), report }) : saved;
};
