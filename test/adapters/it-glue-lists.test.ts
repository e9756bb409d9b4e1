import { afterEach, describe, expect, it, vi } from 'vitest';
import { readPages } from '../../src/background/adapters/it-glue-pages.ts';
import {
  access,
  failureIn,
  type Handler,
  html,
  now,
  organizationId,
  organizationRow,
  pageMeta,
  pageOf,
  paging,
  passwordRow,
  reply,
  scene,
} from './it-glue-scene.ts';

afterEach(() => void vi.useRealTimers());

const organization = organizationId('7001');
const many = (count: number) => Array.from({ length: count }, (_, at) => passwordRow(String(100_000 + at)));
const listOf = (handler: Handler) => scene(handler).itGlue.passwords(access, organization);

describe('a list', () => {
  it('is asked for by organization, sorted by id, a thousand rows a page', async () => {
    const rows = many(2500);
    const { itGlue, asked } = scene((request) => pageOf(rows, request));
    const list = await itGlue.passwords(access, organization);
    expect(asked()).toEqual([
      'GET /passwords?filter[organization_id]=7001&sort=id&page[size]=1000&page[number]=1',
      'GET /passwords?filter[organization_id]=7001&sort=id&page[size]=1000&page[number]=2',
      'GET /passwords?filter[organization_id]=7001&sort=id&page[size]=1000&page[number]=3',
    ]);
    expect(list).toMatchObject({ ok: true, value: { complete: true, fetchedAt: now } });
    expect(list.ok && list.value.rows.map((row) => row.id)).toEqual(rows.map((row) => row.id));
  });

  it('says of a password all that the list shows, and nothing more', async () => {
    const row = passwordRow(4371408978673864, {
      'organization-id': '7001',
      name: '<script>alert(1)</script>\u202Eevil',
      username: '  DOMAIN\\svc ',
      url: '',
      notes: 'old password: hunter2',
      password: 'hunter2',
      'otp-secret': 'JBSWY3DP',
      'cached-resource-name': 'Detroit Wireless',
      'vault-id': 99,
      archived: true,
      restricted: true,
      'otp-enabled': true,
      'password-updated-at': null,
    });
    const list = await listOf(() => reply({ data: [row] }));
    expect(list).toEqual({
      ok: true,
      value: {
        complete: true,
        fetchedAt: now,
        rows: [
          {
            id: '4371408978673864',
            organizationId: '7001',
            organizationName: 'Northwind Dental',
            name: '<script>alert(1)</script>\uFFFDevil',
            username: 'DOMAIN\\svc',
            url: null,
            categoryName: 'Cloud',
            assetName: 'Detroit Wireless',
            restricted: true,
            archived: true,
            vaulted: true,
            otpEnabled: true,
            passwordUpdatedAt: null,
            updatedAt: '2026-01-02T03:04:05.000Z',
          },
        ],
      },
    });
  });

  it('takes records of an older API, which lack newer attributes', async () => {
    const old = {
      id: '5',
      type: 'passwords',
      attributes: { 'organization-id': 7001, 'organization-name': 'A', name: 'N' },
    };
    expect(await listOf(() => reply({ data: [old] }))).toMatchObject({
      value: {
        rows: [{ username: null, url: null, archived: false, vaulted: false, otpEnabled: false, updatedAt: null }],
      },
    });
  });

  it('says of organizations how to tell them apart, with parents as string or number', async () => {
    const rows = [
      organizationRow('2', { name: 'Happy Frog', 'short-name': 'happy', 'parent-id': '1' }),
      organizationRow('3', { 'organization-status-name': 'Inactive', 'parent-id': 1 }),
      organizationRow('4', { 'short-name': '', 'parent-id': '' }),
    ];
    const { itGlue, asked } = scene(() => reply({ data: rows, meta: pageMeta(1, 1, 3) }));
    expect(await itGlue.organizations(access)).toMatchObject({
      value: {
        complete: true,
        rows: [
          { id: '2', name: 'Happy Frog', shortName: 'happy', statusName: 'Active', parentId: '1' },
          { id: '3', shortName: null, statusName: 'Inactive', parentId: '1' },
          { id: '4', shortName: null, parentId: null },
        ],
      },
    });
    expect(asked()).toEqual(['GET /organizations?sort=id&page[size]=1000&page[number]=1']);
  });

  it('keeps nothing of another organization', async () => {
    const rows = [
      passwordRow('1'),
      passwordRow('2', { 'organization-id': 7002 }),
      passwordRow('3', { 'organization-id': '7001' }),
    ];
    const list = await listOf(() => reply({ data: rows, meta: pageMeta(1, 1, 3) }));
    expect(list.ok && list.value.rows.map((row) => row.id)).toEqual(['1', '3']);
  });

  it('never goes where a reply points', async () => {
    const links = { self: 'https://evil.example/', next: 'https://evil.example/steal', last: '/admin' };
    const { itGlue, requests } = scene((request) => {
      const { number } = paging(request);
      return reply({ data: [passwordRow(String(number))], links, meta: pageMeta(number, 3, 3) });
    });
    await itGlue.passwords(access, organization);
    expect(requests.map(({ url }) => new URL(url).origin + new URL(url).pathname)).toEqual(
      Array.from({ length: 3 }, () => 'https://api.eu.itglue.com/passwords'),
    );
  });
});

describe('the end of a list', () => {
  const first = { data: [passwordRow('1'), passwordRow('2')] };

  it.each([
    ['no meta at all', first, true],
    ['a next page that does not advance', { ...first, meta: { ...pageMeta(1, 1, 2), 'next-page': 1 } }, true],
    ['a count above what came', { ...first, meta: pageMeta(1, 1, 3) }, false],
    ['an empty list', { data: [], meta: pageMeta(1, 0, 0) }, true],
    ['an empty page that promises more', { data: [], meta: { 'next-page': 2, 'total-count': 2 } }, false],
    ['meta of the wrong shape', { ...first, meta: 'none' }, true],
  ])('%s: one request', async (_what, body, complete) => {
    const { itGlue, requests } = scene(() => reply(body));
    expect(await itGlue.passwords(access, organization)).toMatchObject({ ok: true, value: { complete } });
    expect(requests).toHaveLength(1);
  });

  it('a full page without meta may not be all', async () => {
    expect(await listOf(() => reply({ data: many(1000) }))).toMatchObject({ value: { complete: false } });
  });

  it('a list without end is left, and called incomplete', async () => {
    const { itGlue, requests } = scene((request) => {
      const { number } = paging(request);
      return reply({
        data: [passwordRow(String(number))],
        meta: { 'next-page': number + 1, 'total-count': 9_000_000 },
      });
    });
    expect(await itGlue.passwords(access, organization)).toMatchObject({ ok: true, value: { complete: false } });
    expect(requests).toHaveLength(400);
  });

  it('a row that moved between two pages is listed once', async () => {
    const pages = [['1', '2'], ['2', '3'], ['4']];
    const list = await listOf((request) => {
      const { number } = paging(request);
      return reply({ data: (pages[number - 1] ?? []).map((id) => passwordRow(id)), meta: pageMeta(number, 3, 4) });
    });
    expect(list.ok && list.value.rows.map((row) => row.id)).toEqual(['1', '2', '3', '4']);
    expect(list).toMatchObject({ value: { complete: true } });
  });
});

describe('pages that are too much', () => {
  it('are asked for smaller from the same place on, and every row still comes', async () => {
    const rows = many(2300);
    const { itGlue, asked } = scene((request, nth) =>
      paging(request).size > 100 && nth > 1 ? html(504) : pageOf(rows, request),
    );
    const list = await itGlue.passwords(access, organization);
    expect(list).toMatchObject({ ok: true, value: { complete: true } });
    expect(list.ok && list.value.rows.map((row) => row.id)).toEqual(rows.map((row) => row.id));
    expect(
      asked()
        .slice(0, 5)
        .map((line) => line.slice(line.indexOf('page[size]'))),
    ).toEqual([
      'page[size]=1000&page[number]=1',
      'page[size]=1000&page[number]=2',
      'page[size]=500&page[number]=3',
      'page[size]=250&page[number]=5',
      'page[size]=100&page[number]=11',
    ]);
  });

  it('by size: past 24 MiB a smaller one is asked for', async () => {
    const notes = 'n'.repeat(70_000);
    const rows = Array.from({ length: 500 }, (_, at) => passwordRow(String(1000 + at), { notes }));
    const { itGlue, requests } = scene((request) => pageOf(rows, request));
    const list = await itGlue.passwords(access, organization);
    expect(list.ok && list.value.rows.length).toBe(500);
    expect(requests.map((request) => paging(request).size)).toEqual([1000, 500, 250, 250]);
  });

  it('are a matter of one read: another one that finds its own pace does not make this one skip rows', async () => {
    const pace = { step: 4 };
    const sizes: number[] = [];
    const read = await readPages(async (number, size) => {
      sizes.push(size);
      pace.step = 0;
      const rows = Array.from({ length: 200 }, (_, at) => ({ id: String(at) })).slice(
        (number - 1) * size,
        number * size,
      );
      return { ok: true, value: { rows, next: number * size < 200 ? number + 1 : null, total: null, told: true } };
    }, pace);
    expect(read.ok && read.value.rows.length).toBe(200);
    expect(sizes).toEqual([50, 50, 50, 50]);
  });

  it('are remembered: the next read of that list starts with the size that worked', async () => {
    const rows = many(120);
    const { itGlue, asked } = scene((request) => (paging(request).size > 250 ? html(504) : pageOf(rows, request)));
    await itGlue.passwords(access, organization);
    await itGlue.passwords(access, organization);
    expect(asked().map((line) => Number(/page\[size]=(\d+)/.exec(line)?.[1]))).toEqual([1000, 500, 250, 250]);
  });

  it('fail when the smallest is still too much', async () => {
    const { itGlue, requests } = scene(() => html(504));
    expect(failureIn(await itGlue.organizations(access))).toEqual({ code: 'it-glue-down', status: 504 });
    expect(requests.map((request) => paging(request).size)).toEqual([1000, 500, 250, 100, 50]);
  });

  it('by time: after 30 s a smaller one is asked for', async () => {
    vi.useFakeTimers();
    const rows = many(10);
    const { itGlue } = scene((request) =>
      paging(request).size > 500 ? new Promise(() => undefined) : pageOf(rows, request),
    );
    const list = itGlue.passwords(access, organization);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await list).toMatchObject({ ok: true, value: { complete: true } });
  });
});

describe('a page that is not of the known shape', () => {
  it.each([
    ['one object where rows are due', { data: passwordRow('1') }],
    ['no data', { meta: pageMeta(1, 1, 0) }],
    ['an array', [passwordRow('1')]],
    ['null', null],
    ['errors with status 200', { errors: [{ status: 401 }] }],
    ['a row without id', { data: [{ ...passwordRow('1'), id: null }] }],
    ['an id that is an object', { data: [passwordRow({ id: '1' })] }],
    ['an id past 2^53 as a number', { data: [passwordRow(2 ** 53 + 2)] }],
    ['an id that is a path', { data: [passwordRow('../1')] }],
    ['rows of another type', { data: [{ ...passwordRow('1'), type: 'configurations' }] }],
    ['no attributes', { data: [{ id: '1', type: 'passwords' }] }],
    ['no organization', { data: [passwordRow('1', { 'organization-id': null })] }],
    ['a date that is none', { data: [passwordRow('1', { 'updated-at': 'NaN' })] }],
    ['a name that is a list', { data: [passwordRow('1', { name: ['x'] })] }],
    ['a flag that is a text', { data: [passwordRow('1', { archived: 'no' })] }],
  ])('%s: bad response', async (_what, body) => {
    expect(failureIn(await listOf(() => reply(body)))).toEqual({ code: 'bad-response' });
  });

  it('cannot reach the prototype', async () => {
    const body =
      '{"data":[{"id":"1","type":"passwords","__proto__":{"polluted":1},"attributes":{"__proto__":{"name":"P"},"organization-id":7001}}]}';
    const list = await listOf(() => new Response(body, { headers: { 'content-type': 'application/json' } }));
    expect(list).toMatchObject({ value: { rows: [{ id: '1', name: '' }] } });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

it('20,000 rows come whole, and no row holds more than a list shows', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => passwordRow(String(at + 1), { notes: 'n'.repeat(500) }));
  const { itGlue, requests } = scene((request) => pageOf(rows, request));
  const list = await itGlue.passwords(access, organization);
  expect(list.ok && list.value.rows.length).toBe(20_000);
  expect(list).toMatchObject({ value: { complete: true } });
  expect(requests).toHaveLength(20);
  expect(JSON.stringify(list).length).toBeLessThan(20_000 * 600);
});
