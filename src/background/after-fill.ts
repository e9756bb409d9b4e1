import type { Intent, Outcome } from '../domain/fill.ts';
import type { FillEnd } from '../messaging/contract.ts';
import { copyCode } from './copy-code.ts';
import type { FillSubject } from './fill-subject.ts';
import { noteUse } from './index/password-uses.ts';
import { noteRecent } from './marks.ts';
import type { Ports } from './ports.ts';

/** A fill whose page has answered. */
interface Done {
  readonly intent: Intent;
  readonly subject: FillSubject;
  readonly origin: string | null;
  readonly sentCode: boolean;
}

/** What follows from a fill that wrote something: the password was used here, and its code may be wanted next. */
export async function afterFill(ports: Ports, done: Done, outcome: Outcome): Promise<FillEnd> {
  if (outcome.kind !== 'filled' && outcome.kind !== 'partly') return { outcome };
  const { intent, subject, origin, sentCode } = done;
  await noteUse(ports, subject.credential.apiKeyId, intent.passwordId, origin);
  await noteRecent(ports, intent.sessionEntryId);
  // A page that took the code itself leaves nothing to be pasted.
  const wantsCode = outcome.roles.includes('password') && !sentCode;
  return wantsCode && (await copyCode(ports, subject)) ? { outcome, codeCopied: true } : { outcome };
}
