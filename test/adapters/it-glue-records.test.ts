import { describe, expect, it } from 'vitest';
import { waitSeconds } from '../../src/background/adapters/it-glue-failure.ts';
import {
  access,
  failureIn,
  type Handler,
  html,
  now,
  organizationId,
  organizationRow,
  passwordId,
  passwordRow,
  reply,
  scene,
} from './it-glue-scene.ts';

const password = (attributes: Readonly<Record<string, unknown>>) =>
  scene(() => reply({ data: passwordRow('5', attributes) })).itGlue.password(access, passwordId('5'));

describe('one password', () => {
  it('comes with its value by one request', async () => {
    const { itGlue, asked } = scene(() => reply({ data: passwordRow('5', { password: ' "C0rrect\\€ü☃" ' }) }));
    const credential = await itGlue.password(access, passwordId('5'));
    expect(credential.ok && credential.value.value.expose()).toBe(' "C0rrect\\€ü☃" ');
    expect(credential).toMatchObject({ value: { summary: { id: '5', organizationId: '7001', name: 'Password 5' } } });
    expect(asked()).toEqual(['GET /passwords/5?show_password=true']);
  });

  it('is asked for without its value where only its summary is wanted, and drops one that comes anyway', async () => {
    const { itGlue, asked } = scene(() => reply({ data: passwordRow('5', { password: 'hunter2' }) }));
    const summary = await itGlue.passwordSummary(access, passwordId('5'));
    expect(summary).toMatchObject({ ok: true, value: { id: '5' } });
    expect(JSON.stringify(summary)).not.toContain('hunter2');
    expect(asked()).toEqual(['GET /passwords/5?show_password=false']);
  });

  it('keeps its user name as it is, since that is typed into a form', async () => {
    expect(await password({ username: 'a b\u200B ', password: 'x' })).toMatchObject({
      value: { summary: { username: 'a b\u200B ' } },
    });
  });

  it.each([
    ['vaulted', { 'vault-id': 3, password: 'x' }, 'password-vaulted'],
    ['vaulted before archived', { 'vault-id': 3, archived: true, password: 'x' }, 'password-vaulted'],
    ['archived', { archived: true, password: 'x' }, 'password-archived'],
    ['archived before no access', { archived: true }, 'password-archived'],
    ['without the attribute', {}, 'no-password-access'],
    ['with a value of null', { password: null }, 'no-password-access'],
    ['with an empty value', { password: '' }, 'password-empty'],
    ['with a value that is no text', { password: { $ne: 1 } }, 'bad-response'],
  ])('%s', async (_what, attributes, code) => {
    expect(failureIn(await password(attributes))).toEqual({ code });
  });

  it.each([
    ['another id', { data: passwordRow('6', { password: 'x' }) }],
    ['a list', { data: [passwordRow('5', { password: 'x' })] }],
    ['another type', { data: { ...passwordRow('5', { password: 'x' }), type: 'documents' } }],
    ['nothing', { data: null }],
  ])('is refused when %s comes instead', async (_what, body) => {
    const { itGlue } = scene(() => reply(body));
    expect(failureIn(await itGlue.password(access, passwordId('5')))).toEqual({ code: 'bad-response' });
    expect(failureIn(await itGlue.passwordSummary(access, passwordId('5')))).toEqual({ code: 'bad-response' });
  });

  it('may have its id as a number', async () => {
    const { itGlue } = scene(() => reply({ data: passwordRow(5, { password: 'x' }) }));
    expect(await itGlue.password(access, passwordId('5'))).toMatchObject({ ok: true, value: { summary: { id: '5' } } });
  });
});

describe('one organization', () => {
  it('is refused when another comes instead', async () => {
    const { itGlue } = scene(() => reply({ data: organizationRow('8') }));
    expect(failureIn(await itGlue.organization(access, organizationId('7')))).toEqual({ code: 'bad-response' });
  });
});

/** Refuses the record, and answers the look at the collection that follows. */
const refusing =
  (status: number, collection: () => Response): Handler =>
  (request) =>
    new URL(request.url).pathname === '/organizations' ? collection() : reply({ errors: [{ status }] }, status);

describe('a refusal of one record', () => {
  const accepted = () => reply({ data: [organizationRow('1')] });

  it.each([401, 403])('%i: the record is meant when the key may list organizations', async (status) => {
    const { itGlue, asked } = scene(refusing(status, accepted));
    expect(failureIn(await itGlue.password(access, passwordId('5')))).toEqual({ code: 'record-not-visible' });
    expect(asked()).toEqual(['GET /passwords/5?show_password=true', 'GET /organizations?page[size]=1&page[number]=1']);
  });

  it.each([401, 403])('%i: the key is meant when it may not', async (status) => {
    const { itGlue } = scene(refusing(status, () => html(403)));
    expect(failureIn(await itGlue.passwordSummary(access, passwordId('5')))).toEqual({ code: 'key-not-accepted' });
  });

  it('says what else kept the look at the collection from an answer', async () => {
    const { itGlue } = scene(refusing(401, () => reply({}, 429, { 'retry-after': '7' })));
    expect(failureIn(await itGlue.password(access, passwordId('5')))).toEqual({ code: 'rate-limited', waitSeconds: 7 });
  });

  it('tells an organization that is not visible from a key that is not accepted', async () => {
    const { itGlue } = scene(refusing(403, accepted));
    expect(failureIn(await itGlue.passwords(access, organizationId('7001')))).toEqual({ code: 'record-not-visible' });
  });

  it('on all organizations the key itself is meant, and nothing more is asked', async () => {
    const { itGlue, requests } = scene(() => reply({}, 401));
    expect(failureIn(await itGlue.organizations(access))).toEqual({ code: 'key-not-accepted' });
    expect(requests).toHaveLength(1);
  });
});

interface StatusCase {
  readonly status: number;
  readonly record: object;
  readonly list: object;
  readonly listRequests: number;
}

const statusCases: readonly StatusCase[] = [
  { status: 204, record: { code: 'bad-response' }, list: { code: 'bad-response' }, listRequests: 1 },
  { status: 400, record: { code: 'record-gone' }, list: { code: 'bad-response' }, listRequests: 1 },
  { status: 404, record: { code: 'record-gone' }, list: { code: 'not-it-glue' }, listRequests: 1 },
  {
    status: 407,
    record: { code: 'it-glue-down', status: 407 },
    list: { code: 'it-glue-down', status: 407 },
    listRequests: 1,
  },
  { status: 408, record: { code: 'timeout' }, list: { code: 'timeout' }, listRequests: 1 },
  { status: 422, record: { code: 'bad-response' }, list: { code: 'bad-response' }, listRequests: 1 },
  {
    status: 429,
    record: { code: 'rate-limited', waitSeconds: 60 },
    list: { code: 'rate-limited', waitSeconds: 60 },
    listRequests: 1,
  },
  {
    status: 500,
    record: { code: 'it-glue-down', status: 500 },
    list: { code: 'it-glue-down', status: 500 },
    listRequests: 2,
  },
  {
    status: 502,
    record: { code: 'it-glue-down', status: 502 },
    list: { code: 'it-glue-down', status: 502 },
    listRequests: 2,
  },
  {
    status: 503,
    record: { code: 'it-glue-down', status: 503 },
    list: { code: 'it-glue-down', status: 503 },
    listRequests: 2,
  },
];

describe.each(statusCases)('status $status', ({ status, record, list, listRequests }) => {
  const answer = () => (status === 204 ? new Response(null, { status }) : html(status));

  it('of a password, asked for once', async () => {
    const { itGlue, requests } = scene(answer);
    expect(failureIn(await itGlue.password(access, passwordId('5')))).toEqual(record);
    expect(requests).toHaveLength(1);
  });

  it('of a list', async () => {
    const { itGlue, requests } = scene(answer);
    expect(failureIn(await itGlue.organizations(access))).toEqual(list);
    expect(requests).toHaveLength(listRequests);
  });
});

describe('no connection', () => {
  const broken: Handler = () => Promise.reject(new TypeError('Failed to fetch'));

  it('is "offline" where the platform says so, and not tried again', async () => {
    const { itGlue, requests } = scene(broken, false);
    expect(failureIn(await itGlue.organizations(access))).toEqual({ code: 'offline' });
    expect(requests).toHaveLength(1);
  });

  it('is tried again once for a list', async () => {
    const { itGlue, requests } = scene((_request, nth) =>
      nth === 1 ? broken(_request, nth) : reply({ data: [organizationRow('1')] }),
    );
    expect(await itGlue.organizations(access)).toMatchObject({ ok: true, value: { rows: [{ id: '1' }] } });
    expect(requests).toHaveLength(2);
  });

  it('is not tried again for a password value', async () => {
    const { itGlue, requests } = scene(broken);
    expect(failureIn(await itGlue.password(access, passwordId('5')))).toEqual({ code: 'it-glue-down', status: 0 });
    expect(requests).toHaveLength(1);
  });
});

describe('how long to wait', () => {
  it.each([
    ['7', 7],
    [' 30 ', 30],
    ['0', 1],
    ['86400', 300],
    [new Date(now + 90_000).toUTCString(), 90],
    [new Date(now - 90_000).toUTCString(), 1],
    ['soon', 60],
    ['-5', 60],
    ['1e9', 60],
    ['', 60],
    [null, 60],
  ])('Retry-After %j: %i s', (header, seconds) => {
    expect(waitSeconds(header, now)).toBe(seconds);
  });
});

describe('what else is asked of one organization', () => {
  it('is not taken from a record of another type', async () => {
    const { itGlue } = scene(() => reply({ data: { ...organizationRow('7001'), type: 'configurations' } }));
    expect(failureIn(await itGlue.organization(access, organizationId('7001')))).toEqual({ code: 'bad-response' });
  });

  const folder = (id: string, name: string, parent: string | null, organization: string | null = null) => ({
    id,
    type: 'password_folders',
    attributes: { name, 'parent-id': parent, 'organization-id': organization },
  });
  const foldersOf = async (...data: readonly unknown[]) => {
    const answer = await scene(() => reply({ data })).itGlue.folders(access, organizationId('7001'));
    return answer.ok ? answer.value.map(({ name }) => name) : answer;
  };

  it('folders of another organization are not among its own', async () => {
    expect(await foldersOf(folder('1', 'Servers', null, '7001'), folder('2', 'Secret', null, '7002'))).toEqual([
      'Servers',
    ]);
  });

  it('folders that lie in each other in a circle end somewhere', async () => {
    const [one] = (await foldersOf(folder('1', 'A', '2'), folder('2', 'B', '1'))) as readonly string[];
    expect(one?.split(' › ')).toHaveLength(10);
  });
});
