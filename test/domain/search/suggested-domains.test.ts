import { describe, expect, it } from 'vitest';
import { createSearchIndex } from '../../../src/domain/search/search-index.ts';
import { suggestedDomains } from '../../../src/domain/search/suggested-domains.ts';
import { organizations, password } from './search-scene.ts';

const suggested = (...rows: readonly (readonly [organizationId: string, username: string | null, archived?: true])[]) =>
  suggestedDomains(
    createSearchIndex(
      organizations,
      rows.map(([id, username, archived]) => password(id, 'Mail', { username, archived: archived ?? false })),
    ),
  );

describe('what user names suggest as a primary domain', () => {
  it('is the mail domain that most of an organization’s have', () => {
    expect(
      suggested(
        ['1', 'admin@acme.com'],
        ['1', 'Jane@ACME.com'],
        ['1', 'scan@acme-scan.com'],
        ['2', 'admin@northwind.onmicrosoft.com'],
        ['2', 'root'],
        ['2', null],
      ),
    ).toEqual({ 1: { domain: 'acme.com', users: 2 }, 2: { domain: 'northwind.onmicrosoft.com', users: 1 } });
  });

  it('is none that is spread over organizations, as the provider’s own is', () => {
    const msp = 'tech@msp.com';
    expect(suggested(['1', msp], ['1', msp], ['1', 'a@acme.com'], ['2', msp], ['2', msp], ['3', msp])).toEqual({
      1: { domain: 'acme.com', users: 1 },
    });
  });

  it('is none that anybody can have, nor what is no domain, nor of archived records', () => {
    expect(
      suggested(
        ['1', 'acme@gmail.com'],
        ['1', 'admin@acme.local'],
        ['1', 'admin@10.0.0.1'],
        ['1', '@'],
        ['1', 'a@evil.com/x'],
        ['1', 'old@acme.com', true],
      ),
    ).toEqual({});
  });

  it('keeps letters that a search folds away', () => {
    expect(suggested(['3', 'info@müller.de'])).toEqual({ 3: { domain: 'xn--mller-kva.de', users: 1 } });
  });
});
