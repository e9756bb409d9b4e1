import { displayText } from './display-text.ts';
import type { OrganizationId } from './ids.ts';

/** The colours that Firefox knows for containers. */
const colors = ['blue', 'turquoise', 'green', 'yellow', 'orange', 'red', 'pink', 'purple'] as const;

/** How the container of an organization is shown. */
export interface ContainerLook {
  readonly name: string;
  readonly color: (typeof colors)[number];
}

const longestName = 60;

/** The same organization always has the same colour; its name is cleaned, for it is IT Glue's. */
export function containerLook(organizationId: OrganizationId, organizationName: string): ContainerLook {
  const sum = Array.from(organizationId).reduce((all, sign) => (all * 31 + sign.charCodeAt(0)) % 1_000_003, 7);
  const name = displayText(organizationName, longestName).trim();
  return { name: name === '' ? organizationId : name, color: colors[sum % colors.length] ?? 'blue' };
}
