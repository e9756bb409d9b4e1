import type { CredentialEntry } from '../../domain/entry.ts';
import { noPrimaryDomains, withPrimaryDomains } from '../../domain/primary-domain.ts';
import { ok } from '../../domain/result.ts';
import { apiKeyRecord } from '../api-key-access.ts';
import { entryChange } from '../entry-change.ts';
import { allFolders } from '../folders.ts';
import { followingSessions } from '../follow-organization.ts';
import { inKeyTurn } from '../key-turn.ts';
import { realigned } from '../primary-domains.ts';
import type { UseCase } from '../use-case.ts';

/**
 * Keeps primary domains for organizations of an API key: all of them, or none where one is no domain. They count at
 * once: the entries of those organizations and the sessions linked to them are changed with them, in one go.
 */
export const setPrimaryDomains: UseCase<'primaryDomains.set'> = (ports, { apiKeyId, changes }) =>
  inKeyTurn(ports.store, async () => {
    const key = await apiKeyRecord(ports, apiKeyId);
    if (!key.ok) return key;
    // A record that does not open is said, not written over: what it held may still be got back.
    const before = await ports.store.get('primary-domains', apiKeyId);
    if (!before.ok) return before;
    const next = withPrimaryDomains(before.value ?? noPrimaryDomains, changes);
    if (!next.ok) return next;
    const listed = await ports.store.list('entry');
    if (!listed.ok) return listed;
    const folders = await allFolders(ports.store);
    if (!folders.ok) return folders;
    const entries = listed.value.contents;
    const credentials = entries.filter((entry): entry is CredentialEntry => entry.kind === 'credential');
    const changed = realigned(credentials, apiKeyId, next.value);
    const saved = await ports.store.change([
      { kind: 'primary-domains', id: apiKeyId, content: next.value },
      ...changed.map(entryChange),
      ...followingSessions(entries, folders.value, changed),
    ]);
    return saved.ok ? ok({ domains: next.value.ofOrganization }) : saved;
  });
