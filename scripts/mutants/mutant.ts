/** A guarding line taken out, or turned round. */
export interface Mutant {
  readonly file: string;
  /** Stands in the file just once. */
  readonly find: string;
  readonly replace: string;
  /** What the line guards. */
  readonly rule: string;
}

/** Mutants that the same tests should notice. */
export interface MutantGroup {
  readonly name: string;
  /** Files or folders of unit and component tests. */
  readonly tests: readonly string[];
  readonly mutants: readonly Mutant[];
}

/** Mutants of one file. */
export const of = (
  file: string,
  ...changes: readonly (readonly [find: string, replace: string, rule: string])[]
): readonly Mutant[] => changes.map(([find, replace, rule]) => ({ file, find, replace, rule }));
