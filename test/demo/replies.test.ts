import { describe, expect, it } from 'vitest';
import { demoKeys } from '../../src/demo/demo-credentials.ts';
import { northwind } from '../../src/demo/demo-logins.ts';
import { createFakeItGlue } from '../../src/demo/fake-it-glue.ts';
import { ask, type Row, rowOf, rowsOf } from './scene.ts';

const attributes2019 = [
  'organization-id',
  'organization-name',
  'resource-url',
  'restricted',
  'my-glue',
  'name',
  'autofill-selectors',
  'username',
  'url',
  'notes',
  'password-updated-at',
  'updated-by',
  'updated-by-type',
  'resource-id',
  'cached-resource-type-name',
  'cached-resource-name',
  'password-category-id',
  'password-category-name',
  'created-at',
  'updated-at',
  'resource-type',
  'parent-url',
];
const attributes2020 = [
  ...attributes2019.slice(0, 20),
  'otp-enabled',
  'password-folder-id',
  'resource-type',
  'parent-url',
  'vault-id',
  'archived',
];
const attributes2025 = [...attributes2020, 'rotation-permitted', 'personal'];

const organizationAttributes = [
  'name',
  'alert',
  'description',
  'organization-type-id',
  'organization-type-name',
  'organization-status-id',
  'organization-status-name',
  'my-glue',
  'primary',
  'logo',
  'quick-notes',
  'short-name',
  'created-at',
  'updated-at',
  'parent-id',
  'ancestor-ids',
];

const keysOf = (row: Row | undefined): readonly string[] => Object.keys(row?.attributes ?? {});

describe('routes', () => {
  const fake = createFakeItGlue();
  const { id } = fake.organization(northwind);
  const password = fake.password(northwind, 'Reception printer').id;
  const [folder] = [...fake.tenant().folders.values()].filter(({ organizationId }) => organizationId === id);

  it.each([
    ['/organizations', 'organizations'],
    [`/organizations/${id}`, 'organizations'],
    ['/passwords', 'passwords'],
    [`/passwords/${password}`, 'passwords'],
    [`/organizations/${id}/relationships/passwords`, 'passwords'],
    [`/organizations/${id}/relationships/passwords/${password}`, 'passwords'],
    [`/organizations/${id}/relationships/password_folders`, 'password-folders'],
    [`/organizations/${id}/relationships/password_folders/${folder?.id}`, 'password-folders'],
    ['/password_categories', 'password-categories'],
    ['/password_categories/71320', 'password-categories'],
  ])('%s answers JSON:API of type %s', async (path, type) => {
    const answer = await ask(fake, path);
    expect([answer.status, answer.type]).toEqual([200, 'application/vnd.api+json; charset=utf-8']);
    expect([answer.json?.data].flat()[0]).toMatchObject({ type, id: expect.stringMatching(/^\d+$/) });
  });

  it.each(['/password_folders', '/', '/flexible_assets', '/passwords/1/otp'])(
    '%s is the HTML page 404',
    async (path) => {
      const answer = await ask(fake, path);
      expect([answer.status, answer.type]).toEqual([404, 'text/html; charset=utf-8']);
      expect(answer.text).toContain("<title>The page you were looking for doesn't exist (404)</title>");
    },
  );

  it.each(['POST', 'PATCH', 'DELETE'])('%s changes nothing', async (method) => {
    const before = fake.tenant().passwords.size;
    const headers = { 'x-api-key': demoKeys.full, 'content-type': 'application/vnd.api+json' };
    const init = { method, headers, body: '{}' };
    expect((await ask(fake, `/passwords/${password}`, { init })).status).toBe(404);
    expect(fake.tenant().passwords.size).toBe(before);
  });

  it('a body of another type is 415', async () => {
    const init = {
      method: 'POST',
      headers: { 'x-api-key': demoKeys.full, 'content-type': 'application/json' },
      body: '{}',
    };
    expect((await ask(fake, '/passwords', { init })).status).toBe(415);
  });

  it('plain http is redirected to https', async () => {
    const reply = await fake.fetch('http://api.itglue.com/organizations', { redirect: 'manual' });
    expect([reply.status, reply.headers.get('location')]).toEqual([301, 'https://api.itglue.com/organizations']);
  });

  it('a redirect loop ends in a failed fetch, and a refused redirect fails at once', async () => {
    await expect(fake.fetch('https://api.itglue.com/redirect-loop')).rejects.toThrow(TypeError);
    fake.journal.clear();
    await expect(fake.fetch('https://api.itglue.com/redirect-loop', { redirect: 'error' })).rejects.toThrow(TypeError);
    expect(fake.journal.entries).toHaveLength(1);
  });

  it('folders may be refused while the rest works', async () => {
    const path = `/organizations/${id}/relationships/password_folders`;
    for (const folders of ['401', '403', '404'] as const) {
      fake.options.folders = folders;
      expect((await ask(fake, path)).status).toBe(Number(folders));
    }
    fake.options.folders = 'served';
    const rows = rowsOf(await ask(fake, path));
    expect(rows.map(({ attributes }) => attributes.name)).toEqual(['User Passwords', 'Jane Doe', 'Ben Tran']);
    expect(rows[1]?.attributes).toMatchObject({
      'parent-id': Number(rows[0]?.id),
      'ancestor-ids': [Number(rows[0]?.id)],
    });
  });

  it('categories count their passwords', async () => {
    const rows = rowsOf(await ask(fake, '/password_categories?page[size]=100'));
    const counted = rows.reduce((sum, { attributes }) => sum + Number(attributes['passwords-count']), 0);
    const categorised = [...fake.tenant().passwords.values()].filter(({ category }) => category !== null);
    expect(counted).toBe(categorised.length);
  });
});

describe('the envelope', () => {
  const fake = createFakeItGlue();

  it('a list has data, included, meta and links, in this order', async () => {
    expect(Object.keys((await ask(fake, '/passwords')).json ?? {})).toEqual(['data', 'meta', 'links']);
    const more = await ask(fake, '/passwords?include=updater');
    expect(Object.keys(more.json ?? {})).toEqual(['data', 'included', 'meta', 'links']);
  });

  it('may have no meta at all, as in the official examples', async () => {
    const answer = await ask(createFakeItGlue({ meta: 'absent' }), '/organizations');
    expect(Object.keys(answer.json ?? {})).toEqual(['data']);
  });
});

describe('attributes of a password', () => {
  it.each([
    ['2019', attributes2019],
    ['2020', attributes2020],
    ['2025', attributes2025],
  ] as const)('as of %s', async (attributes, names) => {
    const fake = createFakeItGlue({ attributes });
    const { id } = fake.password(northwind, 'Reception printer');
    const [listed] = rowsOf(await ask(fake, `/passwords?filter[id]=${id}`));
    const shown = rowOf(await ask(fake, `/passwords/${id}`));
    expect(keysOf(listed)).toEqual(names);
    expect(keysOf(shown)).toEqual([...names, 'password', ...(attributes === '2025' ? ['is-live'] : [])]);
    expect(shown.relationships).toEqual(attributes === '2019' ? undefined : {});
  });

  it('ids are texts, foreign keys are numbers, empty ones null, times RFC 3339', async () => {
    const fake = createFakeItGlue();
    const record = fake.password(northwind, 'Door controller PIN page');
    const row = rowOf(await ask(fake, `/passwords/${record.id}?show_password=false`));
    expect(row).toMatchObject({
      id: record.id,
      type: 'passwords',
      attributes: {
        'organization-id': Number(fake.organization(northwind).id),
        'organization-name': northwind,
        'resource-url': `https://linked-vault-demo.itglue.com/${record.organizationId}/passwords/${record.id}`,
        username: null,
        notes: null,
        'vault-id': null,
        'resource-type': null,
        'parent-url': null,
        'password-category-id': expect.any(Number),
        'created-at': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      },
    });
  });

  it('an embedded one names what it is embedded in', async () => {
    const fake = createFakeItGlue();
    const record = fake.password('Kub, Reynolds and Gibson', 'UPS Web Interface');
    expect(rowOf(await ask(fake, `/passwords/${record.id}?show_password=false`)).attributes).toMatchObject({
      'resource-id': 2282563,
      'resource-type': 'Configuration',
      'cached-resource-type-name': 'Configuration',
      'cached-resource-name': 'KRG-UPS01',
      'parent-url': `https://linked-vault-demo.itglue.com/${record.organizationId}/configurations/2282563`,
    });
  });
});

describe('attributes of an organization', () => {
  const fake = createFakeItGlue();
  const child = fake.organization('Northwind Orthodontics Lab');

  it('come in IT Glue’s order', async () => {
    expect(keysOf(rowsOf(await ask(fake, '/organizations'))[0])).toEqual(organizationAttributes);
  });

  it('the list cuts quick notes to 250 characters, the single one does not', async () => {
    const { id } = fake.organization(northwind);
    const [listed] = rowsOf(await ask(fake, `/organizations?filter[id]=${id}`));
    const shown = rowOf(await ask(fake, `/organizations/${id}`));
    expect(listed?.attributes['quick-notes']).toHaveLength(250);
    expect(String(shown.attributes['quick-notes']).length).toBeGreaterThan(250);
  });

  it('parents and ancestors come as texts, or as number and list', async () => {
    const kin = async () => rowOf(await ask(fake, `/organizations/${child.id}`)).attributes;
    expect(child.ancestorIds).toHaveLength(2);
    expect(await kin()).toMatchObject({
      'parent-id': child.parentId,
      'ancestor-ids': `[${child.ancestorIds.join(',')}]`,
    });
    Object.assign(fake.options, { parentId: 'number', ancestorIds: 'array' });
    expect(await kin()).toMatchObject({
      'parent-id': Number(child.parentId),
      'ancestor-ids': child.ancestorIds.map(Number),
    });
  });

  it('just one organization is the provider itself', async () => {
    const rows = rowsOf(await ask(fake, '/organizations?filter[primary]=true'));
    expect(rows.map(({ attributes }) => attributes.name)).toEqual(['Harbor Point IT']);
    expect(rows[0]?.attributes['organization-type-name']).toBe('Owner');
  });
});
