import { describe, expect, it } from 'vitest';
import { hostOwner, locatedSession, placeOfHost, resolveHost } from '../../src/domain/host-template.ts';
import { isFilledAt, mayBeFilledAt } from '../../src/domain/host-variables.ts';
import { fail } from '../../src/domain/result.ts';
import { session as anySession, credential } from '../background/fill/fill-world.ts';

const d = '{organization.primaryDomain}';
const s = '{organization.shortName}';
const refused = (problem: string) => fail({ code: 'host-refused', problem: problem as never });
const at = (typed: string, primaryDomain: string | null, shortName: string | null = 'NWT') =>
  resolveHost(typed, { shortName, primaryDomain }, false);

describe('a Host with the primary domain', () => {
  it.each([
    [`https://${d}/`, 'contoso.com', 'https://contoso.com/'],
    [`${d}`, 'contoso.com', 'https://contoso.com/'],
    [`https://mail.${d}/wp-admin`, 'contoso.com', 'https://mail.contoso.com/wp-admin'],
    [`https://a.b.${d}:8443/x`, 'contoso.co.uk', 'https://a.b.contoso.co.uk:8443/x'],
    [`https://${d}/`, 'xn--mnchen-3ya.de', 'https://xn--mnchen-3ya.de/'],
    [`https://${d}/`, 'contoso.azurewebsites.net', 'https://contoso.azurewebsites.net/'],
    [`https://portal.azure.com/${d}`, 'contoso.onmicrosoft.com', 'https://portal.azure.com/contoso.onmicrosoft.com'],
    [`https://portal.azure.com/?t=${d}`, 'contoso.com', 'https://portal.azure.com/?t=contoso.com'],
    [`https://${s}.portal.example.com/${d}`, 'contoso.com', 'https://nwt.portal.example.com/contoso.com'],
    [`https://mail.${d}/${s}`, 'contoso.com', 'https://mail.contoso.com/NWT'],
  ])('%s for %s is %s', (typed, domain, url) => {
    expect(at(typed, domain)).toMatchObject({ ok: true, value: { url } });
  });

  it.each([
    [`https://${d}.example.com/`, 'domain-place'],
    [`https://${d}.com/`, 'domain-place'],
    [`https://${d}.${d}/`, 'domain-place'],
    [`https://${s}.${d}/`, 'domain-place'],
    [`https://x-${d}/`, 'domain-place'],
    [`https://${d}-x/`, 'domain-place'],
    [`https://${d}${d}/`, 'domain-place'],
    [`https://${d}./`, 'trailing-dot'],
    [`https://${d}@evil.com/`, 'userinfo'],
    [`https://x:${d}@evil.com/`, 'userinfo'],
    [`https://evil.com:${d}/`, 'not-an-address'],
    [`http://${d}/`, 'http-not-allowed'],
    ['https://{organization.primarydomain}/', 'unknown-variable'],
    [`https://${d}/{organization.id}`, 'unknown-variable'],
  ])('%s is refused: %s', (typed, problem) => {
    expect(at(typed, 'contoso.com')).toEqual(refused(problem));
    expect(placeOfHost(typed, 'each', false)).toEqual(refused(problem));
  });

  it.each([`https://${d}/`, `https://mail.${d}/`, `https://portal.azure.com/${d}`])(
    'needs one to be kept: %s',
    (typed) => {
      expect(at(typed, null)).toEqual(refused('no-primary-domain'));
      expect(resolveHost(typed, null, false)).toEqual(refused('variable-unlinked'));
    },
  );

  it.each([
    'evil.com/',
    'evil.com#',
    'evil.com:1',
    'a@evil.com',
    'evil.com\\',
    'Contoso.com',
    ' contoso.com',
    'com',
    'co.uk',
    '10.0.0.1',
    'contoso.local',
    'münchen.de',
    '',
    '..',
    'x{organization.shortName}.com',
  ])('takes nothing else than what is kept here, in the host or behind it: %j', (domain) => {
    for (const typed of [`https://${d}/`, `https://mail.${d}/`, `https://portal.azure.com/${d}`])
      expect(at(typed, domain)).toEqual(refused('domain-value'));
  });

  it('lets only a registered domain be the site', () => {
    for (const typed of [`https://${d}/`, `https://mail.${d}/`])
      expect(at(typed, 'contoso.onmicrosoft.com')).toEqual(refused('domain-value'));
    // What stands before it must not make a public suffix of both.
    expect(at(`https://x.s3.${d}/`, 'amazonaws.com')).toEqual(refused('domain-value'));
  });

  it('leaves no way for a short name into the host', () => {
    for (const name of ['evil.com', `@evil.com`, d, '//evil.com'])
      expect(at(`https://mail.${d}/${s}`, 'contoso.com', name)).toMatchObject({
        value: { origin: 'https://mail.contoso.com' },
      });
    // Browsers read past surplus slashes: what looks like a path is the host.
    expect(at(`https:///${d}/`, 'contoso.com')).toMatchObject({ value: { origin: 'https://contoso.com' } });
    expect(at(`https:///${s}.${d}/`, 'contoso.com', 'evil')).toEqual(refused('domain-place'));
  });

  it('belongs to the organization of the linked credential entry', () => {
    const { organizationPrimaryDomain: _none, ...without } = credential;
    expect(hostOwner({ ...without, organizationPrimaryDomain: 'contoso.com' })).toMatchObject({
      primaryDomain: 'contoso.com',
    });
    expect(hostOwner(without)).toMatchObject({ primaryDomain: null });
  });
});

describe('a session with a host for each organization’s domain', () => {
  const place = placeOfHost(`https://mail.${d}:8443/in`, 'each', false);
  const own = {
    ...anySession,
    hostTemplate: `https://mail.${d}:8443/in`,
    startUrl: null,
    origin: null,
    signInOrigins: ['https://login.example'],
  };
  const kept = new Set(['contoso.com', 'fabrikam.co.uk']);

  it('has no address of its own, and shows the variable', () => {
    expect(place).toMatchObject({ value: { startUrl: null, origin: null, shown: `https://mail.${d}:8443` } });
    expect(placeOfHost(`https://portal.azure.com/${d}`, 'each', false)).toMatchObject({
      value: { startUrl: null, origin: 'https://portal.azure.com', shown: 'https://portal.azure.com' },
    });
  });

  it.each([
    ['https://mail.contoso.com:8443', true],
    ['https://mail.fabrikam.co.uk:8443', true],
    ['https://login.example', true],
    ['https://mail.contoso.com', false],
    ['http://mail.contoso.com:8443', false],
    ['https://contoso.com:8443', false],
    ['https://web.contoso.com:8443', false],
    ['https://a.mail.contoso.com:8443', false],
    ['https://mail.evil.com:8443', false],
    ['https://mail.contoso.com.evil.com:8443', false],
    ['https://mail.organization-primary-domain:8443', false],
  ])('may be filled at %s: %s', (origin, expected) => {
    expect(mayBeFilledAt(own, origin, kept)).toBe(expected);
  });

  it('without a kept domain is for no page but its sign-in addresses', () => {
    expect(mayBeFilledAt(own, 'https://mail.contoso.com:8443', new Set())).toBe(false);
    expect(mayBeFilledAt({ ...own, hostTemplate: `https://${d}/` }, 'https://evil.com', kept)).toBe(false);
  });

  it('is filled at an organization’s own address and at no other’s', () => {
    const origin = 'https://mail.contoso.com:8443';
    const named = (primaryDomain: string | null) => ({ shortName: 'contoso', primaryDomain });
    expect(isFilledAt(own, origin, named('contoso.com'))).toBe(true);
    for (const other of ['fabrikam.co.uk', 'evil.com', 'contoso.com:8443/#', null])
      expect(isFilledAt(own, origin, named(other))).toBe(false);
    expect(isFilledAt(own, 'https://login.example', named(null))).toBe(true);
  });

  it('has for one organization the address of its domain', () => {
    const located = (organizationPrimaryDomain?: string) =>
      locatedSession({
        session: own,
        credential: {
          organizationShortName: null,
          ...(organizationPrimaryDomain === undefined ? {} : { organizationPrimaryDomain }),
        },
      });
    expect(located('contoso.com')).toMatchObject({
      value: { startUrl: 'https://mail.contoso.com:8443/in', origin: 'https://mail.contoso.com:8443' },
    });
    expect(located()).toEqual(refused('no-primary-domain'));
    expect(located('evil.com/')).toEqual(refused('domain-value'));
  });

  it('fixed for one organization, is refused once its domain is another', () => {
    const session = { ...own, startUrl: 'https://mail.contoso.com:8443/in', origin: 'https://mail.contoso.com:8443' };
    const of = (organizationPrimaryDomain: string) => ({ organizationShortName: null, organizationPrimaryDomain });
    expect(locatedSession({ session, credential: of('contoso.com') })).toMatchObject({ ok: true });
    expect(locatedSession({ session, credential: of('evil.com') })).toEqual(refused('variable-changed'));
  });
});
