/** One request, as a test wants to look at it. No entry holds an API key: its alias stands in for it everywhere. */
export interface JournalEntry {
  /** From 1, in the order of arrival. */
  readonly number: number;
  /** Milliseconds since 1970, by the fake's clock. */
  readonly time: number;
  readonly method: string;
  readonly scheme: 'http' | 'https';
  /** With the port where it is not the scheme's own. */
  readonly host: string;
  readonly path: string;
  /** As it came, without the question mark. */
  readonly search: string;
  /** Decoded; the last value where a name comes twice. */
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** `unknown`: a key that this fake does not have; null: no key was sent. */
  readonly keyAlias: string | null;
  /** Where a key stood besides `x-api-key`: `path`, `query`, `body`, or the name of a header. */
  readonly keyElsewhere: readonly string[];
  /** null until answered; `reset` where the connection was cut. */
  readonly status: number | 'reset' | null;
}

/** One password value that left the fake: what IT Glue's activity log would show. */
export interface Reveal {
  readonly time: number;
  readonly passwordId: string;
  readonly organizationId: string;
  readonly keyAlias: string;
  /** `number` of the journal entry. */
  readonly request: number;
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** What a test may look for. A text is compared whole. */
export interface JournalFilter {
  readonly method?: string;
  readonly host?: string;
  readonly path?: string | RegExp;
  readonly keyAlias?: string | null;
}

const matches = (entry: JournalEntry, { method, host, path, keyAlias }: JournalFilter): boolean =>
  (method === undefined || entry.method === method) &&
  (host === undefined || entry.host === host) &&
  (keyAlias === undefined || entry.keyAlias === keyAlias) &&
  (path === undefined || (typeof path === 'string' ? entry.path === path : path.test(entry.path)));

/** All requests and reveals since the start, or since it was cleared. */
export class Journal {
  readonly #entries: Writable<JournalEntry>[] = [];
  readonly #reveals: Reveal[] = [];
  #number = 0;

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  get reveals(): readonly Reveal[] {
    return this.#reveals;
  }

  matching(filter: JournalFilter): readonly JournalEntry[] {
    return this.#entries.filter((entry) => matches(entry, filter));
  }

  clear(): void {
    this.#entries.length = 0;
    this.#reveals.length = 0;
  }

  /** Writes a request down; the answer follows by `answered`. */
  begin(request: Omit<JournalEntry, 'number' | 'status'>): JournalEntry {
    this.#number += 1;
    const entry = { ...request, number: this.#number, status: null };
    this.#entries.push(entry);
    return entry;
  }

  answered(entry: JournalEntry, status: number | 'reset'): void {
    (entry as Writable<JournalEntry>).status = status;
  }

  revealed(reveal: Reveal): void {
    this.#reveals.push(reveal);
  }
}
