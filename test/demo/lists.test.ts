import { describe, expect, it } from 'vitest';
import { northwind } from '../../src/demo/demo-logins.ts';
import { createFakeItGlue } from '../../src/demo/fake-it-glue.ts';
import { idOrder, sorted } from '../../src/demo/it-glue/sorting.ts';
import { ask, errorsOf, linksOf, metaOf, namesOf, type Row, rowsOf, value } from './scene.ts';

const self = (number: number, size: number, more = ''): string =>
  `https://api.itglue.com/organizations?page%5Bnumber%5D=${number}&page%5Bsize%5D=${size}${more}`;

describe('paging', () => {
  const fake = createFakeItGlue();
  const total = fake.tenant().organizations.size;

  it('the first page has 50 rows when nothing is said', async () => {
    const answer = await ask(fake, '/organizations');
    expect(rowsOf(answer)).toHaveLength(50);
    expect(metaOf(answer)).toEqual({
      'current-page': 1,
      'next-page': 2,
      'prev-page': null,
      'total-pages': Math.ceil(total / 50),
      'total-count': total,
      filters: {},
    });
  });

  it('links are absolute, with encoded brackets, and omit what is not there', async () => {
    const first = linksOf(await ask(fake, '/organizations?page[size]=100&sort=name'));
    expect(first).toEqual({
      self: self(1, 100, '&sort=name'),
      first: self(1, 100, '&sort=name'),
      next: self(2, 100, '&sort=name'),
      last: self(4, 100, '&sort=name'),
    });
    const last = linksOf(await ask(fake, '/organizations?page[size]=100&page[number]=4'));
    expect(Object.keys(last)).toEqual(['self', 'first', 'prev', 'last']);
    fake.options.linksAtEnds = 'null';
    expect(linksOf(await ask(fake, '/organizations'))).toMatchObject({ prev: null });
    fake.options.linksAtEnds = 'omitted';
  });

  it('the pages together are every row once', async () => {
    const ids: string[] = [];
    for (let next: unknown = 1; next !== null; ) {
      const answer = await ask(fake, `/passwords?page%5Bsize%5D=1000&page%5Bnumber%5D=${String(next)}`);
      ids.push(...rowsOf(answer).map(({ id }) => id));
      next = metaOf(answer)['next-page'];
    }
    expect(ids.length).toBe(fake.tenant().passwords.size);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('a page holds 1000 rows at most: more is cut, or refused', async () => {
    expect(rowsOf(await ask(fake, '/passwords?page[size]=5000'))).toHaveLength(1000);
    fake.options.pageSizeAboveMost = '422';
    expect((await ask(fake, '/passwords?page[size]=1001')).status).toBe(422);
    expect((await ask(fake, '/passwords?page[size]=1000')).status).toBe(200);
  });

  it.each(['page[number]=0', 'page[number]=-1', 'page[number]=abc', 'page[size]=0', 'page[size]=x'])(
    '%s is the first page, or refused',
    async (query) => {
      const [lenient, strict] = [createFakeItGlue(), createFakeItGlue({ badPage: '422' })];
      expect(metaOf(await ask(lenient, `/organizations?${query}`))['current-page']).toBe(1);
      expect((await ask(strict, `/organizations?${query}`)).status).toBe(422);
    },
  );

  it('beyond the end there is an empty page', async () => {
    const answer = await ask(fake, '/organizations?page[number]=9&page[size]=1000');
    expect(rowsOf(answer)).toEqual([]);
    expect(metaOf(answer)).toMatchObject({ 'current-page': 9, 'next-page': null, 'prev-page': 8, 'total-pages': 1 });
  });

  it('an empty list has no page, or one', async () => {
    const path = '/passwords?filter[name]=nothing%20has%20this%20name';
    expect(metaOf(await ask(fake, path))).toMatchObject({ 'total-count': 0, 'total-pages': 0, 'next-page': null });
    fake.options.totalPagesWhenEmpty = 1;
    expect(metaOf(await ask(fake, path))['total-pages']).toBe(1);
  });

  it('next-page may be stuck', async () => {
    const answer = await ask(createFakeItGlue({ meta: 'stuck' }), '/organizations?page[number]=2');
    expect(metaOf(answer)).toMatchObject({ 'current-page': 2, 'next-page': 2 });
  });
});

describe('filters', () => {
  const fake = createFakeItGlue();
  const { id } = fake.organization(northwind);

  it('compare whole names, with their case, unless told otherwise', async () => {
    expect(namesOf(await ask(fake, `/organizations?filter[name]=${value(northwind)}`))).toEqual([northwind]);
    expect(namesOf(await ask(fake, '/organizations?filter[name]=Northwind'))).toEqual([]);
    expect(namesOf(await ask(fake, '/organizations?filter[name]=riverside%20dental'))).toEqual([]);
    fake.options.filterIgnoresCase = true;
    expect(namesOf(await ask(fake, '/organizations?filter[name]=riverside%20dental'))).toHaveLength(3);
    fake.options.filterIgnoresCase = false;
  });

  it('a comma means or, an escaped one is part of the name', async () => {
    const both = await ask(fake, '/organizations?filter[name]=Contoso%20Legal%20LLP,Fabrikam%20Manufacturing');
    expect(namesOf(both)).toEqual(['Contoso Legal LLP', 'Fabrikam Manufacturing']);
    const name = 'Kub, Reynolds and Gibson';
    expect(namesOf(await ask(fake, `/organizations?filter[name]=${value(name)}`))).toEqual([name]);
    expect(namesOf(await ask(fake, `/organizations?filter[name]=${encodeURIComponent(name)}`))).toEqual([]);
  });

  it.each(['filter[organization_id]', 'filter[organization-id]'])('%s finds the passwords of one', async (filter) => {
    const rows = rowsOf(await ask(fake, `/passwords?${filter}=${id}&page[size]=1000`));
    expect(rows.length).toBeGreaterThan(10);
    expect(new Set(rows.map(({ attributes }) => attributes['organization-id']))).toEqual(new Set([Number(id)]));
  });

  it.each([
    ['url', 'https://vault-only.northwind.example', 'Door controller PIN page'],
    ['cached_resource_name', 'KRG-UPS01', 'UPS Web Interface'],
  ])('passwords have filter[%s]', async (filter, wanted, name) => {
    expect(namesOf(await ask(fake, `/passwords?filter[${filter}]=${value(wanted)}`))).toEqual([name]);
  });

  it('several filters must all hold', async () => {
    const query = `filter[organization_id]=${id}&filter[password_category_id]=71328`;
    expect(namesOf(await ask(fake, `/passwords?${query}`))).toContain('FW-NWD-01 firewall admin');
    expect(namesOf(await ask(fake, `/passwords?${query}&filter[name]=Reception%20printer`))).toEqual([]);
  });

  it.each([
    ['true', true],
    ['1', true],
    ['false', false],
    ['0', false],
  ])('filter[archived]=%s', async (asked, archived) => {
    const rows = rowsOf(await ask(fake, `/passwords?filter[archived]=${asked}&page[size]=1000`));
    expect(new Set(rows.map(({ attributes }) => attributes.archived))).toEqual(new Set([archived]));
  });

  it('without it, archived ones are in the list or not, as the switch says', async () => {
    const archived = (rows: readonly Row[]) => rows.filter(({ attributes }) => attributes.archived === true).length;
    const path = '/passwords?page[size]=1000';
    expect(archived(rowsOf(await ask(fake, path)))).toBeGreaterThan(0);
    expect(archived(rowsOf(await ask(createFakeItGlue({ archivedInIndex: false }), path)))).toBe(0);
  });

  it.each(['filter[username]=admin', 'filter[vault_id]=1', 'filter[nonsense]=x'])('%s is ignored', async (query) => {
    const count = fake.tenant().passwords.size;
    expect(metaOf(await ask(fake, `/passwords?${query}`))['total-count']).toBe(count);
  });

  it('nested routes ignore filters, unless the switch is on', async () => {
    const path = `/organizations/${id}/relationships/passwords?filter[name]=Reception%20printer`;
    expect(rowsOf(await ask(fake, path)).length).toBeGreaterThan(10);
    fake.options.nestedRoutesFilter = true;
    expect(namesOf(await ask(fake, path))).toEqual(['Reception printer']);
  });

  it('organizations can be filtered by status and time, and excluded', async () => {
    const inactive = rowsOf(await ask(fake, '/organizations?filter[organization_status_id]=69&page[size]=1000'));
    expect(new Set(inactive.map(({ attributes }) => attributes['organization-status-name']))).toEqual(
      new Set(['Inactive']),
    );
    const since = '2026-06-01T00:00:00.000Z';
    const recent = rowsOf(await ask(fake, `/organizations?filter[updated_at]=${since},*&page[size]=1000`));
    expect(recent.length).toBeGreaterThan(0);
    expect(recent.every(({ attributes }) => String(attributes['updated-at']) >= since)).toBe(true);
    const others = await ask(fake, `/organizations?exclude[id]=${id}&page[size]=1000`);
    expect(metaOf(others)['total-count']).toBe(fake.tenant().organizations.size - 1);
    expect(namesOf(others)).not.toContain(northwind);
  });
});

describe('sorting', () => {
  const fake = createFakeItGlue();
  const column = async (sort: string, attribute: string) =>
    rowsOf(await ask(fake, `/passwords?sort=${sort}&page[size]=1000`)).map(({ attributes }) => attributes[attribute]);

  it.each([
    ['name', 'name'],
    ['created_at', 'created-at'],
    ['updated_at', 'updated-at'],
    ['updated-at', 'updated-at'],
  ])('%s ascends, and descends with a minus', async (sort, attribute) => {
    const up = (await column(sort, attribute)).map(String);
    const down = (await column(`-${sort}`, attribute)).map(String);
    expect(up).toEqual([...up].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    expect(down).toEqual([...down].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)));
    expect(up[0]).not.toBe(down[0]);
  });

  it('ids are ordered as numbers, also beyond 2^53', async () => {
    const [last] = rowsOf(await ask(fake, '/passwords?sort=-id&page[size]=1'));
    expect(last?.id).toBe('576460752303423489');
    const ids = rowsOf(await ask(fake, '/passwords?page[size]=1000')).map(({ id }) => BigInt(id));
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0n))).toBe(true);
  });

  it('a longer id is the greater one, whatever it begins with', () => {
    const rows = ['10', '9', '1000000000000000001', '1000000000000000000'].map((id) => ({ id }));
    expect(sorted(rows, null, new Map([['id', ({ id }: { id: string }) => idOrder(id)]]))).toEqual({
      rows: ['9', '10', '1000000000000000000', '1000000000000000001'].map((id) => ({ id })),
    });
  });

  it('absent values come last, and first when descending', async () => {
    expect((await column('username', 'username'))[0]).toBe('');
    expect((await column('-username', 'username'))[0]).toBeNull();
  });

  it('several fields decide one after the other', async () => {
    const rows = rowsOf(await ask(fake, '/passwords?sort=name,-id&page[size]=1000'));
    const pairs = rows.filter(({ attributes }, index) => attributes.name === rows[index + 1]?.attributes.name);
    expect(pairs.length).toBeGreaterThan(10);
    for (const first of pairs) {
      const second = rows[rows.indexOf(first) + 1];
      expect(BigInt(first.id)).toBeGreaterThan(BigInt(second?.id ?? 0));
    }
  });

  it.each(['notes', 'organization_name', 'name,bogus', ''])('sort=%s is refused', async (sort) => {
    const answer = await ask(fake, `/passwords?sort=${sort}`);
    expect(answer.status).toBe(422);
    expect(errorsOf(answer)[0]).toMatchObject({ status: 422, source: { pointer: 'sort' } });
  });

  it('organizations sort by their own fields', async () => {
    const rows = rowsOf(await ask(fake, '/organizations?sort=-organization_status_name,short_name&page[size]=1000'));
    expect(rows[0]?.attributes['organization-status-name']).toBe('Onboarding');
    expect((await ask(fake, '/organizations?sort=username')).status).toBe(422);
  });
});
