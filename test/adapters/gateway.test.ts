import { afterEach, describe, expect, it, vi } from 'vitest';
import { readGateway } from '../../scripts/gateway-of-build.ts';
import type { Gateway } from '../../src/domain/gateway.ts';
import { access, failureIn, organizationId, organizationRow, passwordId, reply, testKey } from './it-glue-scene.ts';

const described = {
  endpoint: 'https://gateway.msp.example:8443/itglue/?tenant=1',
  header: 'Authorization',
  scheme: 'Bearer',
};

/** The client as it is in a build for this gateway. */
async function throughGateway(gateway: Gateway, answer: () => Response) {
  vi.stubGlobal('__GATEWAY__', gateway);
  vi.resetModules();
  const { createItGlue } = await import('../../src/background/adapters/it-glue.ts');
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    requests.push(new Request(input, init));
    return answer();
  };
  return { itGlue: createItGlue({ fetch, now: () => 1, online: () => true }), requests };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('SR-53: a build for a gateway', () => {
  it('asks the gateway alone, with its prefix, its query and the token in its header', async () => {
    const { itGlue, requests } = await throughGateway(readGateway(JSON.stringify(described)), () =>
      reply({ data: organizationRow('42') }),
    );
    await itGlue.organization(access, organizationId('42'));
    await itGlue.passwordSummary(access, passwordId('77'));
    expect(requests.map(({ url }) => url)).toEqual([
      'https://gateway.msp.example:8443/itglue/organizations/42?tenant=1',
      'https://gateway.msp.example:8443/itglue/passwords/77?tenant=1&show_password=false',
    ]);
    for (const { headers } of requests)
      expect([...headers]).toEqual([
        ['accept', 'application/vnd.api+json'],
        ['authorization', `Bearer ${testKey}`],
      ]);
  });

  it('sends a token without a scheme as it is', async () => {
    const { itGlue, requests } = await throughGateway(
      readGateway(JSON.stringify({ endpoint: 'https://gateway.msp.example', header: 'X-Technician' })),
      () => reply({ data: organizationRow('42') }),
    );
    await itGlue.organization(access, organizationId('42'));
    expect(requests[0]?.url).toBe('https://gateway.msp.example/organizations/42');
    expect(requests[0]?.headers.get('x-technician')).toBe(testKey);
  });

  it.each([
    [401, 'gateway-token'],
    [403, 'gateway-refused'],
  ] as const)('tells by status %i what the gateway means, without another request', async (status, code) => {
    const { itGlue, requests } = await throughGateway(
      readGateway(JSON.stringify(described)),
      () => new Response(null, { status }),
    );
    expect(failureIn(await itGlue.password(access, passwordId('77')))).toEqual({ code });
    expect(requests).toHaveLength(1);
  });

  it('is under no policy of regions, for it has none', async () => {
    vi.stubGlobal('__GATEWAY__', readGateway(JSON.stringify(described)));
    vi.resetModules();
    const { openPolicy, regionAllowed } = await import('../../src/domain/policy.ts');
    expect(regionAllowed({ ...openPolicy, regions: ['eu'] }, 'us')).toBe(true);
    vi.unstubAllGlobals();
    vi.resetModules();
    const normal = await import('../../src/domain/policy.ts');
    expect(normal.regionAllowed({ ...openPolicy, regions: ['eu'] }, 'us')).toBe(false);
  });
});

describe('the description of a gateway', () => {
  it.each([
    ['no JSON', '{', 'no JSON'],
    ['a field more', JSON.stringify({ ...described, key: 'x' }), 'nothing else'],
    ['no header', JSON.stringify({ endpoint: described.endpoint }), 'needs “endpoint” and “header”'],
    ['plain http', JSON.stringify({ ...described, endpoint: 'http://gateway.msp.example' }), 'begin with https'],
    ['no address', JSON.stringify({ ...described, endpoint: 'gateway' }), 'no address'],
    ['a password in the address', JSON.stringify({ ...described, endpoint: 'https://a:b@gw.example' }), 'user name'],
    ['a wildcard', JSON.stringify({ ...described, endpoint: 'https://*.example.com' }), 'a plain host'],
    ['a directive', JSON.stringify({ ...described, endpoint: 'https://gw.example;script-src' }), 'a plain host'],
    ['IT Glue itself', JSON.stringify({ ...described, endpoint: 'https://api.itglue.com' }), 'not one of IT Glue'],
    ['a fragment', JSON.stringify({ ...described, endpoint: 'https://gw.example/#x' }), 'a #'],
    ['a header of the browser', JSON.stringify({ ...described, header: 'Cookie' }), 'choose another'],
    ['the header of IT Glue', JSON.stringify({ ...described, header: 'X-Api-Key' }), 'choose another'],
    ['two headers in one', JSON.stringify({ ...described, header: 'a: b\nc' }), 'needs “endpoint” and “header”'],
    ['a line end in the scheme', JSON.stringify({ ...described, scheme: 'a\r\nb' }), 'needs “endpoint” and “header”'],
  ])('%s is refused with a sentence', (_what, text, sentence) => {
    expect(() => readGateway(text)).toThrow(sentence);
  });
});
