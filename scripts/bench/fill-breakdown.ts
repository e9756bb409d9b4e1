import type { TimedFill } from './fill-clock.ts';
import { median, tenths } from './statistics.ts';
import type { Span } from './worker-spans.ts';

/** Where the time between the command and the value goes; medians in milliseconds, one stage after the other. */
export interface FillStages {
  /** Message to the worker, gate, entry and page looked up, intent made. */
  readonly prepare: number;
  /** `scripting.executeScript`, from the call to its answer. */
  readonly inject: number;
  /** From the injection to the request to IT Glue: the document noted, the port's report read, the entry checked. */
  readonly port: number;
  /** The request to IT Glue, to its headers. */
  readonly fetch: number;
  /** The body read, everything checked again, the order sent. */
  readonly recheck: number;
  /** The order's way to the page, the page's own checks, the value written. */
  readonly write: number;
}

/** Calls that the worker made between the command and the value. */
export interface CallShare {
  readonly count: number;
  /** Time with at least one such call under way. */
  readonly ms: number;
}

export interface FillBreakdown {
  readonly stages: FillStages;
  readonly calls: Readonly<Record<string, CallShare>>;
}

export interface NotedFill extends TimedFill {
  readonly spans: readonly Span[];
}

function spanOf(spans: readonly Span[], name: string): Span {
  const found = spans.find((span) => span.name === name);
  if (found === undefined) throw new Error(`The worker made no "${name}" during a fill.`);
  return found;
}

function stagesOf({ askedAt, filledAt, spans }: NotedFill): FillStages {
  const injected = spanOf(spans, 'executeScript');
  const fetched = spanOf(spans, 'fetch');
  const told = spanOf(spans, 'port told');
  return {
    prepare: injected.start - askedAt,
    inject: injected.end - injected.start,
    port: fetched.start - injected.end,
    fetch: fetched.end - fetched.start,
    recheck: told.start - fetched.end,
    write: filledAt - told.start,
  };
}

/** Time covered by at least one of the spans. */
function covered(spans: readonly Span[]): number {
  let upTo = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    sum += Math.max(0, end - Math.max(start, upTo));
    upTo = Math.max(upTo, end);
  }
  return sum;
}

function callsOf({ askedAt, filledAt, spans }: NotedFill, name: string): CallShare {
  const within = spans.filter((span) => span.name === name && span.start >= askedAt && span.end <= filledAt);
  return { count: within.length, ms: covered(within) };
}

/** The stages and calls of several fills, each by its median. */
export function fillBreakdown(fills: readonly NotedFill[]): FillBreakdown {
  const stages = fills.map(stagesOf);
  const stage = (name: keyof FillStages): number => tenths(median(stages.map((each) => each[name])));
  const names = [...new Set(fills.flatMap(({ spans }) => spans.map(({ name }) => name)))];
  const calls = names.flatMap((name) => {
    const each = fills.map((fill) => callsOf(fill, name));
    const count = median(each.map((share) => share.count));
    const ms = tenths(median(each.map((share) => share.ms)));
    return count > 0 && !name.startsWith('port ') ? [[name, { count, ms }] as const] : [];
  });
  return {
    stages: {
      prepare: stage('prepare'),
      inject: stage('inject'),
      port: stage('port'),
      fetch: stage('fetch'),
      recheck: stage('recheck'),
      write: stage('write'),
    },
    calls: Object.fromEntries(calls.sort(([, a], [, b]) => b.ms - a.ms)),
  };
}
