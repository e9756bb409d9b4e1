import { freshCode } from './entry-code.ts';
import type { FillSubject } from './fill-subject.ts';
import { rightsWith } from './gate.ts';
import type { Ports } from './ports.ts';
import { putOnClipboard } from './put-on-clipboard.ts';

/**
 * Puts the one-time code on the clipboard where the entry asks for it, for whoever has View password; whether it did.
 * The clipboard is cleared like after every copy.
 */
export async function copyCode(ports: Ports, { session, credential }: FillSubject): Promise<boolean> {
  if (!credential.copyCode || credential.code === null) return false;
  const role = await ports.door.role();
  const rights = role === null ? null : await rightsWith(ports.store, role, session, credential);
  if (rights?.ok !== true || !rights.value.viewPassword) return false;
  if ((await ports.policy.read()).policy.disableCopy) return false;
  const code = await freshCode(ports, credential);
  if (!code.ok) return false;
  // Nothing copied is said by leaving the sentence out: the fill itself went well.
  return (await putOnClipboard(ports, code.value)) !== null;
}
