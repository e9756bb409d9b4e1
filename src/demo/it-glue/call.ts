import type { PasswordRecord, Tenant } from '../data/records.ts';
import type { FakeOptions } from './fake-options.ts';
import type { ApiKeyRecord } from './key-ring.ts';
import type { Query } from './query.ts';

/** A request whose key was accepted, as the routes see it. */
export interface Call {
  readonly tenant: Tenant;
  readonly key: ApiKeyRecord;
  /** Below the API host, without a gateway's prefix. */
  readonly path: string;
  readonly query: Query;
  readonly search: URLSearchParams;
  readonly options: FakeOptions;
  /** What an echoing error repeats. */
  readonly submitted: string;
  /** To be told of every password value that goes out. */
  readonly reveal: (record: PasswordRecord) => void;
}
