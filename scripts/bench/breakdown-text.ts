import type { FillBreakdown } from './fill-breakdown.ts';

const stageText = {
  prepare: 'message, gate, page, intent',
  inject: 'executeScript',
  port: 'document noted, report read, entry checked',
  fetch: 'IT Glue, to the headers',
  recheck: 'body read, all checked again',
  write: 'order, page checks, value',
} as const;

/** Where a fill's time goes, in a few lines. */
export function breakdownText({ stages, calls }: FillBreakdown): string {
  const names = Object.keys(stageText) as (keyof typeof stageText)[];
  const lines = names.map(
    (name) => `  ${name.padEnd(8)} ${stages[name].toFixed(1).padStart(6)} ms  ${stageText[name]}`,
  );
  const made = Object.entries(calls).map(([name, { count, ms }]) => `${name} ${count} x (${ms.toFixed(1)} ms)`);
  return [
    'Where a fill goes (medians of further runs, with the worker noting its calls, so a little slower):',
    ...lines,
    `  of it: ${made.join(', ')}`,
  ].join('\n');
}
