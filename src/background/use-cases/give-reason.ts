import { displayText } from '../../domain/display-text.ts';
import { fail, ok } from '../../domain/result.ts';
import { linkedCredential } from '../gate.ts';
import { reasonLifetimeMs } from '../given-reason.ts';
import type { UseCase } from '../use-case.ts';

const reasonLimit = 200;
const saysSomething = /[\p{L}\p{N}]/u;

/** Keeps the reason for the next uses of a credential entry, whether it was named itself or a session of it. */
export const giveReason: UseCase<'reason.give'> = async (ports, { entryId, reason }) => {
  const entry = await ports.store.get('entry', entryId);
  if (!entry.ok) return entry;
  const credential = entry.value === null ? null : await linkedCredential(ports.store, entry.value);
  if (credential !== null && !credential.ok) return credential;
  if (credential === null || credential.value === null) return fail({ code: 'not-linked' });
  const text = displayText(reason, reasonLimit);
  if (!saysSomething.test(text)) return fail({ code: 'invalid-input', field: 'reason' });
  const until = ports.now() + reasonLifetimeMs;
  await ports.session.setGivenReason(credential.value.id, { text, until });
  return ok({ until });
};
