import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createItGlue } from '../../src/background/adapters/it-glue.ts';
import type { ItGlueAccess } from '../../src/background/ports.ts';
import { manualClock } from '../../src/demo/clock.ts';
import { type DemoKeyAlias, demoKeys } from '../../src/demo/demo-credentials.ts';
import { largeSize } from '../../src/demo/demo-data.ts';
import { northwind } from '../../src/demo/demo-logins.ts';
import { createFakeItGlue, type FakeSetup } from '../../src/demo/fake-it-glue.ts';
import type { Fault } from '../../src/demo/it-glue/fault-rule.ts';
import type { Region } from '../../src/domain/region.ts';
import { Secret } from '../../src/domain/secret.ts';
import { failureIn, organizationId, passwordId } from './it-glue-scene.ts';

afterEach(() => void vi.useRealTimers());

const oddOrganization = 'Kub, Reynolds and Gibson';
const login = {
  name: 'Patient portal - front desk',
  value: 'Molar-Harbour-58-Teal',
  username: 'frontdesk@northwind.example',
};

function tenantWith(setup: FakeSetup = {}, alias: DemoKeyAlias = 'full', region: Region = 'us') {
  const fake = createFakeItGlue({ clock: manualClock(), ...setup });
  const access: ItGlueAccess = { region, key: new Secret(demoKeys[alias]) };
  const itGlue = createItGlue({ fetch: fake.fetch, now: fake.clock.now, online: () => true });
  const organization = organizationId(fake.organization(northwind).id);
  const record = passwordId(fake.password(northwind, login.name).id);
  return { fake, access, itGlue, organization, record };
}

describe('an account', () => {
  it('lists all its organizations', async () => {
    const { fake, access, itGlue } = tenantWith();
    const list = await itGlue.organizations(access);
    expect(list.ok && list.value.rows.map((row) => row.id)).toEqual([...fake.tenant().organizations.keys()]);
    expect(list).toMatchObject({ value: { complete: true, fetchedAt: fake.clock.now() } });
    expect(list.ok && list.value.rows.find((row) => row.name === 'Northwind Dental Group – Lakeside')).toMatchObject({
      parentId: fake.organization(northwind).id,
    });
  });

  it.each(['2019', '2020', '2025'] as const)(
    'lists the passwords of one organization, as of %s, and reads no value',
    async (attributes) => {
      const { fake, access, itGlue, organization } = tenantWith({ attributes });
      const list = await itGlue.passwords(access, organization);
      const own = [...fake.tenant().passwords.values()].filter((one) => one.organizationId === organization);
      expect(list.ok && list.value.rows.map((row) => row.name).sort()).toEqual(own.map((one) => one.name).sort());
      expect(fake.journal.reveals).toEqual([]);
    },
  );

  it('gives the value of the password that is asked for, by one request', async () => {
    const { fake, access, itGlue, record } = tenantWith();
    const credential = await itGlue.password(access, record);
    expect(credential.ok && credential.value.value.expose()).toBe(login.value);
    expect(credential).toMatchObject({ value: { summary: { id: record, username: login.username } } });
    expect(fake.journal.entries).toHaveLength(1);
    expect(fake.journal.reveals).toMatchObject([{ passwordId: record }]);
  });

  it('gives summaries without a reveal', async () => {
    const { fake, access, itGlue, record, organization } = tenantWith();
    expect(await itGlue.passwordSummary(access, record)).toMatchObject({ value: { name: login.name } });
    expect(await itGlue.organization(access, organization)).toMatchObject({ value: { name: northwind } });
    expect(fake.journal.reveals).toEqual([]);
  });

  it.each([
    ['eu', 'eu'],
    ['au', 'au'],
  ] as const)('in the %s data centre, with its long ids', async (alias, region) => {
    const { fake, access, itGlue } = tenantWith({}, alias, region);
    const list = await itGlue.organizations(access);
    expect(list.ok && list.value.rows.map((row) => row.id)).toEqual([...fake.tenant(region).organizations.keys()]);
    const [first] = list.ok ? list.value.rows : [];
    const passwords = await itGlue.passwords(access, first?.id ?? organizationId('none'));
    expect(passwords.ok && passwords.value.rows.length).toBeGreaterThan(0);
  });

  it('of real size comes whole: 1,000 organizations and one of them with 3,000 passwords', async () => {
    const { fake, access, itGlue } = tenantWith({ sizes: { us: largeSize } });
    const organizations = await itGlue.organizations(access);
    expect(organizations.ok && organizations.value.rows.length).toBe(1_000);
    const largest = organizationId(fake.organization('Meridian Regional Health').id);
    const list = await itGlue.passwords(access, largest);
    expect(list).toMatchObject({ value: { complete: true } });
    expect(list.ok && list.value.rows.length).toBeGreaterThanOrEqual(3_000);
    expect(fake.journal.entries.every(({ query }) => Number(query['page[size]']) <= 1_000)).toBe(true);
  });

  it('holds odd records, each of which is listed and can be asked for', async () => {
    const { fake, access, itGlue } = tenantWith();
    const odd = organizationId(fake.organization(oddOrganization).id);
    const list = await itGlue.passwords(access, odd);
    const rows = list.ok ? list.value.rows : [];
    expect(rows.map((row) => row.id)).toContain('576460752303423489');
    for (const row of rows) {
      const own = fake.tenant().passwords.get(row.id);
      const credential = await itGlue.password(access, row.id);
      if (credential.ok) expect(credential.value.value.expose()).toBe(own?.value);
      else
        expect(credential.failure.code).toBe(
          row.vaulted ? 'password-vaulted' : row.archived ? 'password-archived' : 'password-empty',
        );
    }
    expect(rows.map((row) => row.name).join()).not.toMatch(/\p{Cf}/u);
    expect(JSON.stringify(rows)).not.toContain('Winter2019');
  });

  it.each(['null', 'missing', 'ciphertext'] as const)('never gives a vaulted value (%s)', async (vaultedPassword) => {
    const { fake, access, itGlue } = tenantWith({ vaultedPassword });
    const id = passwordId(fake.password(oddOrganization, 'Break-glass (vault)').id);
    expect(failureIn(await itGlue.password(access, id))).toEqual({ code: 'password-vaulted' });
  });

  it('whose list shows a value gives none of it', async () => {
    const { fake, access, itGlue, organization } = tenantWith({ indexShowsOnePassword: true });
    const values = [...fake.tenant().passwords.values()]
      .filter((one) => one.organizationId === organization)
      .map((one) => one.value);
    const list = await itGlue.passwords(access, organization);
    const out = JSON.stringify(list) + inspect(list, { depth: 20, maxArrayLength: null });
    expect(list.ok).toBe(true);
    expect(values.filter((value) => value.length > 8 && out.includes(value))).toEqual([]);
  });

  it.each([{ meta: 'absent' }, { meta: 'stuck' }] as const)(
    'that says too little of further pages ($meta) is never called complete',
    async ({ meta }) => {
      const { fake, access, itGlue } = tenantWith({ meta, sizes: { us: largeSize } });
      const list = await itGlue.passwords(access, organizationId(fake.organization('Meridian Regional Health').id));
      expect(list).toMatchObject({ ok: true, value: { complete: false } });
      expect(fake.journal.entries).toHaveLength(1);
    },
  );
});

describe('Test connection', () => {
  it.each([
    ['full', ['yes', 'yes', 'yes', 'yes'], null],
    ['no-password-access', ['yes', 'yes', 'yes', 'no'], 'no-password-access'],
    ['revoked', ['yes', 'no', 'unknown', 'unknown'], 'key-not-accepted'],
    ['paused', ['yes', 'no', 'unknown', 'unknown'], 'key-not-accepted'],
    ['eu', ['yes', 'no', 'unknown', 'unknown'], 'key-not-accepted'],
  ] as const)('with the key "%s" at the US data centre', async (alias, steps, code) => {
    const { access, itGlue } = tenantWith({}, alias);
    const report = await itGlue.probe(access);
    expect([
      report.steps.reachable,
      report.steps.keyAccepted,
      report.steps.metadata,
      report.steps.passwordValues,
    ]).toEqual(steps);
    expect(report.failure?.code ?? null).toBe(code);
  });

  it.each(['json', 'empty', 'html'] as const)(
    'tells a refused key by the status, whatever the body (%s)',
    async (forbiddenBody) => {
      const { access, itGlue } = tenantWith({ forbiddenBody, revokedStatus: 401 }, 'revoked');
      expect(await itGlue.probe(access)).toMatchObject({
        steps: { keyAccepted: 'no' },
        failure: { code: 'key-not-accepted' },
      });
    },
  );

  it('says that an address which is not let in is refused', async () => {
    const { access, itGlue } = tenantWith({ ipBlocked: true });
    expect(await itGlue.probe(access)).toMatchObject({ steps: { reachable: 'yes', keyAccepted: 'no' } });
  });
});

const faults: readonly (readonly [Fault, object, object])[] = [
  [{ kind: 'server-error' }, { code: 'it-glue-down', status: 500 }, { code: 'it-glue-down', status: 500 }],
  [
    { kind: 'gateway-error', status: 502 },
    { code: 'it-glue-down', status: 502 },
    { code: 'it-glue-down', status: 502 },
  ],
  [
    { kind: 'gateway-error', status: 503 },
    { code: 'it-glue-down', status: 503 },
    { code: 'it-glue-down', status: 503 },
  ],
  [
    { kind: 'gateway-error', status: 504 },
    { code: 'it-glue-down', status: 504 },
    { code: 'it-glue-down', status: 504 },
  ],
  [{ kind: 'reset' }, { code: 'it-glue-down', status: 0 }, { code: 'it-glue-down', status: 0 }],
  [{ kind: 'html' }, { code: 'not-it-glue' }, { code: 'not-it-glue' }],
  [
    { kind: 'redirect', to: 'https://evil.example/' },
    { code: 'it-glue-down', status: 0 },
    { code: 'it-glue-down', status: 0 },
  ],
  [{ kind: 'truncated-body' }, { code: 'bad-response' }, { code: 'bad-response' }],
  [{ kind: 'cut-body' }, { code: 'it-glue-down', status: 0 }, { code: 'it-glue-down', status: 0 }],
  [{ kind: 'empty-body' }, { code: 'bad-response' }, { code: 'bad-response' }],
  [{ kind: 'wrong-type-body', contentType: 'text/html' }, { code: 'not-it-glue' }, { code: 'not-it-glue' }],
  [{ kind: 'status', status: 404 }, { code: 'record-gone' }, { code: 'not-it-glue' }],
  [{ kind: 'status', status: 403 }, { code: 'key-not-accepted' }, { code: 'key-not-accepted' }],
  [
    { kind: 'status', status: 429, headers: { 'retry-after': '12' } },
    { code: 'rate-limited', waitSeconds: 12 },
    { code: 'rate-limited', waitSeconds: 12 },
  ],
  [
    { kind: 'rewritten-body', rewrite: (text) => text.replace(/"id":"\d+"/g, '"id":"1"') },
    { code: 'bad-response' },
    { ok: true },
  ],
];

describe.each(faults)('a fault: %j', (fault, ofRecord, ofList) => {
  it('is told of a password and of a list, and the key goes nowhere else', async () => {
    const { fake, access, itGlue, record, organization } = tenantWith();
    fake.faults.add({ fault });
    const one = await itGlue.password(access, record);
    const list = await itGlue.passwords(access, organization);
    expect(failureIn(one)).toEqual(ofRecord);
    if ('ok' in ofList) expect(list).toMatchObject(ofList);
    else expect(failureIn(list)).toEqual(ofList);
    expect(JSON.stringify([one, list]) + inspect([one, list], { depth: 9 })).not.toMatch(/ITG\.|not-a-secret|Molar/);
    expect(new Set(fake.journal.entries.map(({ host, keyElsewhere }) => `${host} ${keyElsewhere.join()}`))).toEqual(
      new Set(['api.itglue.com ']),
    );
  });
});

describe('a service that', () => {
  it('hangs: time-out', async () => {
    vi.useFakeTimers();
    const { fake, access, itGlue, record } = tenantWith();
    fake.faults.add({ fault: { kind: 'hang' } });
    const answer = itGlue.password(access, record);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(failureIn(await answer)).toEqual({ code: 'timeout' });
  });

  it('stumbles once: a list comes all the same', async () => {
    const { fake, access, itGlue, organization } = tenantWith();
    fake.faults.add({ when: { nth: 1 }, fault: { kind: 'reset' } });
    expect(await itGlue.passwords(access, organization)).toMatchObject({ ok: true, value: { complete: true } });
  });

  it('cannot do large pages: the list comes in smaller ones', async () => {
    const { fake, access, itGlue } = tenantWith();
    fake.faults.add({ when: { pageSizeAbove: 100 }, fault: { kind: 'gateway-error', status: 504 } });
    const list = await itGlue.organizations(access);
    expect(list).toMatchObject({ value: { complete: true } });
    expect(list.ok && list.value.rows.length).toBe(fake.tenant().organizations.size);
  });

  it.each([
    ['seconds', 240],
    ['date', 240],
    ['none', 60],
    ['nonsense', 60],
  ] as const)('has had too many requests, Retry-After: %s', async (retryAfter, waitSeconds) => {
    const { access, itGlue, record } = tenantWith({
      rateLimit: { limit: 1, windowMs: 240_000, retryAfter, body: 'json' },
    });
    await itGlue.passwordSummary(access, record);
    expect(failureIn(await itGlue.password(access, record))).toEqual({ code: 'rate-limited', waitSeconds });
  });

  it.each([
    ['401', 'record-not-visible'],
    ['404-json', 'record-gone'],
    ['404-html', 'record-gone'],
    ['400-json', 'record-gone'],
  ] as const)('does not have the record (%s)', async (unknownRecord, code) => {
    const { fake, access, itGlue, record } = tenantWith({ unknownRecord });
    fake.mutate.deletePassword(record);
    expect(failureIn(await itGlue.password(access, record))).toEqual({ code });
  });

  it('echoes what was sent into its errors: none of it comes out', async () => {
    const { access, itGlue } = tenantWith({
      unknownRecord: '404-json',
      errors: { status: 'string', pointer: 'slash', omit: 'nothing', errors: 'object', echo: true },
    });
    expect(inspect(await itGlue.password(access, passwordId('1')))).not.toContain('ITG');
  });
});

describe('while a list is read', () => {
  it('a deleted record makes the pages behind it move up: the one that is missed so is not missed silently', async () => {
    const { fake, access, itGlue } = tenantWith({ sizes: { us: largeSize } });
    const organization = organizationId(fake.organization('Meridian Regional Health').id);
    const [first] = [...fake.tenant().passwords.values()].filter((one) => one.organizationId === organization);
    fake.faults.add({
      when: { nth: 2 },
      fault: { kind: 'act', act: () => fake.mutate.deletePassword(first?.id ?? '') },
    });
    const list = await itGlue.passwords(access, organization);
    const now = [...fake.tenant().passwords.values()]
      .filter((one) => one.organizationId === organization)
      .map((one) => one.id);
    const listed = new Set<string>(list.ok ? list.value.rows.map((row) => row.id) : []);
    expect(now.filter((id) => !listed.has(id))).toHaveLength(1);
    expect(list).toMatchObject({ ok: true, value: { complete: false } });
  });

  it('a record that is created comes with it', async () => {
    const { fake, access, itGlue } = tenantWith({ sizes: { us: largeSize } });
    const organization = organizationId(fake.organization('Meridian Regional Health').id);
    let created = '';
    const act = () => {
      created = fake.mutate.createPassword({ organizationId: organization, name: 'New' });
    };
    fake.faults.add({ when: { nth: 2 }, fault: { kind: 'act', act } });
    const list = await itGlue.passwords(access, organization);
    expect(list).toMatchObject({ ok: true, value: { complete: true } });
    expect(list.ok && list.value.rows.map((row) => row.id)).toContain(created);
  });

  it('a key that is revoked fails the list', async () => {
    const { fake, access, itGlue } = tenantWith({ sizes: { us: largeSize } });
    const organization = organizationId(fake.organization('Meridian Regional Health').id);
    fake.faults.add({
      when: { nth: 2 },
      fault: { kind: 'act', act: () => fake.mutate.setKeyState('full', 'revoked') },
    });
    expect(failureIn(await itGlue.passwords(access, organization))).toEqual({ code: 'key-not-accepted' });
  });
});
