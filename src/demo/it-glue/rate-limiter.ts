import type { RateLimit } from './fake-options.ts';
import { apiError, empty } from './replies.ts';

const retryAfterOf = ({ retryAfter }: RateLimit, waitMs: number, now: number): Record<string, string> => {
  if (retryAfter === 'none') return {};
  if (retryAfter === 'nonsense') return { 'retry-after': 'soon' };
  if (retryAfter === 'date') return { 'retry-after': new Date(Math.ceil((now + waitMs) / 1000) * 1000).toUTCString() };
  return { 'retry-after': String(Math.ceil(waitMs / 1000)) };
};

function tooMany(rule: RateLimit, waitMs: number, now: number): Response {
  const headers = retryAfterOf(rule, waitMs, now);
  if (rule.body === 'empty') return empty(429, headers);
  const error = { status: 429, title: 'Too Many Requests', detail: 'Rate limit exceeded. Please retry later.' };
  const body = apiError(error, { status: 'string', pointer: 'bare', omit: 'nothing', errors: 'array', echo: false });
  for (const [name, value] of Object.entries(headers)) body.headers.set(name, value);
  return body;
}

/** Counts the requests of every key in a sliding window. */
export class RateLimiter {
  readonly #times = new Map<string, number[]>();

  /** A 429, or null where the request may pass; only those that pass count. */
  check(alias: string, rule: RateLimit, now: number): Response | null {
    const recent = (this.#times.get(alias) ?? []).filter((time) => time > now - rule.windowMs);
    this.#times.set(alias, recent);
    const oldest = recent[0];
    if (recent.length >= rule.limit) return tooMany(rule, (oldest ?? now) + rule.windowMs - now, now);
    recent.push(now);
    return null;
  }
}
