import type { UseCase } from '../use-case.ts';

/** Some of the audit, newest first, for whoever looks at it while the rest is still read. */
export const stretchOfAudit: UseCase<'audit.stretch'> = (ports, { before, runs }) => ports.audit.stretch(before, runs);
