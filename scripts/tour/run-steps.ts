import { join } from 'node:path';
import type { Surface } from '../../test/browser/surface.ts';
import { type StepReport, screenshotName } from './tour-report.ts';
import { whenStill } from './when-still.ts';

/** One thing that a person does. */
export interface Step<Tour> {
  readonly name: string;
  /** Gives what is to be seen at its end; rejects when it does not work. */
  run(tour: Tour): Promise<Surface>;
}

export interface Steps {
  readonly done: readonly StepReport[];
  /** One sentence about the step that failed. */
  readonly failure: string | null;
}

const line = ({ ok, number, name, ms }: StepReport): string =>
  `${ok ? '✓' : '✗'} ${String(number).padStart(2)}  ${name.padEnd(50)} ${(ms / 1000).toFixed(1).padStart(5)} s`;

const sentence = (name: string, reason: unknown): string => {
  const [why = ''] = String(reason instanceof Error ? reason.message : reason).split('\n');
  return `The step "${name}" failed: ${why.replace(/\.?$/, '.')}`;
};

async function runStep<Tour>(step: Step<Tour>, number: number, tour: Tour, folder: string) {
  const start = performance.now();
  const report = (ok: boolean, ms: number, screenshot: string | null): StepReport => ({
    number,
    name: step.name,
    ok,
    ms: Math.round(ms),
    screenshot,
  });
  try {
    const surface = await step.run(tour);
    const ms = performance.now() - start;
    const screenshot = screenshotName(number, step.name);
    await whenStill(surface);
    await surface.screenshot(join(folder, screenshot));
    return { report: report(true, ms, screenshot), failure: null };
  } catch (reason) {
    return { report: report(false, performance.now() - start, null), failure: sentence(step.name, reason) };
  }
}

/** Runs the steps one after the other, each with its line and its picture, up to the first that fails. */
export async function runSteps<Tour>(
  steps: readonly Step<Tour>[],
  tour: Tour,
  folder: string,
  signal: AbortSignal,
): Promise<Steps> {
  const done: StepReport[] = [];
  for (const [index, step] of steps.entries()) {
    const { report, failure } = await runStep(step, index + 1, tour, folder);
    if (signal.aborted) return { done, failure: 'The tour was stopped.' };
    done.push(report);
    console.log(line(report));
    if (failure !== null) return { done, failure };
  }
  return { done, failure: null };
}
