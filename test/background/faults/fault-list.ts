import type { Fault } from '../../../src/demo/it-glue/fault-rule.ts';
import type { FailureCode } from '../../../src/domain/failure.ts';

/** What goes wrong at IT Glue, and what may be said of it: to anybody who asks for a record or for a list. */
export interface NamedFault {
  readonly name: string;
  readonly fault: Fault;
  /** Empty: nothing is noticed. */
  readonly says: readonly FailureCode[];
  /** What may be said besides where it happens just once. */
  readonly saysOnce?: readonly FailureCode[];
}

const status = (code: number): Fault => ({ kind: 'status', status: code });
const rewritten = (rewrite: (text: string) => string): Fault => ({ kind: 'rewritten-body', rewrite });

/** Another host, which must never see a key. */
export const elsewhere = 'collector.example';

export const namedFaults: readonly NamedFault[] = [
  { name: 'two seconds late', fault: { kind: 'latency', ms: 2_000 }, says: [] },
  { name: 'a minute late', fault: { kind: 'latency', ms: 60_000 }, says: ['timeout'] },
  { name: 'no answer at all', fault: { kind: 'hang' }, says: ['timeout'] },
  { name: 'a body that dribbles', fault: { kind: 'slow-body', ms: 90_000 }, says: ['timeout'] },
  { name: 'a broken connection', fault: { kind: 'reset' }, says: ['it-glue-down'] },
  { name: 'a body cut off', fault: { kind: 'cut-body' }, says: ['it-glue-down'] },
  { name: 'half a JSON', fault: { kind: 'truncated-body' }, says: ['bad-response'] },
  { name: 'an empty body', fault: { kind: 'empty-body' }, says: ['bad-response'] },
  { name: 'a captive portal', fault: { kind: 'html' }, says: ['not-it-glue'] },
  {
    name: 'JSON that says it is text',
    fault: { kind: 'wrong-type-body', contentType: 'text/plain' },
    says: ['not-it-glue'],
  },
  { name: 'JSON of something else', fault: rewritten(() => '{"status":"ok"}'), says: ['bad-response'] },
  { name: 'JSON null', fault: rewritten(() => 'null'), says: ['bad-response'] },
  {
    name: 'records of another type',
    fault: rewritten((text) => text.replaceAll('"attributes"', '"Attributes"')),
    says: ['bad-response'],
  },
  {
    name: 'a redirect to another host',
    fault: { kind: 'redirect', to: `https://${elsewhere}/passwords`, status: 307 },
    says: ['it-glue-down'],
  },
  { name: '400', fault: status(400), says: ['record-gone', 'bad-response'] },
  { name: '401', fault: status(401), says: ['key-not-accepted'], saysOnce: ['record-not-visible'] },
  { name: '403', fault: status(403), says: ['key-not-accepted'], saysOnce: ['record-not-visible'] },
  { name: '404', fault: status(404), says: ['record-gone', 'not-it-glue'] },
  { name: '408', fault: status(408), says: ['timeout'] },
  { name: '410', fault: status(410), says: ['record-gone', 'bad-response'] },
  {
    name: '429',
    fault: { kind: 'status', status: 429, headers: { 'retry-after': '30' } },
    says: ['rate-limited'],
  },
  { name: '500', fault: { kind: 'server-error' }, says: ['it-glue-down'] },
  { name: '502', fault: { kind: 'gateway-error', status: 502 }, says: ['it-glue-down'] },
  { name: '503', fault: { kind: 'gateway-error', status: 503 }, says: ['it-glue-down'] },
  { name: '504', fault: { kind: 'gateway-error', status: 504 }, says: ['it-glue-down'] },
];
