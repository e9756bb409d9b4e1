import { ok } from '../../domain/result.ts';
import type { UseCase } from '../use-case.ts';

/** What the administrator of this browser has set, and what of it cannot be read. */
export const getPolicy: UseCase<'policy.get'> = async (ports) => ok(await ports.policy.read());
