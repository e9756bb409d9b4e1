import type { CredentialEntry } from '../domain/entry.ts';

export const allOrganizations = 'All organizations';

/** Whose passwords a credential entry stands for. */
export const organizationText = ({ organizationName }: Pick<CredentialEntry, 'organizationName'>): string =>
  organizationName ?? allOrganizations;
