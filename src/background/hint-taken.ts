import type { FieldPlace } from '../domain/field-place.ts';
import type { FormReport } from '../domain/fill.ts';
import type { FillPort } from './ports.ts';

const withinMs = 5_000;

/** Where a record says that its fields are. */
export type Hints = readonly FieldPlace[];

/**
 * Tells the page's script which fields IT Glue's record names, before the value is handed over. It may take them instead
 * of others of the form that was judged, so what it reports must be what was judged; false: it is not, or nothing came.
 */
export async function hintTaken(port: FillPort, places: Hints, judged: FormReport): Promise<boolean> {
  if (places.length === 0) return true;
  port.send({ type: 'hints', fields: places });
  const said = await port.next(withinMs);
  return said?.type === 'report' && JSON.stringify(said.report) === JSON.stringify(judged);
}
