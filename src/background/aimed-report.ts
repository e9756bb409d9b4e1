import type { FieldAim } from '../domain/field-aim.ts';
import type { FormReport } from '../domain/fill.ts';
import type { FillPort } from './ports.ts';

/**
 * What the field that was right-clicked takes; null: nothing was said. Whatever the page's side reports, no other value
 * than the one that was asked for is meant.
 */
export async function aimedReport(port: FillPort, aim: FieldAim, withinMs: number): Promise<FormReport | null> {
  port.send({ type: 'aim', ...aim });
  const said = await port.next(withinMs);
  if (said?.type !== 'report') return null;
  return { ...said.report, fields: said.report.fields.filter((role) => role === aim.role) };
}
