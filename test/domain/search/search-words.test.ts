import { describe, expect, it } from 'vitest';
import { asId } from '../../../src/domain/ids.ts';
import { filterCompletions } from '../../../src/domain/search/filter-completions.ts';
import { createSearchIndex } from '../../../src/domain/search/search-index.ts';
import { parseQuery } from '../../../src/domain/search/search-query.ts';
import { organization, password, searching } from './search-scene.ts';

const firewall = password('1', 'Edge firewall', {
  username: 'root',
  url: 'https://10.1.1.1:8443',
  categoryName: 'Network',
});
const portal = password('2', 'Patient portal', {
  username: 'frontdesk@northwind.example',
  url: 'https://portal.northwind.example/login',
  categoryName: 'Application',
});
const fortigate = password('2', 'FortiGate 60F', {
  username: 'admin',
  assetName: 'FW-NWD-01',
  categoryName: 'Network',
});
const umlaut = password('3', 'Büro Straße', { username: 'Łukasz' });
const foldered = password('1', 'Payroll', { folderId: '77' });
const { names, result, index } = searching(
  [firewall, portal, fortigate, umlaut, foldered],
  new Map([['77', 'Human Resources']]),
);

describe('words', () => {
  it.each([
    ['any order', 'portal patient', ['Patient portal']],
    ['a prefix', 'pat', ['Patient portal']],
    ['a substring', 'ewal', ['Edge firewall']],
    ['the user name', 'frontdesk', ['Patient portal']],
    ['the host', 'portal.northwind', ['Patient portal']],
    ['an address with a port', '10.1.1.1:8443', ['Edge firewall']],
    ['a pasted address', 'https://portal.northwind.example/other?x=1', ['Patient portal']],
    ['the asset', 'nwd-01', ['FortiGate 60F']],
    ['the category', 'application', ['Patient portal']],
    ['the folder', 'human payroll', ['Payroll']],
    ['the organization', 'dental patient', ['Patient portal']],
    ['the short name', 'nwd patient', ['Patient portal']],
    ['the first letters of an organization', 'ndg patient', ['Patient portal']],
    ['no diacritics', 'buro strasse', ['Büro Straße']],
    ['other diacritics', 'LUKASZ', ['Büro Straße']],
    ['an organization with other letters', 'muller son', ['Büro Straße']],
    ['acme fw', 'acme fw', ['Edge firewall']],
    ['a blank at the end', 'acme fw ', ['Edge firewall']],
    ['nothing that is there', 'qqq', []],
    ['one word that is there and one that is not', 'acme portal', []],
  ])('finds by %s: %s', (_what, typed, found) => {
    expect(names({ typed })).toEqual(found);
  });

  it.each([
    ['a wrong letter', 'firewqll'],
    ['a missing letter', 'frewall'],
    ['a letter too many', 'fireewall'],
    ['two that changed places', 'fierwall'],
    ['two at the seam', 'firweall'],
    ['a slip in the middle of typing', 'firwa'],
  ])('forgives %s: %s', (_what, typed) => {
    const found = result({ typed });
    expect(found.hits.map((hit) => hit.password.name)).toEqual(['Edge firewall']);
    expect(found.loose).toBe(true);
    expect(found.hits[0]?.why).toEqual([{ because: 'similar-words' }]);
  });

  it('forgives a slip in the organization', () =>
    expect(names({ typed: 'northwnid patient' })).toEqual(['Patient portal']));

  it.each(['fiwrwqll', 'frxe', 'wirewall'])('does not guess at %s', (typed) => expect(names({ typed })).toEqual([]));

  it('takes a short form only where nothing holds it as typed', () => {
    expect(names({ typed: 'ftg' })).toEqual(['FortiGate 60F']);
    expect(result({ typed: 'port' }).loose).toBe(false);
  });
});

describe('filters', () => {
  it.each([
    ['org:northwind', ['FortiGate 60F', 'Patient portal']],
    ['org:nwd cat:network', ['FortiGate 60F']],
    ['cat:net', ['Edge firewall', 'FortiGate 60F']],
    ['user:admin', ['FortiGate 60F']],
    ['host:10.1', ['Edge firewall']],
    ['host:10.1.1.1:8443', ['Edge firewall']],
    ['host:https://10.1.1.1:8443/x', ['Edge firewall']],
    ['org:"northwind dental" portal', ['Patient portal']],
    ['ORG:Northwind portal', ['Patient portal']],
    ['user:portal', []],
    ['cat:firewall', []],
  ])('%s', (typed, found) => expect(names({ typed }).sort()).toEqual([...found].sort()));

  it('what is no filter is a word', () => {
    expect(parseQuery('foo:bar http://x.example "two words" org: ')).toEqual({
      words: ['foo:bar', 'x.example', 'two words'],
      filters: [],
    });
  });

  it('very long input is cut, not refused', () => {
    expect(parseQuery('a '.repeat(500)).words).toHaveLength(12);
    expect(parseQuery('a'.repeat(5000)).words[0]).toHaveLength(100);
  });
});

describe('completion', () => {
  const offered = (typed: string, allowed: readonly string[] | null = null) =>
    filterCompletions(index, typed, allowed === null ? null : new Set(allowed.map((id) => asId<'organization'>(id))));

  it('offers the filters after their first letters', () => {
    expect(offered('acme c').map((one) => one.typed)).toEqual(['acme cat:']);
  });

  it('offers organizations, and quotes names with blanks', () => {
    expect(offered('portal org:nor')).toEqual([
      { typed: 'portal org:"Northwind Dental Group" ', label: 'Northwind Dental Group', filter: 'org' },
    ]);
    expect(offered('org:"northwind d').map((one) => one.label)).toEqual(['Northwind Dental Group']);
  });

  it('offers categories by how many have them, user names and hosts', () => {
    expect(offered('cat:').map((one) => one.label)).toEqual(['Network', 'Application']);
    expect(offered('user:fro').map((one) => one.label)).toEqual(['frontdesk@northwind.example']);
    expect(offered('host:10').map((one) => one.label)).toEqual(['10.1.1.1:8443']);
  });

  it('offers a value once however its letters are written, and each host of an address field as it is written', () => {
    const organizations = [organization('1', 'Acme'), organization('2', 'Acme')];
    const records = [
      { username: 'Jürgen', url: 'https://müller.example:8443/a?b=http://c.example' },
      { username: 'jurgen', url: 'HTTPS://Müller.example:8443#top, 10.1.1.1/login; nas?x' },
      { username: 'bob', url: 'http://' },
    ].map((record, at) => password('1', `record ${at}`, record));
    const many = createSearchIndex(organizations, records);
    const labels = (typed: string) => filterCompletions(many, typed, null).map(({ label }) => label);
    expect(labels('org:')).toEqual(['Acme']);
    expect(labels('user:')).toEqual(['Jürgen', 'bob']);
    expect(labels('host:')).toEqual(['müller.example:8443', '10.1.1.1', 'nas']);
    expect(labels('host:muller')).toEqual(['müller.example:8443']);
  });

  it('says nothing of organizations that may not be seen', () => {
    expect(offered('org:', ['1']).map((one) => one.label)).toEqual(['Acme Corporation']);
    expect(offered('user:', ['1']).map((one) => one.label)).toEqual(['root']);
  });

  it('offers nothing after a blank', () => expect(offered('org:acme ')).toEqual([]));
});
