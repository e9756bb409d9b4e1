import type { UseCase } from '../use-case.ts';

/** Some of it, for whoever looks at it while the rest is still read. */
export const stretchOfAudit: UseCase<'audit.stretch'> = (ports, { before, runs }) => ports.audit.stretch(before, runs);

/** Everything that was written down, newest first, and whether it is sound. */
export const listAudit: UseCase<'audit.list'> = (ports) => ports.audit.read();
