import type { UseCase } from '../use-case.ts';

/** Everything that was written down, newest first, and whether it is sound. */
export const listAudit: UseCase<'audit.list'> = (ports) => ports.audit.read();
