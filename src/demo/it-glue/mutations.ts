import type { Clock } from '../clock.ts';
import { blankPassword } from '../data/blank-password.ts';
import type { OrganizationRecord, PasswordRecord, Tenant, TenantName } from '../data/records.ts';
import { organizationStatuses } from '../data/small-lists.ts';
import type { ApiKeyRecord, KeyState } from './key-ring.ts';

/** What a new password is given; the rest are IT Glue's defaults. */
export type NewPassword = Pick<PasswordRecord, 'organizationId' | 'name'> &
  Partial<Omit<PasswordRecord, 'id' | 'createdAt' | 'updatedAt' | 'passwordUpdatedAt'>>;

type Change = Partial<Omit<PasswordRecord, 'id' | 'value' | 'createdAt' | 'updatedAt' | 'passwordUpdatedAt'>>;

/** What other people do in IT Glue meanwhile. An id that is not there is a mistake of the test: it throws. */
export interface Mutations {
  /** The id of the new password. */
  readonly createPassword: (password: NewPassword, tenant?: TenantName) => string;
  readonly deletePassword: (id: string) => void;
  /** `updated-at` becomes now; `password-updated-at` stays. */
  readonly updatePassword: (id: string, change: Change) => void;
  readonly renamePassword: (id: string, name: string) => void;
  readonly movePassword: (id: string, organizationId: string) => void;
  readonly archivePassword: (id: string, archived?: boolean) => void;
  /** Both times become now. */
  readonly setValue: (id: string, value: string) => void;
  readonly renameOrganization: (id: string, name: string) => void;
  readonly setOrganizationStatus: (id: string, status: keyof typeof organizationStatuses) => void;
  /** Its passwords go with it. */
  readonly deleteOrganization: (id: string) => void;
  readonly setKeyState: (alias: string, state: KeyState) => void;
  readonly setPasswordAccess: (alias: string, passwordAccess: boolean) => void;
}

interface World {
  readonly tenant: (name: TenantName) => Tenant;
  /** The tenants that may hold an id. */
  readonly tenants: () => readonly Tenant[];
  readonly keys: readonly ApiKeyRecord[];
  readonly clock: Clock;
}

const known = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`The demo data has no ${what}.`);
  return found;
};

const homeOf = ({ tenants }: World, kind: 'passwords' | 'organizations', id: string): Tenant =>
  known(
    tenants().find((tenant) => tenant[kind].has(id)),
    `${kind} ${id}`,
  );

const passwordOf = (world: World, id: string): PasswordRecord =>
  known(homeOf(world, 'passwords', id).passwords.get(id), `password ${id}`);

const organizationOf = (world: World, id: string): OrganizationRecord =>
  known(homeOf(world, 'organizations', id).organizations.get(id), `organization ${id}`);

const keyOf = ({ keys }: World, alias: string): ApiKeyRecord =>
  known(
    keys.find((one) => one.alias === alias),
    `key ${alias}`,
  );

function create(
  { tenant, clock }: World,
  { organizationId, name, value, ...more }: NewPassword,
  at: TenantName,
): string {
  const home = tenant(at);
  known(home.organizations.get(organizationId), `organization ${organizationId}`);
  const now = clock.now();
  const time = { createdAt: now, updatedAt: now, passwordUpdatedAt: now };
  const record = { ...blankPassword(home.nextPasswordId(), organizationId, name, value ?? '', time), ...more };
  home.passwords.set(record.id, record);
  return record.id;
}

function removeOrganization(world: World, id: string): void {
  const home = homeOf(world, 'organizations', id);
  home.organizations.delete(id);
  for (const record of home.passwords.values()) {
    if (record.organizationId === id) home.passwords.delete(record.id);
  }
}

export function mutationsOf(world: World): Mutations {
  const { clock } = world;
  const update = (id: string, change: Change): void =>
    void Object.assign(passwordOf(world, id), change, { updatedAt: clock.now() });
  const updateOrganization = (id: string, change: Partial<OrganizationRecord>): void =>
    void Object.assign(organizationOf(world, id), change, { updatedAt: clock.now() });
  return {
    createPassword: (password, tenant = 'us') => create(world, password, tenant),
    deletePassword: (id) => void homeOf(world, 'passwords', id).passwords.delete(id),
    updatePassword: update,
    renamePassword: (id, name) => update(id, { name }),
    movePassword: (id, organizationId) => update(id, { organizationId: organizationOf(world, organizationId).id }),
    archivePassword: (id, archived = true) => update(id, { archived }),
    setValue: (id, value) => {
      const now = clock.now();
      Object.assign(passwordOf(world, id), { value, updatedAt: now, passwordUpdatedAt: now });
    },
    renameOrganization: (id, name) => updateOrganization(id, { name }),
    setOrganizationStatus: (id, status) => updateOrganization(id, { status: organizationStatuses[status] }),
    deleteOrganization: (id) => removeOrganization(world, id),
    setKeyState: (alias, state) => void Object.assign(keyOf(world, alias), { state }),
    setPasswordAccess: (alias, passwordAccess) => void Object.assign(keyOf(world, alias), { passwordAccess }),
  };
}
