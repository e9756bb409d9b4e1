import { clearLater } from './clear-later.ts';
import type { Ports } from './ports.ts';

/** Overwrites what was copied; where the browser refuses, it is asked again after as long as a copy may stay. */
export async function clearClipboard(ports: Ports): Promise<void> {
  try {
    await ports.clipboard.clear();
  } catch {
    await clearLater(ports);
  }
}
