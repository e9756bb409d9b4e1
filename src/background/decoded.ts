import * as v from 'valibot';

/** Anything of another shape counts as absent. */
export function decoded<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown): Output | null {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : null;
}
