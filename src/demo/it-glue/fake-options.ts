import type { TenantName } from '../data/records.ts';
import type { TenantSize } from '../demo-data.ts';

/** Where the real service is unknown or varies, the fake can do each. All may be changed while it runs. */
export interface FakeOptions {
  /** Body of a 403. */
  forbiddenBody: 'json' | 'empty' | 'html';
  revokedStatus: 403 | 401;
  pausedStatus: 403 | 401;
  /** Every caller is refused as if outside the IP allow-list: 403 with an HTML page. */
  ipBlocked: boolean;
  optionsStatus: 404 | 403;

  pageSizeAboveMost: 'clamp' | '422';
  /** `page[number]` or `page[size]` of 0, below 0, or no number. */
  badPage: 'first' | '422';
  linksAtEnds: 'omitted' | 'null';
  /** `absent`: as in the official examples; `stuck`: `next-page` never advances. */
  meta: 'present' | 'absent' | 'stuck';
  totalPagesWhenEmpty: 0 | 1;

  nestedRoutesFilter: boolean;
  filterIgnoresCase: boolean;
  /** Whether archived passwords are in a list that does not filter on it. */
  archivedInIndex: boolean;

  /** The first record of every list has its value, as in the official example. */
  indexShowsOnePassword: boolean;
  showPasswordOnIndex: 'ignored' | '422';
  noPasswordAccess: 'missing' | 'null';
  /** `password` of a vaulted record. */
  vaultedPassword: 'null' | 'missing' | 'ciphertext';
  unknownRecord: '401' | '404-json' | '404-html' | '400-json';
  wrongOrganization: '401' | '404';
  folders: 'served' | '401' | '403' | '404';

  /** Ids of the organizations that the gateway lets through; null: all. */
  gatewayOrganizations: readonly string[] | null;

  attributes: '2019' | '2020' | '2025';
  parentId: 'string' | 'number';
  ancestorIds: 'string' | 'array';

  errors: ErrorShape;
  rateLimit: RateLimit;
}

/** How an `errors` body is written. */
export interface ErrorShape {
  readonly status: 'number' | 'string';
  readonly pointer: 'bare' | 'slash';
  readonly omit: 'nothing' | 'title' | 'detail';
  readonly errors: 'array' | 'object';
  /** What was submitted comes back in the detail, the key included. */
  readonly echo: boolean;
}

/** A sliding window for each key. */
export interface RateLimit {
  readonly limit: number;
  readonly windowMs: number;
  readonly retryAfter: 'none' | 'seconds' | 'date' | 'nonsense';
  readonly body: 'empty' | 'json';
}

export const defaultOptions: FakeOptions = {
  forbiddenBody: 'json',
  revokedStatus: 403,
  pausedStatus: 403,
  ipBlocked: false,
  optionsStatus: 404,
  pageSizeAboveMost: 'clamp',
  badPage: 'first',
  linksAtEnds: 'omitted',
  meta: 'present',
  totalPagesWhenEmpty: 0,
  nestedRoutesFilter: false,
  filterIgnoresCase: false,
  archivedInIndex: true,
  indexShowsOnePassword: false,
  showPasswordOnIndex: 'ignored',
  noPasswordAccess: 'missing',
  vaultedPassword: 'null',
  unknownRecord: '401',
  wrongOrganization: '401',
  folders: 'served',
  gatewayOrganizations: null,
  attributes: '2025',
  parentId: 'string',
  ancestorIds: 'string',
  errors: { status: 'number', pointer: 'bare', omit: 'nothing', errors: 'array', echo: false },
  rateLimit: { limit: 3_000, windowMs: 300_000, retryAfter: 'seconds', body: 'empty' },
};

/** What is decided once, when a fake is made. */
export interface FakeSetup {
  readonly seed: string;
  readonly sizes: Readonly<Record<TenantName, TenantSize>>;
}
