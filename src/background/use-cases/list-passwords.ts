import { mayUseKey, passwordsBy } from '../it-glue-lists.ts';
import type { UseCase } from '../use-case.ts';

/** The passwords to choose from while a credential entry is made or edited. */
export const listPasswords: UseCase<'passwords.list'> = async (
  ports,
  { entryId, apiKeyId, organizationId, refresh },
  caller,
) => {
  const may = await mayUseKey(ports, caller, entryId, apiKeyId);
  return may.ok ? passwordsBy(ports, apiKeyId, organizationId, refresh) : may;
};
