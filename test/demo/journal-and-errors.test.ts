import { describe, expect, it } from 'vitest';
import { demoEpoch, manualClock } from '../../src/demo/clock.ts';
import { demoKeyAliases, demoKeys } from '../../src/demo/demo-credentials.ts';
import { northwind } from '../../src/demo/demo-logins.ts';
import { createFakeItGlue } from '../../src/demo/fake-it-glue.ts';
import type { ErrorShape } from '../../src/demo/it-glue/fake-options.ts';
import { ask, errorsOf } from './scene.ts';

describe('the journal', () => {
  it('has what was asked, by whom, when, and how it ended', async () => {
    const clock = manualClock();
    const fake = createFakeItGlue({ clock });
    clock.advance(5_000);
    const headers = { 'x-api-key': demoKeys.full, accept: 'application/vnd.api+json' };
    await ask(fake, '/passwords?page[size]=20&filter[name]=a%26b', { init: { headers } });
    await ask(fake, '/organizations', { key: null });
    expect(fake.journal.entries).toMatchObject([
      {
        number: 1,
        time: demoEpoch + 5_000,
        method: 'GET',
        scheme: 'https',
        host: 'api.itglue.com',
        path: '/passwords',
        query: { 'page[size]': '20', 'filter[name]': 'a&b' },
        headers: { accept: 'application/vnd.api+json', 'x-api-key': '[key full]' },
        body: '',
        keyAlias: 'full',
        keyElsewhere: [],
        status: 200,
      },
      { number: 2, path: '/organizations', keyAlias: null, status: 403 },
    ]);
  });

  it('can be searched and cleared', async () => {
    const fake = createFakeItGlue();
    await ask(fake, '/passwords/1');
    await ask(fake, '/organizations', { key: 'eu' });
    expect(fake.journal.matching({ path: /^\/passwords/ })).toHaveLength(1);
    expect(fake.journal.matching({ keyAlias: 'eu', host: 'api.itglue.com', method: 'GET' })).toHaveLength(1);
    expect(fake.journal.matching({ path: '/passwords' })).toEqual([]);
    fake.journal.clear();
    expect([fake.journal.entries, fake.journal.reveals]).toEqual([[], []]);
  });

  it('never holds a key, wherever it was put, and says where it was', async () => {
    const fake = createFakeItGlue();
    const strange = 'ITG.0123456789abcdef0123456789abcdef.made-up-for-this-test_0000000000000000000000000000';
    for (const key of [...demoKeyAliases.map((alias) => demoKeys[alias]), strange]) {
      const headers = { 'x-api-key': key, referer: `https://page.test/?k=${key}`, authorization: `Bearer ${key}` };
      const path = `/organizations/${key}?key=${encodeURIComponent(key)}`;
      await ask(fake, path, { init: { method: 'POST', headers, body: JSON.stringify({ key }) } });
    }
    const written = decodeURIComponent(JSON.stringify(fake.journal.entries));
    for (const key of [...Object.values(demoKeys), strange]) expect(written).not.toContain(key.slice(4, 60));
    expect(new Set(fake.journal.entries[0]?.keyElsewhere)).toEqual(
      new Set(['path', 'query', 'body', 'referer', 'authorization']),
    );
    expect(fake.journal.entries.map(({ keyAlias }) => keyAlias)).toEqual([...demoKeyAliases, 'unknown']);
  });

  it('logs a reveal with its record, time and request', async () => {
    const clock = manualClock();
    const fake = createFakeItGlue({ clock });
    const { id, organizationId } = fake.password(northwind, 'Reception printer');
    await ask(fake, '/passwords');
    await ask(fake, `/passwords/${id}`);
    expect(fake.journal.reveals).toEqual([
      { time: demoEpoch, passwordId: id, organizationId, keyAlias: 'full', request: 2 },
    ]);
    expect(JSON.stringify(fake.journal)).not.toContain(fake.password(northwind, 'Reception printer').value);
  });
});

describe('errors come in every observed shape', () => {
  const error = async (shape: Partial<ErrorShape>, path = '/passwords?sort=bogus') => {
    const fake = createFakeItGlue();
    fake.options.errors = { ...fake.options.errors, ...shape };
    return ask(fake, path);
  };

  it('status as a number or a text', async () => {
    expect(errorsOf(await error({}))[0]?.status).toBe(422);
    expect(errorsOf(await error({ status: 'string' }))[0]?.status).toBe('422');
  });

  it('pointer without and with a slash', async () => {
    expect(errorsOf(await error({}))[0]?.source).toEqual({ pointer: 'sort' });
    expect(errorsOf(await error({ pointer: 'slash' }))[0]?.source).toEqual({ pointer: '/sort' });
  });

  it('without a title, without a detail', async () => {
    expect(errorsOf(await error({ omit: 'title' }, '/passwords/9'))[0]).not.toHaveProperty('title');
    expect(errorsOf(await error({ omit: 'detail' }, '/passwords/9'))[0]).not.toHaveProperty('detail');
  });

  it('errors as one object', async () => {
    expect((await error({ errors: 'object' }, '/passwords/9')).json?.errors).toMatchObject({ status: 401 });
  });

  it('with what was submitted in it, even the key', async () => {
    const { text } = await error({ echo: true });
    expect(text).toContain('sort=bogus');
    expect(text).toContain(demoKeys.full);
  });
});
