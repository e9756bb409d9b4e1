import type { JournalEntry } from './journal.ts';

/** What goes wrong. All but `latency`, `act` and the `…-body` kinds replace the answer: the fake is then not asked. */
export type Fault =
  | { readonly kind: 'latency'; readonly ms: number }
  /** Never answers; ends when the caller gives up. */
  | { readonly kind: 'hang' }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly contentType?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** 500 with JSON that has no `errors`. */
  | { readonly kind: 'server-error' }
  | { readonly kind: 'gateway-error'; readonly status: 502 | 503 | 504 }
  /** The connection is cut before an answer: `fetch` rejects. */
  | { readonly kind: 'reset' }
  /** 200 with HTML: a captive portal, or the web UI's address used as the API's. */
  | { readonly kind: 'html' }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: 301 | 302 | 307 | 308 }
  /** The answer's JSON stops in the middle; the connection ends well. */
  | { readonly kind: 'truncated-body' }
  /** The connection is cut in the middle of the answer. */
  | { readonly kind: 'cut-body' }
  /** The answer dribbles in: this long in total. */
  | { readonly kind: 'slow-body'; readonly ms: number }
  | { readonly kind: 'empty-body' }
  | { readonly kind: 'wrong-type-body'; readonly contentType: string }
  /** The answer's text is replaced by what this returns. */
  | { readonly kind: 'rewritten-body'; readonly rewrite: (text: string) => string }
  /** Does something, most often a mutation, before the request is answered as usual. */
  | { readonly kind: 'act'; readonly act: () => void | Promise<void> };

/** Which requests a rule is for; all that is given must hold. */
export interface FaultCondition {
  /** A text is compared whole. */
  readonly host?: string | RegExp;
  readonly path?: string | RegExp;
  /** Alias of the key. */
  readonly key?: string;
  readonly method?: string;
  /** `page[size]` is greater than this. */
  readonly pageSizeAbove?: number;
  /** Only the nth of the requests that fit, counted from 1 since the rule was added. */
  readonly nth?: number;
  /** Only the first so many of the requests that fit. */
  readonly times?: number;
}

export interface FaultRule {
  readonly when?: FaultCondition;
  readonly fault: Fault;
}

const fits = (wanted: string | RegExp | undefined, text: string): boolean =>
  wanted === undefined || (typeof wanted === 'string' ? wanted === text : wanted.test(text));

const isMeant = (entry: JournalEntry, { host, path, key, method, pageSizeAbove }: FaultCondition): boolean =>
  fits(host, entry.host) &&
  fits(path, entry.path) &&
  (key === undefined || key === entry.keyAlias) &&
  fits(method, entry.method) &&
  (pageSizeAbove === undefined || Number(entry.query['page[size]'] ?? '50') > pageSizeAbove);

interface Standing {
  readonly rule: FaultRule;
  met: number;
}

/** The faults that are in force. */
export class Faults {
  readonly #standing = new Set<Standing>();

  /** Puts a rule in force; call what it returns to end it. */
  add(rule: FaultRule): () => void {
    const standing = { rule, met: 0 };
    this.#standing.add(standing);
    return () => void this.#standing.delete(standing);
  }

  clear(): void {
    this.#standing.clear();
  }

  /** The faults for a request, in the order in which they were added. Counts it for every rule that it fits. */
  of(entry: JournalEntry): readonly Fault[] {
    const struck: Fault[] = [];
    for (const standing of this.#standing) {
      const { when = {}, fault } = standing.rule;
      if (!isMeant(entry, when)) continue;
      standing.met += 1;
      if (when.nth !== undefined && when.nth !== standing.met) continue;
      if (when.times !== undefined && standing.met > when.times) continue;
      struck.push(fault);
    }
    return struck;
  }
}
