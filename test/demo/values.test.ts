import { describe, expect, it } from 'vitest';
import { northwind } from '../../src/demo/demo-logins.ts';
import { createFakeItGlue } from '../../src/demo/fake-it-glue.ts';
import { ask, errorsOf, rowOf, rowsOf } from './scene.ts';

const printer = (fake = createFakeItGlue()) => fake.password(northwind, 'Reception printer');

describe('a list', () => {
  it('never has a value', async () => {
    const fake = createFakeItGlue();
    const answers = [
      await ask(fake, '/passwords?page[size]=1000'),
      await ask(fake, `/organizations/${fake.organization(northwind).id}/relationships/passwords`),
      await ask(fake, '/passwords?show_password=true'),
    ];
    for (const answer of answers) {
      expect(rowsOf(answer).length).toBeGreaterThan(10);
      expect(rowsOf(answer).filter(({ attributes }) => 'password' in attributes)).toEqual([]);
    }
    expect(fake.journal.reveals).toEqual([]);
  });

  it('has one when the switch is on, as the official example, and the reveal log says so', async () => {
    const fake = createFakeItGlue({ indexShowsOnePassword: true });
    const rows = rowsOf(await ask(fake, '/passwords'));
    expect(rows.filter(({ attributes }) => 'password' in attributes).map(({ id }) => id)).toEqual([rows[0]?.id]);
    expect(fake.journal.reveals.map(({ passwordId }) => passwordId)).toEqual([rows[0]?.id]);
  });

  it('may refuse show_password', async () => {
    const answer = await ask(createFakeItGlue({ showPasswordOnIndex: '422' }), '/passwords?show_password=true');
    expect(answer.status).toBe(422);
    expect(errorsOf(answer)[0]).toMatchObject({ source: { pointer: 'show_password' } });
  });
});

describe('a single password', () => {
  it.each(['', '?show_password=true', '?show_password=1'])('%j reveals its value', async (query) => {
    const fake = createFakeItGlue();
    const { id, value } = printer(fake);
    expect(rowOf(await ask(fake, `/passwords/${id}${query}`)).attributes.password).toBe(value);
    expect(fake.journal.reveals).toMatchObject([{ passwordId: id, keyAlias: 'full', request: 1 }]);
  });

  it.each(['false', '0'])('show_password=%s does not', async (asked) => {
    const fake = createFakeItGlue();
    const row = rowOf(await ask(fake, `/passwords/${printer(fake).id}?show_password=${asked}`));
    expect(row.attributes).not.toHaveProperty('password');
    expect(fake.journal.reveals).toEqual([]);
  });

  it('comes without a value to a key without Password Access: no attribute, or null', async () => {
    const fake = createFakeItGlue();
    const path = `/passwords/${printer(fake).id}`;
    const missing = await ask(fake, path, { key: 'no-password-access' });
    fake.options.noPasswordAccess = 'null';
    const absent = await ask(fake, path, { key: 'no-password-access' });
    expect([missing.status, absent.status]).toEqual([200, 200]);
    expect(rowOf(missing).attributes).not.toHaveProperty('password');
    expect(rowOf(absent).attributes.password).toBeNull();
    expect(fake.journal.reveals).toEqual([]);
  });

  it('that does not exist is 401, 404 or 400, as the switch says', async () => {
    const fake = createFakeItGlue();
    const seen: unknown[] = [];
    for (const unknownRecord of ['401', '404-json', '404-html', '400-json'] as const) {
      fake.options.unknownRecord = unknownRecord;
      const answer = await ask(fake, '/passwords/999');
      seen.push([answer.status, answer.json === null ? 'html' : errorsOf(answer)[0]?.detail]);
    }
    expect(seen).toEqual([
      [401, 'Unauthorized resource access'],
      [404, 'Record not found'],
      [404, 'html'],
      [400, 'Record not found'],
    ]);
  });

  it('below the wrong organization is 401 or 404', async () => {
    const fake = createFakeItGlue();
    const other = fake.organization('Contoso Legal LLP').id;
    const path = `/organizations/${other}/relationships/passwords/${printer(fake).id}`;
    expect((await ask(fake, path)).status).toBe(401);
    fake.options.wrongOrganization = '404';
    expect((await ask(fake, path)).status).toBe(404);
    expect(fake.journal.reveals).toEqual([]);
  });

  it('below its own organization is itself', async () => {
    const fake = createFakeItGlue();
    const { id, organizationId, value } = printer(fake);
    const row = rowOf(await ask(fake, `/organizations/${organizationId}/relationships/passwords/${id}`));
    expect([row.id, row.attributes.password]).toEqual([id, value]);
  });

  it('in a vault has null, nothing, or a ciphertext', async () => {
    const fake = createFakeItGlue();
    const { id } = fake.password('Kub, Reynolds and Gibson', 'Break-glass (vault)');
    const shown = async () => rowOf(await ask(fake, `/passwords/${id}`)).attributes;
    expect(await shown()).toMatchObject({ 'vault-id': 88123, password: null });
    fake.options.vaultedPassword = 'missing';
    expect(await shown()).not.toHaveProperty('password');
    expect(fake.journal.reveals).toEqual([]);
    fake.options.vaultedPassword = 'ciphertext';
    expect((await shown()).password).toMatch(/^vault:/);
  });

  it('never brings a one-time code, only that there is one', async () => {
    const fake = createFakeItGlue();
    const { id } = fake.password('Contoso Legal LLP', 'Contoso admin center');
    const { attributes } = rowOf(await ask(fake, `/passwords/${id}`));
    expect(Object.keys(attributes).filter((name) => name.includes('otp'))).toEqual(['otp-enabled']);
    expect(attributes['otp-enabled']).toBe(true);
  });
});
