import { describe, expect, it } from 'vitest';
import { listCredentials } from '../../src/background/use-cases/list-credentials.ts';
import { listOrganizations } from '../../src/background/use-cases/list-organizations.ts';
import { listPasswords } from '../../src/background/use-cases/list-passwords.ts';
import { asId } from '../../src/domain/ids.ts';
import {
  administrator,
  entry,
  key,
  keyIn,
  organization,
  organizationRow,
  passwordRow,
  savedKey,
  technician,
  worldWith,
} from './api-key-world.ts';

const fresh = { entryId: null, apiKeyId: key, refresh: false };
const passwordsOf = (organizationId = organization, refresh = false) => ({ ...fresh, organizationId, refresh });

describe('lists from IT Glue', () => {
  it('come with their age, and note that the key works', async () => {
    const world = worldWith(savedKey());
    expect(await listOrganizations(world.ports, fresh, administrator)).toEqual({
      ok: true,
      value: { rows: [organizationRow], complete: true, fetchedAt: world.time },
    });
    expect(keyIn(world)?.lastSuccessAt).toBe(world.time);
    expect(world.asked).toEqual(['organizations with ITG.first-key in eu']);
  });

  it('are kept five minutes, each organization for itself', async () => {
    const world = worldWith(savedKey());
    await listPasswords(world.ports, passwordsOf(), administrator);
    world.time += 299_999;
    await listPasswords(world.ports, passwordsOf(), administrator);
    expect(world.asked).toHaveLength(1);
    await listPasswords(world.ports, passwordsOf(asId('7002')), administrator);
    expect(world.asked).toHaveLength(2);
    world.time += 1;
    await listPasswords(world.ports, passwordsOf(), administrator);
    expect(world.asked).toHaveLength(3);
  });

  it('are kept for each key apart', async () => {
    const world = worldWith(savedKey(), savedKey({ id: asId('key-2'), region: 'us' }));
    await listOrganizations(world.ports, fresh, administrator);
    await listOrganizations(world.ports, { ...fresh, apiKeyId: asId('key-2') }, administrator);
    expect(world.asked).toHaveLength(2);
  });

  it('are asked for anew on refresh', async () => {
    const world = worldWith(savedKey());
    await listPasswords(world.ports, passwordsOf(), administrator);
    world.time += 10;
    const again = await listPasswords(world.ports, passwordsOf(organization, true), administrator);
    expect(again).toMatchObject({ value: { fetchedAt: world.time } });
    expect(await listPasswords(world.ports, passwordsOf(), administrator)).toEqual(again);
    expect(world.asked).toHaveLength(2);
  });

  it('asked for twice at once are asked of IT Glue once', async () => {
    const world = worldWith(savedKey());
    const both = await Promise.all([
      listPasswords(world.ports, passwordsOf(), administrator),
      listPasswords(world.ports, passwordsOf(), administrator),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(world.asked).toHaveLength(1);
  });

  it('that arrive after the vault was locked are neither shown nor kept', async () => {
    const world = worldWith(savedKey());
    world.meanwhile = () => {
      world.role = null;
    };
    expect(await listOrganizations(world.ports, fresh, administrator)).toEqual({
      ok: false,
      failure: { code: 'locked' },
    });
    world.role = 'administrator';
    world.meanwhile = () => undefined;
    await listOrganizations(world.ports, fresh, administrator);
    expect(world.asked).toHaveLength(2);
  });

  it('need a key that is there', async () => {
    expect(await listOrganizations(worldWith().ports, fresh, administrator)).toEqual({
      ok: false,
      failure: { code: 'api-key-not-found' },
    });
  });

  it('are open to a technician for the key of an entry that may be edited, and for no other', async () => {
    const world = worldWith(savedKey(), savedKey({ id: asId('key-2') }), entry());
    const mine = { entryId: entry().id, apiKeyId: key, refresh: false };
    expect(await listOrganizations(world.ports, mine, technician)).toMatchObject({ ok: true });
    const refused = { ok: false, failure: { code: 'not-allowed', right: 'edit' } };
    expect(await listOrganizations(world.ports, { ...mine, apiKeyId: asId('key-2') }, technician)).toEqual(refused);
    const other = { ...mine, apiKeyId: asId<'api-key'>('key-2'), organizationId: organization };
    expect(await listPasswords(world.ports, other, technician)).toEqual(refused);
    expect(await listOrganizations(world.ports, fresh, technician)).toEqual({
      ok: false,
      failure: { code: 'administrator-only' },
    });
  });
});

describe('the IT Glue credentials list of an entry', () => {
  it('with Always prompt: the passwords of its organization', async () => {
    const world = worldWith(savedKey(), entry());
    expect(await listCredentials(world.ports, { entryId: entry().id, refresh: false }, technician)).toMatchObject({
      value: { rows: [passwordRow('1'), passwordRow('2')] },
    });
    expect(world.asked).toEqual(['passwords of 7001 with ITG.first-key in eu']);
  });

  const fixed = entry({ selection: { mode: 'password', passwordId: asId('9'), passwordName: 'N', username: null } });

  it('for one password: that one, and nothing else is asked for', async () => {
    const world = worldWith(savedKey(), fixed);
    expect(await listCredentials(world.ports, { entryId: fixed.id, refresh: false }, technician)).toEqual({
      ok: true,
      value: { rows: [passwordRow('9')], complete: true, fetchedAt: world.time },
    });
    expect(world.asked).toEqual(['summary 9 with ITG.first-key in eu']);
  });

  it('for one password that moved to another organization: says so', async () => {
    const elsewhere = { ...fixed, organizationId: asId<'organization'>('7002') };
    const world = worldWith(savedKey(), elsewhere);
    expect(await listCredentials(world.ports, { entryId: fixed.id, refresh: false }, technician)).toEqual({
      ok: false,
      failure: { code: 'record-moved' },
    });
  });

  it.each([
    ['deleted', entry({ deletedAt: 5 })],
    ['unknown', entry({ id: asId('entry-2') })],
  ])('of an entry that is %s: not found, and nothing is asked', async (_what, kept) => {
    const world = worldWith(savedKey(), kept);
    expect(await listCredentials(world.ports, { entryId: asId('entry-1'), refresh: false }, administrator)).toEqual({
      ok: false,
      failure: { code: 'entry-not-found' },
    });
    expect(world.asked).toEqual([]);
  });
});
