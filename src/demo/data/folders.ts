import type { IdSequence } from './id-sequence.ts';
import type { FolderRecord, OrganizationRecord } from './records.ts';

const persons = ['Jane Doe', 'Ben Tran'] as const;

/** "User Passwords" with a folder for each of two persons: the layout that onboarding scripts make. */
export function foldersOf(organization: OrganizationRecord, ids: IdSequence): readonly FolderRecord[] {
  const folder = (name: string, parentId: string | null): FolderRecord => ({
    id: ids.next(),
    organizationId: organization.id,
    name,
    restricted: true,
    parentId,
    createdAt: organization.createdAt,
  });
  const top = folder('User Passwords', null);
  return [top, ...persons.map((person) => folder(person, top.id))];
}
