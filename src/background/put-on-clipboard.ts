import type { Secret } from '../domain/secret.ts';
import { clearLater } from './clear-later.ts';
import type { Ports } from './ports.ts';

/**
 * Puts a secret on the clipboard for 30 seconds: when it is cleared (ms since the epoch), or null where the browser refused
 * to write. The alarm is set first: that of an earlier copy cannot clear this one any more, and no end of the worker
 * leaves a secret that nothing clears.
 */
export async function putOnClipboard(ports: Ports, secret: Secret): Promise<number | null> {
  const clearAt = await clearLater(ports);
  try {
    await ports.clipboard.write(secret);
  } catch {
    return null;
  }
  return clearAt;
}
