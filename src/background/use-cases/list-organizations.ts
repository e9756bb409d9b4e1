import { mayUseKey, organizationsBy } from '../it-glue-lists.ts';
import type { UseCase } from '../use-case.ts';

/** The organizations to choose from while a credential entry is made or edited. */
export const listOrganizations: UseCase<'organizations.list'> = async (
  ports,
  { entryId, apiKeyId, refresh },
  caller,
) => {
  const may = await mayUseKey(ports, caller, entryId, apiKeyId);
  return may.ok ? organizationsBy(ports, apiKeyId, refresh) : may;
};
