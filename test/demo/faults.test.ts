import { describe, expect, it } from 'vitest';
import { manualClock } from '../../src/demo/clock.ts';
import { demoKeys } from '../../src/demo/demo-credentials.ts';
import { createFakeItGlue } from '../../src/demo/fake-it-glue.ts';
import type { Fault } from '../../src/demo/it-glue/fault-rule.ts';
import { ask, rowsOf } from './scene.ts';

const clock = manualClock();
const struck = (fault: Fault) => {
  const fake = createFakeItGlue({ clock });
  fake.faults.add({ fault });
  return fake;
};

describe('every kind of fault', () => {
  it('latency: the answer is right, but later', async () => {
    const before = clock.now();
    expect((await ask(struck({ kind: 'latency', ms: 4_000 }), '/organizations')).status).toBe(200);
    expect(clock.now() - before).toBe(4_000);
  });

  it('latency on a real clock ends when the caller gives up', async () => {
    const fake = createFakeItGlue();
    fake.faults.add({ fault: { kind: 'latency', ms: 60_000 } });
    const gaveUp = new AbortController();
    const asked = fake.fetch('https://api.itglue.com/organizations', { signal: gaveUp.signal });
    gaveUp.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('hang: nothing ever comes', async () => {
    const gaveUp = new AbortController();
    const asked = struck({ kind: 'hang' }).fetch('https://api.itglue.com/organizations', { signal: gaveUp.signal });
    setTimeout(() => gaveUp.abort(), 5);
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('status: any, with any body', async () => {
    const answer = await ask(
      struck({ kind: 'status', status: 418, body: 'tea', contentType: 'text/plain', headers: { 'x-pot': '1' } }),
      '/organizations',
    );
    expect([answer.status, answer.text, answer.type, answer.headers.get('x-pot')]).toEqual([
      418,
      'tea',
      'text/plain',
      '1',
    ]);
  });

  it('server-error: 500 with JSON that has no errors', async () => {
    const answer = await ask(struck({ kind: 'server-error' }), '/organizations');
    expect([answer.status, answer.text]).toEqual([500, '{"status":500,"error":"Internal Server Error"}']);
  });

  it.each([502, 503, 504] as const)('gateway-error: %i with HTML', async (status) => {
    const answer = await ask(struck({ kind: 'gateway-error', status }), '/organizations');
    expect([answer.status, answer.type]).toEqual([status, 'text/html; charset=utf-8']);
    expect(answer.text).toContain(`<title>${status} `);
  });

  it('reset: the fetch fails as a broken network does', async () => {
    const fake = struck({ kind: 'reset' });
    await expect(ask(fake, '/organizations')).rejects.toThrow(TypeError);
    expect(fake.journal.entries.map(({ status }) => status)).toEqual(['reset']);
  });

  it('html: 200 with a sign-in page', async () => {
    const answer = await ask(struck({ kind: 'html' }), '/organizations');
    expect([answer.status, answer.type, answer.json]).toEqual([200, 'text/html; charset=utf-8', null]);
  });

  it('redirect: to wherever the rule says', async () => {
    const fake = struck({ kind: 'redirect', to: 'https://evil.test/', status: 307 });
    const answer = await ask(fake, '/organizations');
    expect([answer.status, answer.headers.get('location')]).toEqual([307, 'https://evil.test/']);
  });

  it('redirect: a fetch that follows carries its key there, and the journal shows it', async () => {
    const fake = createFakeItGlue();
    fake.faults.add({ when: { host: 'api.itglue.com' }, fault: { kind: 'redirect', to: 'https://evil.test/' } });
    await fake.fetch('https://api.itglue.com/organizations', { headers: { 'x-api-key': demoKeys.full } });
    expect(fake.journal.entries.map(({ host, keyAlias }) => [host, keyAlias])).toEqual([
      ['api.itglue.com', 'full'],
      ['evil.test', 'full'],
    ]);
  });

  it('truncated-body: 200, well ended, but half a JSON', async () => {
    const [whole, half] = [
      await ask(createFakeItGlue(), '/organizations'),
      await ask(struck({ kind: 'truncated-body' }), '/organizations'),
    ];
    expect([half.status, half.type, half.json]).toEqual([200, whole.type, null]);
    expect(whole.text.startsWith(half.text.slice(0, -1))).toBe(true);
    expect(half.text.length).toBeLessThan(whole.text.length);
  });

  it('cut-body: the body breaks off', async () => {
    const reply = await struck({ kind: 'cut-body' }).fetch('https://api.itglue.com/organizations', {
      headers: { 'x-api-key': demoKeys.full },
    });
    expect(reply.status).toBe(200);
    await expect(reply.text()).rejects.toThrow(TypeError);
  });

  it('slow-body: whole, but it takes its time', async () => {
    const before = clock.now();
    expect(rowsOf(await ask(struck({ kind: 'slow-body', ms: 30_000 }), '/organizations'))).toHaveLength(50);
    expect(clock.now() - before).toBeGreaterThanOrEqual(30_000);
  });

  it('empty-body: 200 and nothing', async () => {
    const answer = await ask(struck({ kind: 'empty-body' }), '/organizations');
    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  it('wrong-type-body: JSON that says that it is none', async () => {
    const answer = await ask(struck({ kind: 'wrong-type-body', contentType: 'text/plain' }), '/organizations');
    expect([answer.type, rowsOf(answer).length]).toEqual(['text/plain', 50]);
  });

  it('rewritten-body: anything else', async () => {
    const fault: Fault = {
      kind: 'rewritten-body',
      rewrite: (text) => text.replaceAll('"organizations"', '"passwords"'),
    };
    expect(rowsOf(await ask(struck(fault), '/organizations'))[0]?.type).toBe('passwords');
  });
});

describe('which requests are struck', () => {
  const statuses = async (
    when: Parameters<ReturnType<typeof createFakeItGlue>['faults']['add']>[0]['when'],
    paths: readonly string[],
  ) => {
    const fake = createFakeItGlue();
    fake.faults.add({ ...(when === undefined ? {} : { when }), fault: { kind: 'gateway-error', status: 504 } });
    const seen: number[] = [];
    for (const path of paths) seen.push((await ask(fake, path)).status);
    return seen;
  };
  const [a, b] = ['/organizations', '/passwords'];

  it('those of a path, whole or by pattern', async () => {
    expect(await statuses({ path: b }, [a, b, '/passwords/1'])).toEqual([200, 504, 401]);
    expect(await statuses({ path: /^\/passwords/ }, [a, b, '/passwords/1'])).toEqual([200, 504, 504]);
  });

  it('the nth that fits, or the first few', async () => {
    expect(await statuses({ path: a, nth: 2 }, [a, b, a, a])).toEqual([200, 200, 504, 200]);
    expect(await statuses({ times: 2 }, [a, b, a])).toEqual([504, 504, 200]);
  });

  it('those that ask for too large pages', async () => {
    const pages = [1000, 500, 250].map((size) => `/passwords?page[size]=${size}`);
    expect(await statuses({ pageSizeAbove: 250 }, pages)).toEqual([504, 504, 200]);
    expect(await statuses({ pageSizeAbove: 40 }, ['/passwords'])).toEqual([504]);
  });

  it('those of a key or a host', async () => {
    const fake = createFakeItGlue();
    fake.faults.add({ when: { key: 'eu' }, fault: { kind: 'server-error' } });
    fake.faults.add({ when: { host: 'api.au.itglue.com' }, fault: { kind: 'gateway-error', status: 502 } });
    expect((await ask(fake, a)).status).toBe(200);
    expect((await ask(fake, a, { key: 'eu', host: 'api.eu.itglue.com' })).status).toBe(500);
    expect((await ask(fake, a, { key: 'au', host: 'api.au.itglue.com' })).status).toBe(502);
  });

  it('several faults come in the order in which they were added, and end when told', async () => {
    const fake = createFakeItGlue({ clock });
    const before = clock.now();
    fake.faults.add({ fault: { kind: 'latency', ms: 1_000 } });
    const end = fake.faults.add({ fault: { kind: 'server-error' } });
    expect((await ask(fake, a)).status).toBe(500);
    end();
    expect((await ask(fake, a)).status).toBe(200);
    fake.faults.clear();
    await ask(fake, a);
    expect(clock.now() - before).toBe(2_000);
  });

  it('a password that a fault kept back is not in the reveal log', async () => {
    const fake = createFakeItGlue();
    const { id } = fake.password('Northwind Dental Group', 'Reception printer');
    const end = fake.faults.add({ fault: { kind: 'gateway-error', status: 503 } });
    await ask(fake, `/passwords/${id}`);
    expect(fake.journal.reveals).toEqual([]);
    end();
    await ask(fake, `/passwords/${id}`);
    expect(fake.journal.reveals).toHaveLength(1);
  });
});
