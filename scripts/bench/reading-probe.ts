import { readForm } from '../../src/content/read-form.ts';

/** The reading of the fill script, to be timed in a page that the extension has nothing to do with. */
export interface Reading {
  readonly ms: number;
  /** `filled` roles, joined by `+`, or the refusal, or `absent`. */
  readonly verdict: string;
}

function timedReading(): Reading {
  const began = performance.now();
  const { report } = readForm();
  const ms = performance.now() - began;
  return { ms, verdict: report.refusal ?? (report.fields.length === 0 ? 'absent' : report.fields.join('+')) };
}

(globalThis as unknown as { timedReading: () => Reading }).timedReading = timedReading;
