import { describe, expect, it } from 'vitest';
import { hostOwner, locatedSession, placeOfHost } from '../../src/domain/host-template.ts';
import { isFilledAt, mayBeFilledAt } from '../../src/domain/host-variables.ts';
import { fail } from '../../src/domain/result.ts';
import { credential, session } from '../background/fill/fill-world.ts';

const v = '{organization.shortName}';
const named = (shortName: string | null) => ({ shortName, primaryDomain: null });
const each = (hostTemplate: string, more = {}) => ({
  ...session,
  hostTemplate,
  startUrl: null,
  origin: null,
  signInOrigins: ['https://login.example'],
  ...more,
});

describe('a Host for each of all organizations', () => {
  it('is fixed as far as it is the same for all of them', () => {
    expect(placeOfHost(`https://${v}.tenants.example/admin`, 'each', false)).toMatchObject({
      value: { startUrl: null, origin: null, shown: `https://${v}.tenants.example` },
    });
    expect(placeOfHost(`https://portal.example/${v}`, 'each', false)).toMatchObject({
      value: { startUrl: null, origin: 'https://portal.example' },
    });
    expect(placeOfHost('portal.example', 'each', false)).toMatchObject({
      value: { startUrl: 'https://portal.example/', origin: 'https://portal.example' },
    });
  });

  it.each([
    [`https://${v}/`, 'variable-domain'],
    [`https://${v}.co.uk/`, 'variable-domain'],
    [`https://x-${v}.example.com/`, 'variable-place'],
    ['https://{organization.primaryDomain}.example.com/', 'domain-place'],
  ])('%s is refused as for one: %s', (typed, problem) => {
    expect(placeOfHost(typed, 'each', false)).toEqual(fail({ code: 'host-refused', problem: problem as never }));
  });

  it('belongs to whoever the linked credential entry is of', () => {
    expect(hostOwner(null)).toBeNull();
    expect(hostOwner({ ...credential, organizationShortName: 'NWT' })).toEqual(named('NWT'));
    const all = { organizationId: null, organizationName: null, organizationShortName: null } as const;
    expect(hostOwner({ ...credential, ...all, selection: { mode: 'always-prompt' } })).toBe('each');
  });
});

describe('a session with a Host for each organization', () => {
  const own = each(`https://${v}.tenants.example:8443/in`);

  it.each([
    ['https://nwt.tenants.example:8443', true],
    ['https://acme-1.tenants.example:8443', true],
    ['https://login.example', true],
    ['https://nwt.tenants.example', false],
    ['http://nwt.tenants.example:8443', false],
    ['https://tenants.example:8443', false],
    ['https://a.nwt.tenants.example:8443', false],
    ['https://xn--nwt-8na.tenants.example:8443', false],
    ['https://nwt.tenants.example.evil.example:8443', false],
    ['https://nwt.evil.example:8443', false],
  ])('may be filled at %s: %s', (origin, expected) => {
    expect(mayBeFilledAt(own, origin, new Set())).toBe(expected);
  });

  it('is filled at an organization’s own address and at no other’s', () => {
    expect(isFilledAt(own, 'https://nwt.tenants.example:8443', named('NWT'))).toBe(true);
    expect(isFilledAt(own, 'https://nwt.tenants.example:8443', named('ACME'))).toBe(false);
    expect(isFilledAt(own, 'https://nwt.tenants.example:8443', named(null))).toBe(false);
    expect(isFilledAt(own, 'https://nwt.tenants.example:8443', named('nwt.tenants.example:8443/#'))).toBe(false);
    expect(isFilledAt(own, 'https://login.example', named('ACME'))).toBe(true);
  });

  it('has for one organization the address of its short name', () => {
    const at = (organizationShortName: string | null) =>
      locatedSession({ session: own, credential: { organizationShortName } });
    expect(at('NWT')).toMatchObject({
      value: { startUrl: 'https://nwt.tenants.example:8443/in', origin: 'https://nwt.tenants.example:8443' },
    });
    expect(at(null)).toEqual(fail({ code: 'host-refused', problem: 'variable-value' }));
    expect(at('evil.com/')).toEqual(fail({ code: 'host-refused', problem: 'variable-value' }));
  });

  it('keeps the origin that is the same for all', () => {
    const portal = each(`https://portal.example/${v}`, { origin: 'https://portal.example' });
    const at = locatedSession({ session: portal, credential: { organizationShortName: 'A&B' } });
    expect(at).toMatchObject({ value: { startUrl: 'https://portal.example/A%26B', origin: 'https://portal.example' } });
    const moved = { ...portal, origin: 'https://other.example' };
    expect(locatedSession({ session: moved, credential: { organizationShortName: 'A' } })).toEqual(
      fail({ code: 'host-refused', problem: 'variable-changed' }),
    );
  });
});
