import { describe, expect, it } from 'vitest';
import { asId } from '../../../src/domain/ids.ts';
import type { IndexedPassword } from '../../../src/domain/search/indexed-password.ts';
import { indexOfSegments, nowhere } from '../../../src/domain/search/search-index.ts';
import { isSegment, openSegment, packPasswords } from '../../../src/domain/search/segment.ts';

const row = (id: string, more: Partial<IndexedPassword> = {}): IndexedPassword => ({
  id: asId(id),
  organizationId: asId('1'),
  name: `Name ${id}`,
  username: null,
  url: null,
  categoryName: null,
  assetName: null,
  folderId: null,
  restricted: false,
  archived: false,
  vaulted: false,
  otpEnabled: false,
  passwordUpdatedAt: null,
  updatedAt: null,
  ...more,
});

const full = row('7529446', {
  organizationId: asId('973936509305037'),
  name: 'Größe – 東京 🗝 <script>',
  username: 'DOMAIN\\user',
  url: 'https://münchen.example:8443/a?b=c, 10.0.0.1',
  categoryName: 'Firewalls',
  assetName: 'FW01',
  folderId: '88',
  restricted: true,
  vaulted: true,
  otpEnabled: true,
  archived: true,
  passwordUpdatedAt: 1_700_000_000_123,
  updatedAt: 0,
});

const opened = (rows: readonly IndexedPassword[]) => {
  const segment = openSegment(packPasswords(rows));
  if (segment === null) throw new Error('it does not open');
  return segment;
};

describe('a packed page', () => {
  it.each([
    ['nothing', []],
    ['one record', [row('1')]],
    ['every field', [full, row('7529447')]],
    ['an order of its own', [row('3'), full, row('1')]],
    ['many organizations', Array.from({ length: 900 }, (_, at) => row(`${at}`, { organizationId: asId(`o${at}`) }))],
  ])('comes back as it was: %s', (_what, rows) => {
    const segment = opened(rows);
    expect(segment.ids().map((_, position) => segment.passwordAt(position))).toEqual(rows);
  });

  it('folds what is searched, a record a text', () => {
    expect(opened([row('1', { name: 'ÀB', username: 'Ünal' }), row('2')]).texts()).toEqual([
      'ab\nunal\n\n\n\n',
      'name 2\n\n\n\n\n',
    ]);
  });

  it('keeps a text with separators in its own record and line', () => {
    const hostile = row('1', { name: 'a\u001db\rc\nd', username: '\r\n\u001d' });
    const segment = opened([hostile, row('2', { name: 'next' })]);
    expect(segment.size).toBe(2);
    expect([segment.passwordAt(0).name, segment.passwordAt(1).name]).toEqual(['a b c d', 'next']);
  });

  it.each([
    ['JSON', '[["1","2"]]'],
    ['nothing', ''],
    ['no text', 7],
    ['a text that was cut off', packPasswords([full, row('9')]).slice(0, 30)],
  ])('is not %s', (_what, text) => {
    expect(openSegment(text)).toBeNull();
  });

  it('is never taken for JSON', () => {
    expect(isSegment(packPasswords([]))).toBe(true);
    expect(isSegment(JSON.stringify([['1']]))).toBe(false);
  });
});

describe('an index over pages', () => {
  const names = (
    pages: readonly (readonly IndexedPassword[])[],
    shows?: Parameters<typeof indexOfSegments>[0]['shows'],
  ) => {
    const index = indexOfSegments({ organizations: [], segments: pages.map(opened), ...(shows ? { shows } : {}) });
    const found = [...index.organizationOf.keys()].filter((position) => index.organizationOf[position] !== nowhere);
    return { index, found: found.map((position) => index.passwordAt(position).name) };
  };

  it('finds of a record that is in two pages the later one alone', () => {
    const pages = [
      [row('1'), row('2'), row('3')],
      [row('10'), row('11')],
      [row('2', { name: 'new' }), row('11', { name: 'newer' })],
    ];
    const { index, found } = names(pages);
    expect(found).toEqual(['Name 1', 'Name 3', 'Name 10', 'new', 'newer']);
    expect(index.passwordAt(index.positionOf(asId('2'))).name).toBe('new');
    expect(index.passwordAt(index.positionOf(asId('10'))).name).toBe('Name 10');
    expect(index.positionOf(asId('4'))).toBe(-1);
    expect(index.positionOf(asId('999'))).toBe(-1);
  });

  it('also where pages are in no order', () => {
    const { found } = names([
      [row('3'), row('1')],
      [row('2'), row('1', { name: 'again' })],
    ]);
    expect(found).toEqual(['Name 3', 'Name 2', 'again']);
  });

  it('does not find what may not be seen, by its place either', () => {
    const { index, found } = names(
      [[row('1'), row('2', { archived: true })]],
      (page, at) => !page.passwordAt(at).archived,
    );
    expect(found).toEqual(['Name 1']);
    expect(index.positionOf(asId('2'))).toBe(-1);
  });

  it('searches folders by the names that are known', () => {
    const segments = [opened([row('1', { folderId: '5' }), row('2', { folderId: '6' }), row('3')])];
    const index = indexOfSegments({ organizations: [], segments, folders: new Map([['5', 'Réseau']]) });
    expect(index.texts.map((text) => text.split('\n')[4])).toEqual(['reseau', '', '']);
    expect([0, 1, 2].map((position) => index.folderNameAt(position))).toEqual(['Réseau', null, null]);
  });
});
