import type { FieldAim } from '../domain/field-aim.ts';
import type { Ports } from './ports.ts';

/** The field that was right-clicked in a tab and still waits for its value; null: none, or too long ago. */
export async function waitingAim(ports: Pick<Ports, 'session' | 'now'>, tabId: number): Promise<FieldAim | null> {
  const waiting = await ports.session.waitingAim(tabId);
  return waiting === null || ports.now() >= waiting.expiresAt ? null : waiting.aim;
}
