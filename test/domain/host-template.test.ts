import { describe, expect, it } from 'vitest';
import { locatedSession, resolveHost } from '../../src/domain/host-template.ts';
import { hasVariable } from '../../src/domain/host-variables.ts';
import { fail, ok } from '../../src/domain/result.ts';
import { session as anySession } from '../background/fill/fill-world.ts';

const v = '{organization.shortName}';
const at = (typed: string, shortName: string | null, allowHttp = false) =>
  resolveHost(typed, { shortName, primaryDomain: null }, allowHttp);
const originOf = (typed: string, shortName: string | null) => {
  const host = at(typed, shortName);
  return host.ok ? host.value.origin : host.failure.code === 'host-refused' && host.failure.problem;
};

describe('a Host with variables', () => {
  it.each([
    [`https://${v}.sharepoint.com/`, 'NWT', 'https://nwt.sharepoint.com/'],
    [`${v}.portal.example.com:8443/ui`, 'acme-1', 'https://acme-1.portal.example.com:8443/ui'],
    [`https://fw.${v}.corp.example.com`, '365', 'https://fw.365.corp.example.com/'],
    [
      `https://portal.example.com/tenant/${v}?t=${v}`,
      'A&B Ltd',
      'https://portal.example.com/tenant/A%26B%20Ltd?t=A%26B%20Ltd',
    ],
    [`https://${v}.example.com/${v}`, 'Acme', 'https://acme.example.com/Acme'],
  ])('%s for %s is %s', (typed, shortName, url) => {
    expect(at(typed, shortName)).toMatchObject({ ok: true, value: { url } });
  });

  it('without one is any other Host', () => {
    expect(hasVariable('portal.example.com')).toBe(false);
    expect(resolveHost('portal.example.com', null, false)).toMatchObject({
      value: { origin: 'https://portal.example.com' },
    });
  });

  it.each([
    [`https://${v}/`, 'variable-domain'],
    [`https://${v}.com/`, 'variable-domain'],
    [`https://${v}.co.uk/`, 'variable-domain'],
    [`https://${v}.azurewebsites.net/`, 'variable-domain'],
    [`https://portal.${v}.com/`, 'variable-domain'],
    [`https://example.${v}/`, 'variable-domain'],
    [`https://${v}.lan/`, 'variable-domain'],
    [`https://10.0.0.${v}/`, 'variable-domain'],
    [`https://portal-${v}.example.com/`, 'variable-place'],
    [`https://${v}-portal.example.com/`, 'variable-place'],
    [`https://${v}${v}.example.com/`, 'variable-place'],
    [`https://${v}@example.com/`, 'userinfo'],
    [`https://example.com:${v}/`, 'not-an-address'],
    [`${v}://example.com/`, 'scheme'],
    [`http://${v}.example.com/`, 'http-not-allowed'],
    ['https://{organization.primaryDomain}/', 'no-primary-domain'],
    ['https://x.example.com/{organization.primaryDomain}', 'no-primary-domain'],
    ['https://{organization.name}.example.com/', 'unknown-variable'],
    ['https://{organization.shortname}.example.com/', 'unknown-variable'],
    [`https://${v}.example.com/{organization.id}`, 'unknown-variable'],
  ])('%s is refused: %s', (typed, problem) => {
    expect(originOf(typed, 'acme')).toBe(problem);
  });

  it.each([
    null,
    '',
    '   ',
    '..',
    'evil.com',
    'evil.com/',
    'evil.com#',
    'evil.com?',
    'evil.com\\',
    'a b',
    'a@b',
    'a:1',
    '-acme',
    'acme-',
    'xn--acme-x7a',
    'ab--cd',
    'acmé',
    'ａcme',
    'a'.repeat(64),
    '%2e',
    '{organization.shortName}',
  ])('a short name that is no label of a host is refused there: %j', (shortName) => {
    expect(originOf(`https://${v}.example.com/`, shortName)).toBe('variable-value');
  });

  it('chooses no host from behind the host, however the address is written', () => {
    for (const value of ['evil.com', '@evil.com', '//evil.com', '\\\\evil.com', '#', '../..'])
      for (const typed of [
        `https://portal.example.com/${v}`,
        `https://portal.example.com?${v}`,
        `https://portal.example.com#${v}`,
      ])
        expect(originOf(typed, value)).toBe('https://portal.example.com');
    // Browsers read past surplus slashes: what looks like a path is the host.
    expect(originOf(`https:///${v}.example.com/`, 'evil.com')).toBe('variable-value');
    expect(originOf(`https:///a.${v}.example.com/`, 'b.evil')).toBe('variable-value');
  });

  it.each([null, '', ' ', '.', '..'])('a short name that is no part of a path is refused there: %j', (shortName) => {
    expect(originOf(`https://portal.example.com/a/${v}/b`, shortName)).toBe('variable-value');
  });

  it('stays below the site that was written, where a value would make a public suffix of it', () => {
    expect(originOf(`https://x.${v}.amazonaws.com/`, 's3')).toBe('variable-value');
    expect(originOf(`https://x.${v}.amazonaws.com/`, 'acme')).toBe('https://x.acme.amazonaws.com');
  });

  it('needs a linked credential entry', () => {
    expect(resolveHost(`https://${v}.example.com`, null, false)).toEqual(
      fail({ code: 'host-refused', problem: 'variable-unlinked' }),
    );
  });
});

describe('the address of a session with variables', () => {
  const session = {
    ...anySession,
    hostTemplate: `https://${v}.example.com/`,
    startUrl: 'https://nwt.example.com/',
    origin: 'https://nwt.example.com',
    allowHttp: false,
  };

  it('holds for the organization that it was made for', () => {
    expect(locatedSession({ session, credential: { organizationShortName: 'NWT' } })).toEqual(ok(session));
  });

  it.each([
    ['GLX', 'variable-changed'],
    [null, 'variable-value'],
    ['evil.com', 'variable-value'],
  ] as const)('is refused where the organization is another: %s', (organizationShortName, problem) => {
    expect(locatedSession({ session, credential: { organizationShortName } })).toEqual(
      fail({ code: 'host-refused', problem }),
    );
  });

  it('is refused where only the address or only the origin is another', () => {
    const credential = { organizationShortName: 'NWT' };
    const changed = fail({ code: 'host-refused', problem: 'variable-changed' });
    expect(locatedSession({ session: { ...session, startUrl: 'https://evil.example/' }, credential })).toEqual(changed);
    expect(locatedSession({ session: { ...session, origin: 'https://evil.example' }, credential })).toEqual(changed);
  });
});
