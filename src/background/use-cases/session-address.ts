import { fillOrigins } from '../../domain/entry.ts';
import { ok } from '../../domain/result.ts';
import { chosenSubject } from '../fill-subject.ts';
import type { UseCase } from '../use-case.ts';

/** Where a session leads with a password, and what the browser has not granted of it yet. Nothing is opened or fetched. */
export const sessionAddress: UseCase<'session.address'> = async (ports, { entryId, passwordId }) => {
  const subject = await chosenSubject(ports, entryId, passwordId);
  if (!subject.ok) return subject;
  const { session, credential } = subject.value;
  return ok({
    startUrl: session.startUrl,
    organizationName: credential.organizationName,
    missingSites: await ports.hosts.missing(fillOrigins(session)),
  });
};
