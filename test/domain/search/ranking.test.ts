import { describe, expect, it } from 'vitest';
import { asId } from '../../../src/domain/ids.ts';
import { siteGrade, siteOf } from '../../../src/domain/search/site.ts';
import { mostUses, type PasswordUse, withUse } from '../../../src/domain/search/use-log.ts';
import { now, password, searching } from './search-scene.ts';

const day = 86_400_000;
const page = 'https://portal.northwind.example:8443/login';
const at = (url: string, more = {}) => password('2', url, { url, ...more });

describe('the order of a list for a site', () => {
  it('same host and port, same host, same base domain, the rest; what no website takes, then archived, at the end', () => {
    const { names } = searching([
      password('1', 'Archived', { url: page, archived: true }),
      password('1', 'PC-1 - BitLocker Key'),
      password('1', 'Vaulted', { url: page, vaulted: true }),
      password('1', 'Elsewhere', { url: 'https://acme.example' }),
      at('https://mail.northwind.example'),
      at('https://portal.northwind.example'),
      at('portal.northwind.example:8443'),
      at('https://notnorthwind.example'),
    ]);
    expect(names({ page })).toEqual([
      'portal.northwind.example:8443',
      'https://portal.northwind.example',
      'https://mail.northwind.example',
      'Elsewhere',
      'https://notnorthwind.example',
      'Vaulted',
      'PC-1 - BitLocker Key',
      'Archived',
    ]);
  });

  it('then the organization of the window, then use here, use elsewhere, the better name, the name', () => {
    const [here, elsewhere, old, own] = [
      password('1', 'used here'),
      password('1', 'used elsewhere'),
      password('1', 'used long ago'),
      password('2', 'own'),
    ];
    const { names, result } = searching([
      password('1', 'b never'),
      password('1', 'a never'),
      old,
      elsewhere,
      here,
      own,
    ]);
    const uses: PasswordUse[] = [
      { passwordId: here.id, origin: 'https://portal.northwind.example:8443', at: now - 2 * day, times: 1 },
      { passwordId: elsewhere.id, origin: 'https://other.example', at: now - 1000, times: 9 },
      { passwordId: old.id, origin: null, at: now - 2000 * day, times: 9 },
    ];
    const asked = { page, organizationId: '2', uses };
    expect(names(asked)).toEqual(['own', 'used here', 'used elsewhere', 'a never', 'b never', 'used long ago']);
    expect(result(asked).hits.map((hit) => hit.why[0]?.because)).toEqual([
      'organization',
      'used-here',
      'used',
      undefined,
      undefined,
      'used',
    ]);
  });

  it('how often counts where how recently is the same', () => {
    const [rare, often] = [password('1', 'a rare'), password('1', 'b often')];
    const uses = [
      { passwordId: rare.id, origin: null, at: now - 1000, times: 1 },
      { passwordId: often.id, origin: null, at: now - 2000, times: 8 },
    ];
    expect(searching([rare, often]).names({ uses })).toEqual(['b often', 'a rare']);
  });

  it('a name that starts with the word comes before one that holds it, and that before another line', () => {
    const { names } = searching([
      password('1', 'x', { username: 'vpn' }),
      password('1', 'openvpn'),
      password('1', 'the vpn'),
      password('1', 'vpn'),
    ]);
    expect(names({ typed: 'vpn' })).toEqual(['vpn', 'the vpn', 'openvpn', 'x']);
  });

  it('says why, and gives no more than asked for but the count of all', () => {
    const { result } = searching([
      at('https://portal.northwind.example:8443'),
      at('https://www.northwind.example'),
      at('x'),
    ]);
    const found = result({ page, limit: 2 });
    expect(found.total).toBe(3);
    expect(found.hits.map((hit) => hit.why)).toEqual([[{ because: 'same-address' }], [{ because: 'same-domain' }]]);
  });

  it('shows only organizations that are allowed, in words and in numbers', () => {
    const { result } = searching([password('1', 'one'), password('2', 'two')]);
    expect(result({ allowed: ['2'] })).toMatchObject({ total: 1, hits: [{ password: { name: 'two' } }] });
    expect(result({ allowed: [] })).toMatchObject({ total: 0, hits: [] });
  });
});

describe('how near an address is', () => {
  it.each([
    ['https://a.example.co.uk', 'https://b.example.co.uk', 1],
    ['https://a.co.uk', 'https://b.co.uk', 0],
    ['https://one.azurewebsites.net', 'https://two.azurewebsites.net', 0],
    ['https://192.168.1.1', 'https://192.168.1.1:8443', 2],
    ['http://192.168.1.1', '192.168.1.1', 2],
    ['https://192.168.1.1', 'https://192.168.1.10', 0],
    ['https://xn--bcher-kva.example', 'https://bücher.example', 3],
    ['https://example.com', 'ssh://example.com', 0],
    ['https://example.com', 'javascript:alert(1)//example.com', 0],
    ['https://example.com', 'see wiki, https://example.com/x ; 10.0.0.1', 3],
    ['https://nas', 'http://nas:80', 2],
  ] as const)('%s and %s: %i', (page, url, grade) => expect(siteGrade(url, siteOf(page))).toBe(grade));

  it('a page that is no web page is no site', () => expect(siteOf('about:blank')).toBeNull());
});

describe('the log of uses', () => {
  it('counts a use again and keeps the most recent first, up to its size', () => {
    const id = asId<'password'>('1');
    let log: readonly PasswordUse[] = withUse(withUse([], id, 'https://a.example', 1), id, 'https://a.example', 2);
    expect(log).toEqual([{ passwordId: id, origin: 'https://a.example', at: 2, times: 2 }]);
    for (let n = 0; n < mostUses + 10; n += 1) log = withUse(log, asId(String(n)), null, 3);
    expect(log).toHaveLength(mostUses);
    expect(log.some((use) => use.at === 2)).toBe(false);
  });
});
