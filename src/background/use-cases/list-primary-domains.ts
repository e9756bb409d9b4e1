import { noPrimaryDomains } from '../../domain/primary-domain.ts';
import { fail, ok } from '../../domain/result.ts';
import { suggestedDomains } from '../../domain/search/suggested-domains.ts';
import { apiKeyRecord } from '../api-key-access.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { openIndex } from '../index/open-index.ts';
import type { UseCase } from '../use-case.ts';

/** The primary domains that are kept for an API key, and what the user names in its index suggest. Nothing is asked of IT Glue. */
export const listPrimaryDomains: UseCase<'primaryDomains.list'> = (ports, { apiKeyId }) =>
  orStorageFailed(async () => {
    const key = await apiKeyRecord(ports, apiKeyId);
    if (!key.ok) return key;
    const state = await ports.session.unlocked();
    if (state === null) return fail({ code: 'locked' });
    const kept = await ports.store.get('primary-domains', apiKeyId);
    if (!kept.ok) return kept;
    const opened = await openIndex(ports, state, { apiKeyId, region: key.value.region });
    if (!opened.ok) return opened;
    const domains = (kept.value ?? noPrimaryDomains).ofOrganization;
    return ok({ domains, suggestions: suggestedDomains(opened.value.index) });
  });
