import { type Clock, systemClock } from './clock.ts';
import type { OrganizationRecord, PasswordRecord, Tenant, TenantName } from './data/records.ts';
import { tenantNames } from './data/records.ts';
import { demoSizes, makeTenant, type TenantSize } from './demo-data.ts';
import { answerRequest } from './it-glue/answer-request.ts';
import { defaultOptions, type FakeOptions } from './it-glue/fake-options.ts';
import { Faults } from './it-glue/fault-rule.ts';
import { fetchOf } from './it-glue/fetch-of.ts';
import { Journal } from './it-glue/journal.ts';
import { type ApiKeyRecord, demoKeyRing } from './it-glue/key-ring.ts';
import { type Mutations, mutationsOf } from './it-glue/mutations.ts';
import { RateLimiter } from './it-glue/rate-limiter.ts';
import { readRequest } from './it-glue/read-request.ts';
import { ConnectionReset, strike } from './it-glue/strike.ts';

export interface FakeSetup extends Partial<FakeOptions> {
  /** Default: the system's. `manualClock()` makes every time repeatable. */
  readonly clock?: Clock;
  /** The same seed gives the same data. */
  readonly seed?: string;
  readonly sizes?: Readonly<Partial<Record<TenantName, TenantSize>>>;
}

/** IT Glue, as far as an API key can see it, in this process and without sockets. */
export interface FakeItGlue {
  /** Answers as the host of the request's address would; rejects with a TypeError where the connection is reset. */
  readonly handle: (request: Request) => Promise<Response>;
  /** `handle` with what the platform's `fetch` adds: redirects and the signal. */
  readonly fetch: typeof globalThis.fetch;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly mutate: Mutations;
  readonly clock: Clock;
  /** May be changed at any time; the next request sees it. */
  readonly options: FakeOptions;
  readonly keys: readonly ApiKeyRecord[];
  /** The data of a tenant, generated when first asked for. To change it, use `mutate`. */
  readonly tenant: (name?: TenantName) => Tenant;
  /** The first organization of this name in the US tenant; throws where there is none. */
  readonly organization: (name: string) => OrganizationRecord;
  /** The first password of this name in the organization of that name in the US tenant; throws where there is none. */
  readonly password: (organizationName: string, name: string) => PasswordRecord;
}

function lazyTenants(sizes: FakeSetup['sizes'], seed: string): (name?: TenantName) => Tenant {
  const made = new Map<TenantName, Tenant>();
  return (name = 'us') => {
    const tenant = made.get(name) ?? makeTenant(name, sizes?.[name] ?? demoSizes[name], seed);
    made.set(name, tenant);
    return tenant;
  };
}

function only<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`The demo data has no ${what}.`);
  return found;
}

const organizationOf = (tenant: Tenant, name: string): OrganizationRecord =>
  only(
    [...tenant.organizations.values()].find((one) => one.name === name),
    `organization named ${name}`,
  );

const passwordOf = (tenant: Tenant, organizationName: string, name: string): PasswordRecord => {
  const { id } = organizationOf(tenant, organizationName);
  const own = [...tenant.passwords.values()].find((one) => one.organizationId === id && one.name === name);
  return only(own, `password named ${name} in ${organizationName}`);
};

/** A fake IT Glue with three tenants, a gateway and the web UI's hosts. */
export function createFakeItGlue({
  clock = systemClock,
  seed = 'harbor',
  sizes,
  ...switches
}: FakeSetup = {}): FakeItGlue {
  const options: FakeOptions = { ...defaultOptions, ...switches };
  const journal = new Journal();
  const faults = new Faults();
  const keys = demoKeyRing();
  const tenant = lazyTenants(sizes, seed);
  const world = { options, keys, clock, journal, limiter: new RateLimiter(), tenant };

  async function handle(request: Request): Promise<Response> {
    const entry = journal.begin(await readRequest(request, keys, clock.now()));
    const usual = (): Promise<Response> => Promise.resolve(answerRequest(request, entry, world));
    const struck = faults
      .of(entry)
      .reduceRight((next, fault) => () => strike(fault, next, clock, request.signal), usual);
    try {
      const response = await struck();
      journal.answered(entry, response.status);
      return response;
    } catch (reason) {
      if (reason instanceof ConnectionReset) journal.answered(entry, 'reset');
      throw reason;
    }
  }

  return {
    handle,
    fetch: fetchOf(handle),
    journal,
    faults,
    mutate: mutationsOf({ tenant, tenants: () => tenantNames.map(tenant), keys, clock }),
    clock,
    options,
    keys,
    tenant,
    organization: (name) => organizationOf(tenant(), name),
    password: (organizationName, name) => passwordOf(tenant(), organizationName, name),
  };
}
