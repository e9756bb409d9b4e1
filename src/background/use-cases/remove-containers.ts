import { ok } from '../../domain/result.ts';
import { clientContainers, keepContainers } from '../client-containers.ts';
import type { UseCase } from '../use-case.ts';

/** Removes the containers that were made for clients, with the cookies in them. */
export const removeContainers: UseCase<'containers.remove'> = async (ports) => {
  const known = await clientContainers(ports);
  if (!known.ok) return known;
  const removed = await ports.isolation.removeContainers(Object.values(known.value));
  const kept = await keepContainers(ports, {});
  return kept.ok ? ok({ removed }) : kept;
};
