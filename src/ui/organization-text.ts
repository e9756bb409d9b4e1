import type { CredentialEntry } from '../domain/entry.ts';
import { text } from '../texts/text.ts';

export const allOrganizations = (): string => text('organizationAll');

/** Whose passwords a credential entry stands for. */
export const organizationText = ({ organizationName }: Pick<CredentialEntry, 'organizationName'>): string =>
  organizationName ?? allOrganizations();
