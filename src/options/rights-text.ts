import type { Right } from '../domain/failure.ts';
import type { Permissions } from '../domain/permission.ts';
import { listText } from '../texts/list-text.ts';
import { text } from '../texts/text.ts';
import { rightText } from '../ui/right-text.ts';

const rights: readonly Right[] = ['view', 'viewPassword', 'edit'];

/** What permissions allow a technician, in a few words. */
export function rightsText(permissions: Permissions): string {
  const given = permissions.view ? rights.filter((right) => permissions[right]) : [];
  return given.length === 0 ? text('optionsNoRights') : listText(given.map(rightText));
}
