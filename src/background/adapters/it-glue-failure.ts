import type { Failure } from '../../domain/failure.ts';
import { gateway } from '../../domain/gateway.ts';
import type { Now } from '../ports.ts';
import type { Reply } from './it-glue-request.ts';

/** A reply that brought nothing. */
export type EmptyReply = Exclude<Reply, { kind: 'json' }>;

/** What a failure is told from besides the reply. */
export interface Surroundings {
  readonly now: Now;
  /** false only where the platform is sure that there is no network. */
  readonly online: () => boolean;
}

const httpDate = /^[A-Z][a-z]{2}, .* GMT$/;

/** Seconds to wait by a Retry-After header (seconds or HTTP date), between 1 and 300; 60 where it is absent or nonsense. */
export function waitSeconds(retryAfter: string | null, now: number): number {
  const text = retryAfter?.trim() ?? '';
  const asked = /^\d+$/.test(text) ? Number(text) : httpDate.test(text) ? (Date.parse(text) - now) / 1000 : Number.NaN;
  return Number.isNaN(asked) ? 60 : Math.min(Math.max(Math.ceil(asked), 1), 300);
}

/** Whether IT Glue said that this key may not: on a collection the key itself is meant, on a record perhaps only the record. */
export const isRefused = (reply: Reply): boolean =>
  reply.kind === 'status' && (reply.status === 401 || reply.status === 403);

/** A page that was too much at once: a smaller one may do. */
export const isTooMuch = (reply: Reply): boolean =>
  reply.kind === 'timeout' || reply.kind === 'too-large' || (reply.kind === 'status' && reply.status === 504);

/** What may be asked once more: a broken connection or a fault of theirs, never a refusal or a redirect. */
export const isPassing = (reply: Reply): boolean =>
  reply.kind === 'network' || (reply.kind === 'status' && reply.status >= 500 && reply.status !== 504);

/** What a 401 or 403 means: of IT Glue that it does not take the key, of a gateway what its own rules say. */
function refusal(status: number): Failure {
  if (gateway === null) return { code: 'key-not-accepted' };
  return { code: status === 401 ? 'gateway-token' : 'gateway-refused' };
}

function failureOfStatus(
  status: number,
  retryAfter: string | null,
  about: 'record' | 'collection',
  now: number,
): Failure {
  if (status === 401 || status === 403) return refusal(status);
  if (status === 429) return { code: 'rate-limited', waitSeconds: waitSeconds(retryAfter, now) };
  if (status === 408) return { code: 'timeout' };
  if (status >= 500 || status === 407) return { code: 'it-glue-down', status };
  if (about === 'record' && (status === 400 || status === 404 || status === 410)) return { code: 'record-gone' };
  return { code: status === 404 ? 'not-it-glue' : 'bad-response' };
}

/** Why a reply brought nothing. It names neither what was asked nor what was answered. */
export function failureOf(reply: EmptyReply, about: 'record' | 'collection', { now, online }: Surroundings): Failure {
  switch (reply.kind) {
    case 'status':
      return failureOfStatus(reply.status, reply.retryAfter, about, now());
    case 'network':
    case 'redirect':
      return online() ? { code: 'it-glue-down', status: 0 } : { code: 'offline' };
    case 'timeout':
      return { code: 'timeout' };
    case 'foreign':
    case 'not-json':
      return { code: 'not-it-glue' };
    case 'too-large':
    case 'malformed':
      return { code: 'bad-response' };
  }
}
