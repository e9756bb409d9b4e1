import { beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../../../src/domain/ids.ts';
import { type Policy, unmanaged } from '../../../src/domain/policy.ts';
import { fail } from '../../../src/domain/result.ts';
import type { RequestOf } from '../../../src/messaging/contract.ts';
import { policySource } from '../unmanaged.ts';
import { type AllWorld, allWorld, everybody, tenants } from './all-world.ts';

const northwind = 'Northwind Dental Group';
const contoso = 'Contoso Legal LLP';
const atNorthwind = 'https://nwd.tenants.example';
const atContoso = 'https://contoso.tenants.example';

type Question = RequestOf<'index.search'>;
const list: Question = { query: '', limit: 50, origin: null, organizationId: null };

let world: AllWorld;
beforeEach(async () => {
  world = await allWorld();
});

const launch = (passwordId: string | null) =>
  world.ask('session.launch', { entryId: tenants.id, passwordId: passwordId === null ? null : asId(passwordId) });

const contosoAlone = () => ({
  organizationId: asId<'organization'>(world.fake.organization(contoso).id),
  organizationName: contoso,
  organizationShortName: 'contoso',
});

const hits = async (more: Partial<Question> & { readonly entryId?: string } = {}) => {
  const { entryId = tenants.id, ...question } = more;
  const answer = await world.ask('credentials.search', { ...list, ...question, entryId: asId(entryId) });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};

describe('the list of an entry of all organizations', () => {
  it('is everybody’s, searched and ranked, and asks IT Glue for nothing', async () => {
    const { id } = world.fake.organization(contoso);
    const all = await hits();
    expect(all.total).toBeGreaterThan(800);
    expect(all.hits).toHaveLength(50);
    const found = await hits({ query: 'contoso admin center' });
    expect(found.hits[0]?.summary).toMatchObject({ organizationName: contoso, name: 'Contoso admin center' });
    const ranked = await hits({ organizationId: asId(id) });
    expect(new Set(ranked.hits.slice(0, 5).map((hit) => hit.summary.organizationName))).toEqual(new Set([contoso]));
    expect(world.askedPaths()).toEqual([]);
  });

  it('on a page that is one client’s own is that client’s alone', async () => {
    const { hits: rows } = await hits({ origin: atNorthwind });
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ summary }) => summary.organizationName))).toEqual(new Set([northwind]));
    expect((await hits({ origin: 'https://nobody-has-this.tenants.example' })).hits).toEqual([]);
  });

  it('is there for whoever has View, also by the credential entry itself, and for nobody else', async () => {
    world.state.role = 'technician';
    expect((await hits({ entryId: everybody.id })).total).toBeGreaterThan(800);
    const hidden = { ...everybody, rev: 2, permissions: { view: false, viewPassword: true, edit: true } };
    await world.ports.store.put('entry', everybody.id, hidden);
    for (const entryId of [everybody.id, tenants.id])
      expect(await world.ask('credentials.search', { ...list, entryId })).toEqual(fail({ code: 'entry-not-found' }));
  });

  it('is that organization’s alone where the entry is of one', async () => {
    await world.ports.store.put('entry', everybody.id, { ...everybody, ...contosoAlone() });
    const { hits: rows } = await hits({ entryId: everybody.id });
    expect(new Set(rows.map(({ summary }) => summary.organizationName))).toEqual(new Set([contoso]));
  });

  it('is none where the entry is for one password', async () => {
    const { id: passwordId } = world.password(contoso, 'Contoso admin center');
    const selection = { mode: 'password', passwordId, passwordName: 'Contoso admin center', username: null } as const;
    await world.ports.store.put('entry', everybody.id, { ...everybody, ...contosoAlone(), selection });
    expect(await world.ask('credentials.search', { ...list, entryId: everybody.id })).toEqual(
      fail({ code: 'not-in-list' }),
    );
  });

  it('is found by a technician’s search with everything that the key sees', async () => {
    expect((await world.search('', {}, 'technician')).total).toBeGreaterThan(800);
    expect((await world.search('contoso admin center', {}, 'technician')).hits[0]?.entryIds).toEqual(['all']);
  });
});

describe('a launch', () => {
  it('opens the address of the chosen password’s client and fills that client’s value there', async () => {
    const chosen = world.password(contoso, 'Contoso admin center');
    expect(await launch(chosen.id)).toMatchObject({ ok: true });
    expect(world.pages.openTab).toHaveBeenCalledWith(`${atContoso}/in`);
    expect(await world.page(atContoso)).toMatchObject([{ username: chosen.username, password: chosen.value }]);
    expect(world.askedPaths()).toEqual([`/passwords/${chosen.id}`]);
    expect(await world.ports.session.tabClient(5)).toMatchObject({ organizationName: contoso });
    const contosoId = String(world.fake.organization(contoso).id);
    for (const event of world.noted)
      expect(event).toMatchObject({ organizationId: contosoId, organizationName: contoso });
    expect(world.noted.map(({ action }) => action)).toEqual(['launched', 'fetched', 'filled']);
  });

  it('never fills another client’s page', async () => {
    await launch(world.password(contoso, 'Contoso admin center').id);
    for (const origin of [atNorthwind, 'https://tenants.example', 'https://contoso.tenants.example.evil.example'])
      expect(await world.page(origin)).toEqual([]);
    expect(world.askedPaths()).toEqual([]);
  });

  it('without a choice opens nothing', async () => {
    expect(await launch(null)).toEqual(fail({ code: 'choose-first' }));
    expect(world.pages.openTab).not.toHaveBeenCalled();
  });

  it('of what the index does not hold is refused before IT Glue is asked', async () => {
    expect(await launch('999999')).toEqual(fail({ code: 'not-in-list' }));
    await world.ask('index.exclude', {
      apiKeyId: everybody.apiKeyId,
      organizationIds: [asId(world.fake.organization(contoso).id)],
    });
    expect(await launch(world.password(contoso, 'Contoso admin center').id)).toEqual(fail({ code: 'not-in-list' }));
    expect(world.askedPaths()).toEqual([]);
  });

  it('of a client without a usable short name says so and opens nothing', async () => {
    const { id } = world.fake.organization('Kub, Reynolds and Gibson');
    const [odd] = [...world.fake.tenant().passwords.values()].filter(
      (one) => one.organizationId === id && !one.archived,
    );
    expect(await launch(String(odd?.id))).toEqual(fail({ code: 'host-refused', problem: 'variable-value' }));
    expect(world.pages.openTab).not.toHaveBeenCalled();
  });

  it('waits for access to that one site', async () => {
    world.state.missing = [atContoso];
    const passwordId = world.password(contoso, 'Contoso admin center').id;
    expect(await launch(passwordId)).toEqual(fail({ code: 'site-not-permitted', origin: atContoso }));
    expect(await world.ask('session.address', { entryId: tenants.id, passwordId })).toEqual({
      ok: true,
      value: { startUrl: `${atContoso}/in`, organizationName: contoso, missingSites: [atContoso] },
    });
    expect(world.pages.openTab).not.toHaveBeenCalled();
  });

  it('of a record that was moved since the list was read fills nothing', async () => {
    const chosen = world.password(contoso, 'Contoso admin center');
    await launch(chosen.id);
    world.fake.mutate.movePassword(chosen.id, world.fake.organization(northwind).id);
    expect(await world.page(atContoso)).toEqual([]);
    expect(world.noted.at(-1)).toMatchObject({ action: 'refused', outcome: 'record-moved', organizationName: contoso });
  });

  it('ends where the session was pointed at other addresses meanwhile', async () => {
    await launch(world.password(contoso, 'Contoso admin center').id);
    const hostTemplate = 'https://{organization.shortName}.elsewhere.example/';
    await world.ports.store.put('entry', tenants.id, { ...tenants, rev: 2, hostTemplate });
    expect(await world.page(atContoso)).toEqual([]);
    expect(world.noted.at(-1)).toMatchObject({ action: 'refused', outcome: 'entry-changed' });
    expect(world.askedPaths()).toEqual([]);
  });

  it('ends where the entry was pointed at one organization meanwhile', async () => {
    await launch(world.password(contoso, 'Contoso admin center').id);
    const one = { organizationId: asId<'organization'>('1'), organizationName: 'N', organizationShortName: 'contoso' };
    await world.ports.store.put('entry', everybody.id, { ...everybody, ...one, rev: 2 });
    expect(await world.page(atContoso)).toEqual([]);
    expect(world.noted.at(-1)).toMatchObject({ action: 'refused', outcome: 'entry-changed' });
    expect(world.askedPaths()).toEqual([]);
  });

  it('of an entry of one organization ends where that was pointed at all of them meanwhile', async () => {
    const chosen = world.password(contoso, 'Contoso admin center');
    const address = { hostTemplate: null, startUrl: `${atContoso}/in`, origin: atContoso };
    await world.ports.store.put('entry', tenants.id, { ...tenants, ...address });
    await world.ports.store.put('entry', everybody.id, { ...everybody, ...contosoAlone() });
    expect(await launch(chosen.id)).toMatchObject({ ok: true });
    await world.ports.store.put('entry', everybody.id, { ...everybody, rev: 2 });
    expect(await world.page(atContoso)).toEqual([]);
    expect(world.noted.at(-1)).toMatchObject({ action: 'refused', outcome: 'choose-first' });
    expect(world.askedPaths()).toEqual([]);
  });
});

describe('the page in front', () => {
  const fill = (passwordId: string, more: { otherClient?: boolean } = {}) =>
    world.ask('page.fill', { entryId: tenants.id, passwordId: asId(passwordId), tabId: 5, ...more });

  it('is one of the session’s where a short name may have made it', async () => {
    world.state.front = { tabId: 5, origin: atContoso };
    expect(await world.ask('page.front', {})).toMatchObject({ value: { sessions: [tenants.id] } });
    world.state.front = { tabId: 5, origin: 'https://tenants.example' };
    expect(await world.ask('page.front', {})).toMatchObject({ value: { sessions: [] } });
  });

  it('of one client takes no other client’s password, however it is asked', async () => {
    world.state.front = { tabId: 5, origin: atContoso };
    const { id } = world.fake.organization(northwind);
    const [other] = [...world.fake.tenant().passwords.values()].filter((one) => one.organizationId === id);
    const refused = fail({ code: 'no-linked-session', origin: atContoso });
    expect(await fill(String(other?.id), { otherClient: true })).toEqual(refused);
    expect(world.askedPaths()).toEqual([]);
  });

  it('warns where the tab works for another client', async () => {
    const shared = {
      ...tenants,
      hostTemplate: null,
      startUrl: 'https://portal.azure.com/',
      origin: 'https://portal.azure.com',
    };
    await world.ports.store.put('entry', tenants.id, shared);
    world.state.front = { tabId: 5, origin: 'https://portal.azure.com' };
    await world.ports.session.setTabClient(5, { organizationId: asId('42'), organizationName: 'Acme' });
    expect(await fill(world.password(contoso, 'Contoso admin center').id)).toEqual(
      fail({ code: 'other-client', organizationName: 'Acme', by: 'tab' }),
    );
  });
});

describe('remembered for this site', () => {
  it('is one choice for each client, taken where the page in front works for that client', async () => {
    const chosen = world.password(contoso, 'Contoso admin center');
    const remembered = await world.ask('sessionEntry.remember', {
      ...{ entryId: tenants.id, origin: null },
      passwordId: chosen.id,
    });
    expect(remembered).toMatchObject({
      value: { rememberedPasswords: [{ origin: atContoso, passwordId: chosen.id }] },
    });
    expect(await launch(null)).toEqual(fail({ code: 'choose-first' }));
    const organizationId = asId<'organization'>(world.fake.organization(contoso).id);
    await world.ports.session.setPin(1, { organizationId, organizationName: contoso });
    expect(await launch(null)).toMatchObject({ ok: true });
    expect(world.pages.openTab).toHaveBeenCalledWith(`${atContoso}/in`);
    expect(world.askedPaths()).toEqual([]);
  });

  it('is nothing that belongs to another client’s address', async () => {
    const request = { entryId: tenants.id, origin: atNorthwind };
    const passwordId = world.password(contoso, 'Contoso admin center').id;
    expect(await world.ask('sessionEntry.remember', { ...request, passwordId })).toEqual(
      fail({ code: 'no-linked-session', origin: atNorthwind }),
    );
  });
});

describe('View password', () => {
  const reveal = (passwordId: string) =>
    world.ask('credential.reveal', { entryId: everybody.id, passwordId: asId(passwordId), purpose: 'reveal' });

  it('gives the value of a password that the index holds, and says whose it was', async () => {
    const chosen = world.password(contoso, 'Contoso admin center');
    expect(await reveal(chosen.id)).toEqual({ ok: true, value: { password: chosen.value } });
    expect(world.noted.at(-1)).toMatchObject({ action: 'revealed', organizationName: contoso });
    expect(await reveal('999999')).toEqual(fail({ code: 'not-in-list' }));
  });

  it('gives nothing of a record that was moved, nor where the entry does not allow it', async () => {
    const chosen = world.password(contoso, 'Contoso admin center');
    world.fake.mutate.movePassword(chosen.id, world.fake.organization(northwind).id);
    expect(await reveal(chosen.id)).toEqual(fail({ code: 'record-moved' }));
    const closed = { ...everybody, rev: 2, permissions: { view: true, viewPassword: false, edit: true } };
    await world.ports.store.put('entry', everybody.id, closed);
    expect(await reveal(chosen.id)).toEqual(fail({ code: 'not-allowed', right: 'viewPassword' }));
  });
});

describe('a managed policy', () => {
  it('bounds it: organizations that are not allowed are not found, and not used', async () => {
    const open = await allWorld();
    const organizationId = asId<'organization'>(open.fake.organization(northwind).id);
    const policy: Policy = { ...unmanaged.policy, allowedOrganizations: [organizationId] };
    world = await allWorld(policySource(policy));
    const { hits: rows } = await hits();
    expect(new Set(rows.map(({ summary }) => summary.organizationName))).toEqual(new Set([northwind]));
    expect(await launch(world.password(contoso, 'Contoso admin center').id)).toEqual(fail({ code: 'not-in-list' }));
  });

  it('that came after the launch ends it', async () => {
    const source = policySource(unmanaged.policy);
    let policy: Policy = unmanaged.policy;
    world = await allWorld({ ...source, read: async () => ({ ...(await source.read()), policy }) });
    await launch(world.password(contoso, 'Contoso admin center').id);
    policy = { ...policy, allowedOrganizations: [] };
    expect(await world.page(atContoso)).toEqual([]);
    expect(world.noted.at(-1)).toMatchObject({ action: 'refused', outcome: 'policy-forbids' });
    expect(world.askedPaths()).toEqual([]);
  });

  it('that forbids Always prompt forbids it', async () => {
    world = await allWorld(policySource({ ...unmanaged.policy, disableAlwaysPrompt: true }));
    expect(await world.ask('credentials.search', { ...list, entryId: tenants.id })).toEqual(
      fail({ code: 'policy-forbids', rule: 'disableAlwaysPrompt' }),
    );
  });
});
