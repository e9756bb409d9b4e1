import { describe, expect, it } from 'vitest';
import { readDomainLines } from '../../src/domain/primary-domain-lines.ts';
import { organization } from './search/search-scene.ts';

const organizations = [
  organization('1', 'Contoso Legal LLP', 'CON'),
  organization('2', 'Kub, Reynolds and Gibson', 'KUB'),
  organization('3', 'Müller & Søn', null),
  organization('4', 'Acme', 'AC1'),
  organization('5', 'Acme', 'AC2'),
  organization('6', 'KUB', null),
];

/** What each line came to: an id with a domain, or a problem. */
const read = (text: string) =>
  readDomainLines(text, organizations).map(({ number, meant }) =>
    'problem' in meant ? [number, meant.problem] : [number, meant.organization.id, meant.domain],
  );

describe('lines of a pasted list', () => {
  it.each([
    ['Contoso Legal LLP;contoso.com', '1', 'contoso.com'],
    ['  contoso  legal llp ; Contoso.COM ', '1', 'contoso.com'],
    ['Contoso Legal LLP\tcontoso.com', '1', 'contoso.com'],
    ['Kub, Reynolds and Gibson,kub.com', '2', 'kub.com'],
    ['"Kub, Reynolds and Gibson","kub.com"', '2', 'kub.com'],
    ['Muller & Son;müller.de', '3', 'xn--mller-kva.de'],
    ['con;contoso.com', '1', 'contoso.com'],
    // A name goes before a short name.
    ['kub;kub.com', '6', 'kub.com'],
    ['5;acme.com', '5', 'acme.com'],
    ['AC2;acme.com', '5', 'acme.com'],
  ])('%j names organization %s', (line, id, domain) => {
    expect(read(line)).toEqual([[1, id, domain]]);
  });

  it.each([
    ['Contoso Legal LLP', 'no-separator'],
    ['Contoso Legal LLP;', 'empty'],
    ['Organization;Domain', 'unknown-organization'],
    ['Acme;acme.com', 'several-organizations'],
    ['Contoso Legal LLP;https://contoso.com/', 'not-a-domain'],
    ['Contoso Legal LLP;admin@contoso.com', 'not-a-domain'],
    ['Contoso Legal LLP;contoso.cmo', 'unknown-suffix'],
    ['Contoso Legal LLP;co.uk', 'suffix-alone'],
    [';contoso.com', 'unknown-organization'],
  ])('%j does not fit: %s', (line, problem) => {
    expect(read(line)).toEqual([[1, problem]]);
  });

  it('are counted with the empty ones, whatever ends them', () => {
    expect(read('\r\nContoso Legal LLP;contoso.com\r\n\r\nNobody;x.com\r\n')).toEqual([
      [2, '1', 'contoso.com'],
      [4, 'unknown-organization'],
    ]);
  });

  it('that say one organization twice agree, or the later one does not fit', () => {
    expect(read('1;contoso.com\nCON;contoso.com\n1;contoso.net')).toEqual([
      [1, '1', 'contoso.com'],
      [2, '1', 'contoso.com'],
      [3, 'said-otherwise'],
    ]);
  });
});
