import { beforeEach, describe, expect, it } from 'vitest';
import { createItGlue } from '../../src/background/adapters/it-glue.ts';
import { createRequestBudget, ownRefusal } from '../../src/background/adapters/request-budget.ts';
import { accessOf } from '../../src/background/api-key-access.ts';
import type { ItGlue } from '../../src/background/ports.ts';
import { checkEntry } from '../../src/background/use-cases/check-entry.ts';
import { createVault } from '../../src/background/use-cases/create-vault.ts';
import { deleteApiKey } from '../../src/background/use-cases/delete-api-key.ts';
import { keyHealth } from '../../src/background/use-cases/key-health.ts';
import { demoKeys } from '../../src/demo/demo-credentials.ts';
import { createFakeItGlue, type FakeItGlue } from '../../src/demo/fake-it-glue.ts';
import { fetchOf } from '../../src/demo/it-glue/fetch-of.ts';
import type { CredentialEntry } from '../../src/domain/entry.ts';
import { asId } from '../../src/domain/ids.ts';
import { Secret } from '../../src/domain/secret.ts';
import { entry, savedKey } from './api-key-world.ts';
import { diskText, vaultWorld } from './vault/vault-world.ts';

const id = asId<'api-key'>('key-1');

let world: ReturnType<typeof vaultWorld>;
let fake: FakeItGlue;
let itGlue: ItGlue;
beforeEach(async () => {
  world = vaultWorld();
  await world.run(createVault, { passphrase: 'harbor copper lantern' });
  await world.ports.store.put('api-key', id, savedKey({ region: 'us', key: new Secret(demoKeys.full) }));
  fake = createFakeItGlue();
  itGlue = createItGlue({ now: () => world.clock.now, online: () => true, fetch: fetchOf(fake.handle) });
  world.ports = { ...world.ports, itGlue };
});

const refused = async () => {
  const health = await world.run(keyHealth, { apiKeyId: id });
  return health.ok ? health.value.days.map((day) => day.refused) : health.failure;
};

/** The notes are written behind the answer: a question later they are there. */
const ask = async () => {
  const access = await accessOf(world.ports, id);
  if (!access.ok) throw new Error(access.failure.code);
  return itGlue.organizations(access.value);
};

describe('how IT Glue takes a key', () => {
  it('is written down when it refuses it, sealed, and goes with the key', async () => {
    expect(await refused()).toEqual([]);
    fake.mutate.setKeyState('full', 'revoked');
    await ask();
    await expect.poll(refused).toEqual([{ 401: 0, 403: 1, 429: 0 }]);
    expect(await diskText()).not.toContain('"refused"');
    await world.run(deleteApiKey, { apiKeyId: id });
    expect((await world.ports.store.get('key-health', id)).ok).toBe(true);
    expect(await world.ports.store.get('key-health', id)).toMatchObject({ value: null });
  });

  it('counts no refusal of our own, which IT Glue never heard of', async () => {
    const own = new Response(null, { status: 429, statusText: ownRefusal });
    const quiet = createItGlue({ now: () => world.clock.now, online: () => true, fetch: async () => own });
    const access = await accessOf(world.ports, id);
    expect(access.ok && (await quiet.organizations(access.value))).toMatchObject({ failure: { code: 'rate-limited' } });
    const theirs = createItGlue({
      now: () => world.clock.now,
      online: () => true,
      fetch: async () => new Response(null, { status: 429 }),
    });
    if (access.ok) await theirs.organizations(access.value);
    await expect.poll(refused).toEqual([{ 401: 0, 403: 0, 429: 1 }]);
    const budget = createRequestBudget(
      () => 0,
      () => 0,
    ).fetchFor('background', async () => new Response(null, { status: 429 }));
    await budget('https://api.itglue.com/organizations');
    expect((await budget('https://api.itglue.com/organizations')).statusText).toBe(ownRefusal);
  });
});

describe('checking an entry with its key', () => {
  const organizationName = 'Northwind Dental Group';
  const keep = async (selection: CredentialEntry['selection'], passwordName = 'FW-NWD-01 firewall admin') => {
    const { id: organizationId } = fake.organization(organizationName);
    const password = fake.password(organizationName, passwordName);
    const content = {
      ...entry(),
      organizationId: asId(String(organizationId)),
      selection: selection.mode === 'password' ? { ...selection, passwordId: asId(String(password.id)) } : selection,
    } as CredentialEntry;
    await world.ports.store.put('entry', 'entry-1', content);
    return String(password.id);
  };
  const check = async () => {
    const answer = await world.run(checkEntry, { entryId: asId('entry-1') });
    return answer.ok ? answer.value.verdict : answer.failure.code;
  };
  const one = { mode: 'password', passwordId: asId<'password'>('0'), passwordName: 'x', username: null } as const;

  it('says what works, what is gone and what the key may not see, and reads no password value', async () => {
    await keep({ mode: 'always-prompt' });
    expect(await check()).toBe('works');
    const passwordId = await keep(one);
    expect(await check()).toBe('works');
    fake.mutate.archivePassword(passwordId);
    expect(await check()).toBe('gone');
    fake.mutate.archivePassword(passwordId, false);
    fake.mutate.setKeyState('full', 'revoked');
    expect(await check()).toBe('no-access');
    expect(fake.journal.reveals).toEqual([]);
  });

  it('says that it does not know where IT Glue gives no verdict', async () => {
    await keep(one);
    const down = createItGlue({
      now: () => 0,
      online: () => true,
      fetch: async () => new Response('', { status: 503 }),
    });
    world.ports = { ...world.ports, itGlue: down };
    expect(await check()).toBe('untold');
  });
});
