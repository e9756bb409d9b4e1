import { describe, expect, it } from 'vitest';
import {
  isPrimaryDomain,
  noPrimaryDomains,
  parsePrimaryDomain,
  primaryDomainIn,
  withPrimaryDomains,
} from '../../src/domain/primary-domain.ts';
import { fail, ok } from '../../src/domain/result.ts';

describe('a primary domain as typed', () => {
  it.each([
    ['contoso.com', 'contoso.com'],
    [' Contoso.COM ', 'contoso.com'],
    ['contoso.co.uk', 'contoso.co.uk'],
    ['contoso.onmicrosoft.com', 'contoso.onmicrosoft.com'],
    ['contoso.azurewebsites.net', 'contoso.azurewebsites.net'],
    ['münchen.de', 'xn--mnchen-3ya.de'],
    ['xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
    // A Cyrillic а: what it really is comes out, to be seen.
    ['pаypal.com', 'xn--pypal-4ve.com'],
    ['ｃontoso.com', 'contoso.com'],
    ['365.com', '365.com'],
  ])('%s is kept as %s', (typed, domain) => {
    expect(parsePrimaryDomain(typed)).toEqual(ok(domain));
    expect(isPrimaryDomain(domain)).toBe(true);
    expect(isPrimaryDomain(typed)).toBe(typed === domain);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['contoso', 'not-a-domain'],
    ['https://contoso.com', 'not-a-domain'],
    ['contoso.com/', 'not-a-domain'],
    ['contoso.com/admin', 'not-a-domain'],
    ['contoso.com\\admin', 'not-a-domain'],
    ['contoso.com:8443', 'not-a-domain'],
    ['contoso.com?x', 'not-a-domain'],
    ['contoso.com#x', 'not-a-domain'],
    ['admin@contoso.com', 'not-a-domain'],
    ['admin:secret@contoso.com', 'not-a-domain'],
    ['con toso.com', 'not-a-domain'],
    ['contoso.com\nevil.com', 'not-a-domain'],
    ['contoso.com.', 'not-a-domain'],
    ['.contoso.com', 'not-a-domain'],
    ['contoso..com', 'not-a-domain'],
    ['-contoso.com', 'not-a-domain'],
    ['con_toso.com', 'not-a-domain'],
    ['*.contoso.com', 'not-a-domain'],
    ['%63ontoso.com', 'not-a-domain'],
    ['{organization.shortName}.com', 'not-a-domain'],
    ['xn--.com', 'not-a-domain'],
    ['[::1]', 'not-a-domain'],
    ['10.0.0.1', 'not-a-domain'],
    ['127.1', 'not-a-domain'],
    ['0x7f.0.0.1', 'not-a-domain'],
    [`${'a'.repeat(64)}.com`, 'not-a-domain'],
    [`${'a.'.repeat(130)}com`, 'not-a-domain'],
    ['contoso.cmo', 'unknown-suffix'],
    ['contoso.local', 'unknown-suffix'],
    ['contoso.example', 'unknown-suffix'],
    ['co.uk', 'suffix-alone'],
    ['azurewebsites.net', 'suffix-alone'],
    ['s3.amazonaws.com', 'suffix-alone'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(parsePrimaryDomain(typed)).toEqual(fail({ code: 'domain-refused', problem: problem as never }));
    expect(isPrimaryDomain(typed)).toBe(false);
  });
});

describe('primary domains', () => {
  it('are changed organization by organization, in canonical form, and taken away', () => {
    const first = withPrimaryDomains(noPrimaryDomains, [
      { organizationId: '1', domain: 'Contoso.com' },
      { organizationId: '2', domain: 'acme.com' },
    ]);
    expect(first).toEqual(ok({ ofOrganization: { 1: 'contoso.com', 2: 'acme.com' } }));
    if (!first.ok) return;
    const next = withPrimaryDomains(first.value, [
      { organizationId: '1', domain: null },
      { organizationId: '2', domain: 'acme.de' },
    ]);
    expect(next).toEqual(ok({ ofOrganization: { 2: 'acme.de' } }));
  });

  it('stay as they are where one of the changes is no domain', () => {
    const changes = [
      { organizationId: '1', domain: 'contoso.com' },
      { organizationId: '2', domain: 'evil.com/' },
    ];
    expect(withPrimaryDomains(noPrimaryDomains, changes)).toEqual(
      fail({ code: 'domain-refused', problem: 'not-a-domain' }),
    );
  });

  it('are those that were named, not what every object inherits', () => {
    for (const id of ['constructor', '__proto__', 'toString']) expect(primaryDomainIn(noPrimaryDomains, id)).toBeNull();
    expect(primaryDomainIn({ ofOrganization: { 1: 'contoso.com' } }, '1')).toBe('contoso.com');
  });
});
