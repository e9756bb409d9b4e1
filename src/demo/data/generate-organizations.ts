import { type AuthoredOrganization, authoredOrganizations } from './authored-organizations.ts';
import { clientName, initials } from './client-names.ts';
import type { IdSequence } from './id-sequence.ts';
import type { OrganizationRecord } from './records.ts';
import type { SeededRandom } from './seeded-random.ts';
import { organizationStatuses, organizationTypes } from './small-lists.ts';
import { someTime } from './some-time.ts';

interface Kin {
  readonly parentId: string | null;
  readonly ancestorIds: readonly string[];
}

const noKin: Kin = { parentId: null, ancestorIds: [] };
const childOf = (parent: OrganizationRecord | undefined): Kin =>
  parent === undefined ? noKin : { parentId: parent.id, ancestorIds: [...parent.ancestorIds, parent.id] };

function blank(id: string, name: string, random: SeededRandom, kin: Kin): OrganizationRecord {
  const { createdAt, updatedAt } = someTime(random);
  return {
    id,
    name,
    shortName: null,
    alert: null,
    description: null,
    type: organizationTypes.Customer,
    status: organizationStatuses.Active,
    primary: false,
    logo: random.chance(0.5) ? '' : null,
    quickNotes: null,
    myGlue: random.chance(0.2),
    ...kin,
    createdAt,
    updatedAt,
  };
}

function authored(one: AuthoredOrganization, id: string, random: SeededRandom, kin: Kin): OrganizationRecord {
  return {
    ...blank(id, one.name, random, kin),
    shortName: one.shortName,
    alert: one.alert ?? null,
    quickNotes: one.quickNotes ?? null,
    type: one.owner === true ? organizationTypes.Owner : organizationTypes.Customer,
    primary: one.owner === true,
    status: organizationStatuses[one.status ?? 'Active'],
  };
}

/** Mostly active customers; one in twelve belongs to another one. */
function generated(
  name: string,
  id: string,
  random: SeededRandom,
  earlier: readonly OrganizationRecord[],
): OrganizationRecord {
  const parent = random.chance(0.08) ? earlier[random.between(0, earlier.length - 1)] : undefined;
  const status = random.next();
  return {
    ...blank(id, name, random, childOf(parent)),
    shortName: random.chance(0.85) ? initials(name) : random.pick([null, '']),
    alert: random.chance(0.03) ? 'Do not call before 9' : null,
    description: random.chance(0.1) ? `${name}, managed since ${random.between(2016, 2026)}.` : null,
    quickNotes: random.chance(0.1) ? 'Main contact: the office manager.' : null,
    type: random.chance(0.05) ? organizationTypes.Vendor : organizationTypes.Customer,
    status:
      status < 0.88
        ? organizationStatuses.Active
        : organizationStatuses[status < 0.95 ? 'Inactive' : status < 0.98 ? 'Onboarding' : 'Offboarded'],
  };
}

/** `count` organizations, or as many as are authored where that is more. A parent always comes before its children. */
export function generateOrganizations(
  count: number,
  withAuthored: boolean,
  ids: IdSequence,
  random: SeededRandom,
): readonly OrganizationRecord[] {
  const made: OrganizationRecord[] = [];
  const named = new Map<string, OrganizationRecord>();
  for (const one of withAuthored ? authoredOrganizations : []) {
    const kin = one.parent === undefined ? noKin : childOf(named.get(one.parent));
    const record = authored(one, ids.next(), random, kin);
    made.push(record);
    named.set(record.name, record);
  }
  const taken = new Set(named.keys());
  while (made.length < count) made.push(generated(clientName(random, taken), ids.next(), random, made));
  return made;
}
