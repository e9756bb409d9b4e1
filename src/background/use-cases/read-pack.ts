import { entryChanges } from '../../domain/entry-changes.ts';
import { ok } from '../../domain/result.ts';
import { orStorageFailed } from '../disk-failure.ts';
import { offeredPack } from '../pack/offered-pack.ts';
import type { UseCase } from '../use-case.ts';

/** Shows what taking a pack would change. Nothing is changed by it. */
export const readPack: UseCase<'pack.read'> = (ports, { text, code }) =>
  orStorageFailed(async () => {
    const offered = await offeredPack(ports, text, code);
    if (!offered.ok) return offered;
    const { signer, contents, known } = offered.value;
    const { packId, name, version, issuedAt, expiresAt, policy } = contents;
    return ok({
      facts: { packId, name, version, issuedAt, expiresAt },
      fingerprint: ports.signing.fingerprint(signer),
      firstOfSigner: known === null,
      policy,
      apiKeys: contents.apiKeys.map((key) => key.name),
      changes: entryChanges(offered.value, contents, 'removed'),
    });
  });
