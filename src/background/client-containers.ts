import { containerLook } from '../domain/container-look.ts';
import type { OrganizationCredential } from '../domain/entry.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { Ports } from './ports.ts';

const recordId = 'desk';

/** Containers by the organization that they were made for. */
export type ClientContainers = Readonly<Record<string, string>>;

export async function clientContainers({ store }: Pick<Ports, 'store'>): Promise<Result<ClientContainers>> {
  const found = await store.get('containers', recordId);
  return found.ok ? ok(found.value?.ofOrganization ?? {}) : found;
}

export const keepContainers = ({ store }: Pick<Ports, 'store'>, ofOrganization: ClientContainers) =>
  store.put('containers', recordId, { ofOrganization });

/** The container of a client: made at its first use, and found again by its id. */
export async function containerOf(
  ports: Pick<Ports, 'store' | 'isolation'>,
  { organizationId, organizationName }: OrganizationCredential,
): Promise<Result<string>> {
  const known = await clientContainers(ports);
  if (!known.ok) return known;
  const before = known.value[organizationId] ?? null;
  const id = await ports.isolation.container(before, containerLook(organizationId, organizationName));
  if (id === null) return fail({ code: 'no-containers' });
  if (id === before) return ok(id);
  const kept = await keepContainers(ports, { ...known.value, [organizationId]: id });
  return kept.ok ? ok(id) : kept;
}
