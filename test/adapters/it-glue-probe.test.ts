import { describe, expect, it } from 'vitest';
import type { ConnectionReport } from '../../src/domain/connection.ts';
import { access, type Handler, html, organizationRow, pageMeta, passwordRow, reply, scene } from './it-glue-scene.ts';

interface Tenant {
  readonly organizations?: () => Response | Promise<Response>;
  readonly passwords?: () => Response;
  readonly password?: (id: string) => Response;
}

const rows = ['1', '2', '3', '4', '5'];
const listed = (ids: readonly string[], attributes: object = {}) =>
  reply({ data: ids.map((id) => passwordRow(id, { ...attributes })), meta: pageMeta(1, 1, ids.length) });

function tenant(parts: Tenant): Handler {
  return (request) => {
    const [, collection, id] = new URL(request.url).pathname.split('/');
    if (collection === 'organizations')
      return parts.organizations?.() ?? reply({ data: [organizationRow('1')], meta: pageMeta(1, 356, 356) });
    if (id === undefined) return parts.passwords?.() ?? listed(rows);
    return parts.password?.(id) ?? reply({ data: passwordRow(id, { password: 'hunter2' }) });
  };
}

const steps = (reachable: string, keyAccepted = 'unknown', metadata = 'unknown', passwordValues = 'unknown') => ({
  reachable,
  keyAccepted,
  metadata,
  passwordValues,
});

describe('Test connection', () => {
  it('with a good key: four times yes, and the value does not stay', async () => {
    const { itGlue, asked } = scene(tenant({}));
    const report = await itGlue.probe(access);
    expect(report).toEqual({ steps: steps('yes', 'yes', 'yes', 'yes'), failure: null, organizations: 356 });
    expect(asked()).toEqual([
      'GET /organizations?page[size]=1&page[number]=1',
      'GET /passwords?sort=id&page[size]=5&page[number]=1',
      'GET /passwords/1?show_password=true',
    ]);
    expect(JSON.stringify(report)).not.toContain('hunter2');
  });

  const cases: readonly (readonly [string, Tenant, ConnectionReport['steps'] | object, object | null])[] = [
    ['a wrong key', { organizations: () => html(403) }, steps('yes', 'no'), { code: 'key-not-accepted' }],
    ['a revoked key', { organizations: () => reply({}, 401) }, steps('yes', 'no'), { code: 'key-not-accepted' }],
    ['the web app instead of the API', { organizations: () => html(200) }, steps('no'), { code: 'not-it-glue' }],
    ['an outage', { organizations: () => html(503) }, steps('no'), { code: 'it-glue-down', status: 503 }],
    [
      'no connection',
      { organizations: () => Promise.reject(new TypeError('x')) },
      steps('no'),
      { code: 'it-glue-down', status: 0 },
    ],
    ['nonsense', { organizations: () => reply([]) }, steps('no'), { code: 'bad-response' }],
    [
      'too many requests',
      { organizations: () => reply({}, 429) },
      steps('yes'),
      { code: 'rate-limited', waitSeconds: 60 },
    ],
    ['no list of passwords', { passwords: () => html(403) }, steps('yes', 'yes', 'no'), { code: 'record-not-visible' }],
    [
      'a list of another shape',
      { passwords: () => reply({ data: {} }) },
      steps('yes', 'yes', 'no'),
      { code: 'bad-response' },
    ],
    ['no passwords at all', { passwords: () => listed([]) }, steps('yes', 'yes', 'yes'), null],
    ['only vaulted ones', { passwords: () => listed(rows, { 'vault-id': 1 }) }, steps('yes', 'yes', 'yes'), null],
    ['only archived ones', { passwords: () => listed(rows, { archived: true }) }, steps('yes', 'yes', 'yes'), null],
    [
      'no Password Access',
      { password: (id) => reply({ data: passwordRow(id) }) },
      steps('yes', 'yes', 'yes', 'no'),
      { code: 'no-password-access' },
    ],
    [
      'an empty first password',
      { password: (id) => reply({ data: passwordRow(id, { password: id === '1' ? '' : 'x' }) }) },
      steps('yes', 'yes', 'yes', 'yes'),
      null,
    ],
    [
      'a first record that went away',
      { password: (id) => (id === '1' ? html(404) : reply({ data: passwordRow(id, { password: 'x' }) })) },
      steps('yes', 'yes', 'yes', 'yes'),
      null,
    ],
    [
      'nothing but empty passwords',
      { password: (id) => reply({ data: passwordRow(id, { password: '' }) }) },
      steps('yes', 'yes', 'yes'),
      null,
    ],
    [
      'values that fail',
      { password: () => html(500) },
      steps('yes', 'yes', 'yes'),
      { code: 'it-glue-down', status: 500 },
    ],
  ];

  it.each(cases)('with %s', async (_what, parts, expected, failure) => {
    expect(await scene(tenant(parts)).itGlue.probe(access)).toMatchObject({ steps: expected, failure });
  });

  it('asks for three values at most', async () => {
    const { itGlue, asked } = scene(tenant({ password: (id) => reply({ data: passwordRow(id) }) }));
    await itGlue.probe(access);
    expect(asked().filter((line) => line.includes('show_password'))).toEqual([
      'GET /passwords/1?show_password=true',
      'GET /passwords/2?show_password=true',
      'GET /passwords/3?show_password=true',
    ]);
  });
});
