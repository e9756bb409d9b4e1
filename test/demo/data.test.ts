import { describe, expect, it } from 'vitest';
import { demoEpoch } from '../../src/demo/clock.ts';
import type { PasswordRecord, Tenant } from '../../src/demo/data/records.ts';
import { demoSizes, hugeSize, largeSize, makeTenant } from '../../src/demo/demo-data.ts';
import { contoso, demoLogins, fabrikam, northwind } from '../../src/demo/demo-logins.ts';

const zooName = 'Kub, Reynolds and Gibson';
const us = makeTenant('us', demoSizes.us, 'test');
const passwordsOf = (tenant: Tenant, name: string): readonly PasswordRecord[] => {
  const ids = new Set([...tenant.organizations.values()].filter((one) => one.name === name).map(({ id }) => id));
  return [...tenant.passwords.values()].filter(({ organizationId }) => ids.has(organizationId));
};

describe('the demo’s provider', () => {
  const organizations = [...us.organizations.values()];
  const named = (name: string) => organizations.filter((one) => one.name === name);

  it('is of a realistic size', () => {
    expect(organizations.length).toBeGreaterThanOrEqual(320);
    expect(us.passwords.size).toBeGreaterThan(3_000);
  });

  it('has clients with names of their own, not numbered ones', () => {
    expect(organizations.filter(({ name }) => /\d/.test(name))).toEqual([]);
    expect(new Set(organizations.map(({ name }) => name)).size).toBe(organizations.length - 1);
  });

  it('has same-name, inactive and subordinate organizations', () => {
    expect(named('Riverside Dental')).toHaveLength(2);
    const statuses = new Set(organizations.map(({ status }) => status.name));
    expect(statuses).toEqual(new Set(['Active', 'Inactive', 'Onboarding', 'Offboarded']));
    const children = organizations.filter(({ parentId }) => parentId !== null);
    expect(children.length).toBeGreaterThan(10);
    expect(Math.max(...children.map(({ ancestorIds }) => ancestorIds.length))).toBeGreaterThanOrEqual(2);
    for (const { parentId, ancestorIds } of children) {
      expect(ancestorIds.at(-1)).toBe(parentId);
      expect(ancestorIds.every((id) => us.organizations.has(id))).toBe(true);
    }
  });

  it('has an owner for every password and folder', () => {
    for (const { organizationId, folderId } of us.passwords.values()) {
      expect(us.organizations.has(organizationId)).toBe(true);
      if (folderId !== null) expect(us.folders.get(folderId)?.organizationId).toBe(organizationId);
    }
  });

  it('names nothing outside example domains and private networks', () => {
    const generated = [...us.passwords.values()].filter(
      ({ organizationId }) => us.organizations.get(organizationId)?.name !== zooName,
    );
    const hosts = generated.flatMap(({ url }) => {
      if (url === null) return [];
      return [new URL(url.includes('://') ? url : `https://${url}`).hostname];
    });
    expect(hosts.length).toBeGreaterThan(1_000);
    expect(hosts.filter((host) => !/\.example$|^10\.|^192\.168\./.test(host))).toEqual([]);
    const mails = generated.flatMap(({ username }) => (username?.includes('@') === true ? [username] : []));
    expect(mails.filter((mail) => !mail.endsWith('.example'))).toEqual([]);
  });

  it('was never changed after the demo’s epoch, and never before it was made', () => {
    for (const { createdAt, passwordUpdatedAt, updatedAt } of us.passwords.values()) {
      expect(createdAt <= passwordUpdatedAt && passwordUpdatedAt <= updatedAt && updatedAt < demoEpoch).toBe(true);
    }
  });

  it.each(demoLogins)('keeps the sign-in for $url', ({ organization, name, ...login }) => {
    const [record] = passwordsOf(us, organization).filter((one) => one.name === name);
    expect(record).toMatchObject({ url: login.url, username: login.username, value: login.password });
  });

  it('has enough in the three named clients to choose from', () => {
    for (const name of [northwind, contoso, fabrikam]) expect(passwordsOf(us, name).length).toBeGreaterThan(15);
  });
});

describe('the zoo', () => {
  const zoo = passwordsOf(us, zooName);
  const some = (what: string, test: (record: PasswordRecord) => boolean) => [what, test] as const;

  it.each([
    some('restricted', ({ restricted }) => restricted),
    some('shared to MyGlue', ({ myGlue }) => myGlue),
    some('archived', ({ archived }) => archived),
    some('vaulted', ({ vaultId }) => vaultId !== null),
    some('with OTP', ({ otpEnabled, value }) => otpEnabled && value !== ''),
    some('with OTP and no password', ({ otpEnabled, value }) => otpEnabled && value === ''),
    some('empty in every field', ({ username, url, value }) => username === '' && url === '' && value === ''),
    some('without user name and address', ({ username, url }) => username === null && url === null),
    some('personal', ({ personal }) => personal),
    some('in a folder', ({ folderId }) => folderId !== null),
    some('a BitLocker key', ({ value }) => /^(\d{6}-){7}\d{6}$/.test(value)),
    some('with autofill selectors', ({ autofillSelectors }) => autofillSelectors !== null),
    some('with several addresses', ({ url }) => (url?.match(/https:/g) ?? []).length > 1),
    some('with address and port only', ({ url }) => /^[\d.]+:\d+$/.test(url ?? '')),
    some('with an IPv6 address', ({ url }) => url?.includes('[2001:db8::1]') === true),
    some('with an international domain', ({ url }) => url?.includes('bücher') === true),
    some('with blanks around its address', ({ url }) => url !== null && url !== '' && url !== url.trim()),
    some('with script in its name', ({ name }) => name.includes('<script>')),
    some('with script as its address', ({ url }) => url?.startsWith('javascript:') === true),
    some('with an address for no browser', ({ url }) => url?.startsWith('ssh:') === true),
    some('written right to left', ({ name }) => name.includes('\u202E')),
    some('with a name of 400 characters', ({ name }) => name.length === 400),
    some('with a comma in its name', ({ name }) => name.includes(',')),
    some('with lines and markup in its notes', ({ notes }) => /\r\n.*<b>/s.test(notes ?? '')),
    some('with a value beyond ASCII', ({ value }) => value.includes('🔑')),
    some('with quotes and backslashes', ({ value }) => value.includes('"') && value.includes('\\')),
    some('with blanks at the ends of its value', ({ value }) => value !== value.trim()),
    some('with an id above 2^53', ({ id }) => BigInt(id) > 2n ** 53n),
  ])('has one %s', (_what, test) => {
    expect(zoo.filter(test).length).toBeGreaterThan(0);
  });

  it('has duplicates by name and user', () => {
    expect(zoo.filter(({ name, username }) => name === 'Local Admin' && username === 'admin')).toHaveLength(2);
  });

  it('spells what passwords are embedded in as reality does', () => {
    const types = new Set(zoo.flatMap(({ embeddedIn }) => embeddedIn?.type ?? []));
    for (const type of [
      'flexible-asset-trait',
      'flexible-asset-traits',
      'Configuration',
      'domains',
      'SSL Certificate',
    ]) {
      expect(types).toContain(type);
    }
  });
});

describe('the generator', () => {
  const fingerprint = (tenant: Tenant) =>
    JSON.stringify([[...tenant.organizations], [...tenant.passwords], [...tenant.folders]]);

  it('makes the same of the same seed, and something else of another', () => {
    const small = { organizations: 20, passwords: 300, largest: 50 };
    const [one, two, other] = ['a', 'a', 'b'].map((seed) => fingerprint(makeTenant('us', small, seed)));
    expect(one).toBe(two);
    expect(one).not.toBe(other);
  });

  it('keeps the authored ids at every size', () => {
    const small = makeTenant('us', { organizations: 14, passwords: 200, largest: 5 }, 'test');
    const ids = (tenant: Tenant) => {
      const names = new Set(demoLogins.map(({ name }) => name));
      return passwordsOf(tenant, northwind)
        .filter(({ name }) => names.has(name))
        .map(({ id }) => id);
    };
    expect(ids(small)).toEqual(ids(us));
    expect(ids(us).length).toBeGreaterThanOrEqual(6);
  });

  it('makes 1,000 organizations with 20,000 passwords, 3,000 of them in one', () => {
    const large = makeTenant('us', largeSize, 'test');
    const counts = new Map<string, number>();
    for (const { organizationId } of large.passwords.values()) {
      counts.set(organizationId, (counts.get(organizationId) ?? 0) + 1);
    }
    expect([large.organizations.size, large.passwords.size]).toEqual([1_000, 20_000]);
    expect(Math.max(...counts.values())).toBe(3_000);
  });

  it('makes 100,000 passwords, each with an id of its own', () => {
    const huge = makeTenant('us', hugeSize, 'test');
    expect(huge.passwords.size).toBe(100_000);
    expect(new Set([...huge.passwords.keys()].map((id) => id.length))).toEqual(new Set([8, 18]));
  });
});
