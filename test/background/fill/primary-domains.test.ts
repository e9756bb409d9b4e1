import { beforeEach, describe, expect, it } from 'vitest';
import type { OrganizationCredential, SessionEntry } from '../../../src/domain/entry.ts';
import { asId, type OrganizationId } from '../../../src/domain/ids.ts';
import { fail } from '../../../src/domain/result.ts';
import { vaultVersion } from '../../../src/domain/sealed.ts';
import type { RequestOf } from '../../../src/messaging/contract.ts';
import { type AllWorld, allWorld, everybody, tenants } from './all-world.ts';
import { credential as plainCredential } from './fill-world.ts';

const northwind = 'Northwind Dental Group';
const contoso = 'Contoso Legal LLP';
const d = '{organization.primaryDomain}';

let world: AllWorld;
let ids: { readonly contoso: OrganizationId; readonly northwind: OrganizationId };
/** Of Contoso alone, always with the list. */
let one: OrganizationCredential;

const mail: SessionEntry = { ...tenants, id: asId('mail'), hostTemplate: `https://mail.${d}/in` };
const fixed: SessionEntry = { ...mail, id: asId('fixed'), credentialEntryId: asId('one') };

beforeEach(async () => {
  world = await allWorld();
  const idOf = (name: string) => asId<'organization'>(world.fake.organization(name).id);
  ids = { contoso: idOf(contoso), northwind: idOf(northwind) };
  one = {
    ...plainCredential,
    id: asId('one'),
    apiKeyId: everybody.apiKeyId,
    organizationId: ids.contoso,
    organizationName: contoso,
    selection: { mode: 'always-prompt' },
    permissions: { view: true, viewPassword: true, edit: true },
  };
  for (const entry of [mail, fixed, one]) await world.ports.store.put('entry', entry.id, entry);
});

const set = (
  domain: string | null,
  organizationId = ids.contoso,
  more: RequestOf<'primaryDomains.set'>['changes'] = [],
) =>
  world.ask('primaryDomains.set', {
    apiKeyId: everybody.apiKeyId,
    changes: [{ organizationId, domain }, ...more],
  });
const saved = async <Kind extends SessionEntry | OrganizationCredential>({ id }: Kind): Promise<Kind> => {
  const found = await world.ports.store.get('entry', id);
  if (!found.ok || found.value === null) throw new Error('no entry');
  return found.value as Kind;
};
const launch = (session: SessionEntry, passwordId: string) =>
  world.ask('session.launch', { entryId: session.id, passwordId: asId(passwordId) });
const ofContoso = () => world.password(contoso, 'Contoso admin center').id;
const noDomain = fail({ code: 'host-refused', problem: 'no-primary-domain' });

describe('naming primary domains', () => {
  it('keeps them sealed, in canonical form, by API key and organization', async () => {
    expect(await set(' Contoso.COM ')).toEqual({ ok: true, value: { domains: { [ids.contoso]: 'contoso.com' } } });
    expect(await set('xn--mnchen-3ya.de', ids.northwind)).toMatchObject({ ok: true });
    expect(await world.ask('primaryDomains.list', { apiKeyId: everybody.apiKeyId })).toMatchObject({
      value: { domains: { [ids.contoso]: 'contoso.com', [ids.northwind]: 'xn--mnchen-3ya.de' } },
    });
    const [record] = await world.ports.records.all('primary-domains');
    expect(record).toMatchObject({ kind: 'primary-domains', id: everybody.apiKeyId, v: vaultVersion });
    expect(JSON.stringify(record)).not.toContain('contoso');
    expect(world.askedPaths()).toEqual([]);
  });

  it('is an administrator’s alone, whatever Edit a technician has', async () => {
    world.state.role = 'technician';
    const more = [{ organizationId: ids.northwind, domain: 'evil.com' }];
    expect(await set('evil.com', ids.contoso, more)).toEqual(fail({ code: 'administrator-only' }));
    expect(await world.ask('primaryDomains.list', { apiKeyId: everybody.apiKeyId })).toEqual(
      fail({ code: 'administrator-only' }),
    );
    expect(await world.ports.store.get('primary-domains', everybody.apiKeyId)).toEqual({ ok: true, value: null });
    // One record, however many were asked for: the audit is not to be filled by whoever may not.
    expect(world.noted).toMatchObject([
      { action: 'refused', by: 'primaryDomains.set', outcome: 'administrator-only' },
      { action: 'refused', by: 'primaryDomains.list', outcome: 'administrator-only' },
    ]);
  });

  it('keeps all or none', async () => {
    const more = [{ organizationId: ids.northwind, domain: 'northwind.com/' }];
    expect(await set('contoso.com', ids.contoso, more)).toEqual(
      fail({ code: 'domain-refused', problem: 'not-a-domain' }),
    );
    expect(await world.ports.store.get('primary-domains', everybody.apiKeyId)).toEqual({ ok: true, value: null });
    expect(await saved(fixed)).toEqual(fixed);
  });

  it('of a key that is not there is refused', async () => {
    const changes = [{ organizationId: ids.contoso, domain: 'contoso.com' }];
    expect(await world.ask('primaryDomains.set', { apiKeyId: asId('nobody'), changes })).toEqual(
      fail({ code: 'api-key-not-found' }),
    );
  });

  it('is written down, organization by organization, with the domain', async () => {
    await set('contoso.com', ids.contoso, [{ organizationId: ids.northwind, domain: null }]);
    expect(world.noted).toMatchObject([
      {
        ...{ action: 'changed', by: 'primaryDomains.set', outcome: 'ok' },
        ...{ organizationId: ids.contoso, organizationName: contoso, origin: 'contoso.com' },
      },
      { action: 'changed', organizationId: ids.northwind, organizationName: northwind, origin: null },
    ]);
  });

  it('writes over no record that does not open: it says so', async () => {
    await set('contoso.com');
    const [record] = await world.ports.records.all('primary-domains');
    await world.ports.records.write({ put: [{ ...(record as never as { iv: string }), ct: 'AAAA' } as never] });
    const damaged = { kind: 'primary-domains', id: everybody.apiKeyId, reason: 'tampered' };
    expect(await set('contoso.net')).toEqual(fail({ code: 'vault-damaged', records: [damaged] as never }));
    expect(await world.ask('entries.list', {})).toMatchObject({ value: { damaged: [damaged] } });
    expect(await launch(mail, ofContoso())).toEqual(noDomain);
  });

  it('goes with the API key', async () => {
    await set('contoso.com');
    for (const { id } of [everybody, one]) await world.ports.store.remove('entry', id);
    expect(await world.ask('apiKey.delete', { apiKeyId: everybody.apiKeyId })).toMatchObject({ ok: true });
    expect(await world.ports.records.all('primary-domains')).toEqual([]);
  });

  it('is helped by what user names suggest, which is taken by nobody', async () => {
    world.clock.advance(60_000);
    world.fake.mutate.updatePassword(ofContoso(), { username: 'admin@contoso.onmicrosoft.com' });
    await world.sync();
    const list = await world.ask('primaryDomains.list', { apiKeyId: everybody.apiKeyId });
    if (!list.ok) throw new Error(list.failure.code);
    expect(list.value.suggestions).toEqual({ [ids.contoso]: { domain: 'contoso.onmicrosoft.com', users: 1 } });
    expect(list.value.domains).toEqual({});
    expect(await world.ports.store.get('primary-domains', everybody.apiKeyId)).toEqual({ ok: true, value: null });
  });
});

describe('a session of one organization', () => {
  it('is not filled before its domain is named, and has its address at once when it is', async () => {
    expect(await launch(fixed, ofContoso())).toEqual(noDomain);
    await set('contoso.com');
    expect(await saved(one)).toEqual({ ...one, organizationPrimaryDomain: 'contoso.com' });
    expect(await saved(fixed)).toMatchObject({
      rev: fixed.rev + 1,
      startUrl: 'https://mail.contoso.com/in',
      origin: 'https://mail.contoso.com',
    });
    const chosen = world.password(contoso, 'Contoso admin center');
    expect(await launch(fixed, chosen.id)).toMatchObject({ ok: true });
    expect(world.pages.openTab).toHaveBeenCalledWith('https://mail.contoso.com/in');
    expect(await world.page('https://mail.evil.com')).toEqual([]);
    expect(await world.page('https://mail.contoso.com')).toMatchObject([{ password: chosen.value }]);
  });

  it('follows a changed domain, and waits for access to the new site', async () => {
    await set('contoso.com');
    world.state.missing = ['https://mail.contoso.net'];
    await set('contoso.net');
    expect(await saved(fixed)).toMatchObject({ origin: 'https://mail.contoso.net' });
    expect(await launch(fixed, ofContoso())).toEqual(
      fail({ code: 'site-not-permitted', origin: 'https://mail.contoso.net' }),
    );
  });

  it('whose domain was taken away keeps its address, and is filled there no more', async () => {
    await set('contoso.com');
    await set(null);
    expect(await saved(one)).toEqual(one);
    expect(await saved(fixed)).toMatchObject({ origin: 'https://mail.contoso.com' });
    expect(await launch(fixed, ofContoso())).toEqual(noDomain);
  });

  it('has nothing to do with the domain of another organization, or of another key', async () => {
    await set('northwind.com', ids.northwind);
    await world.ports.store.put('primary-domains', 'other', { ofOrganization: { [ids.contoso]: 'evil.com' } });
    expect(await saved(one)).toEqual(one);
    expect(await launch(fixed, ofContoso())).toEqual(noDomain);
    const foreign = { ...one, id: asId<'entry'>('foreign'), apiKeyId: asId<'api-key'>('other') };
    await world.ports.store.put('entry', foreign.id, foreign);
    await set('contoso.com');
    expect(await saved(foreign)).toEqual(foreign);
  });

  it('has the domain of whichever organization its credential entry is saved for', async () => {
    await set('contoso.com', ids.contoso, [{ organizationId: ids.northwind, domain: 'northwind.com' }]);
    const { id: entryId, name, apiKeyId, permissions } = one;
    const input = { ...{ entryId, name, apiKeyId, permissions }, rev: (await saved(one)).rev };
    const always = { mode: 'always-prompt', passwordId: null } as const;
    await world.ask('credentialEntry.save', { ...input, organizationId: ids.northwind, selection: always });
    expect(await saved(one)).toMatchObject({ organizationPrimaryDomain: 'northwind.com' });
    expect(await saved(fixed)).toMatchObject({ origin: 'https://mail.northwind.com' });
  });

  it('in a pack carries its domain with it, and no list of domains', async () => {
    await set('contoso.com', ids.contoso, [{ organizationId: ids.northwind, domain: 'northwind.com' }]);
    const { packContents } = await import('../../../src/background/pack/pack-contents.ts');
    const { packContentsShape } = await import('../../../src/background/pack/pack-shapes.ts');
    const v = await import('valibot');
    const facts = { packId: 'p', name: 'Pack', version: 1, issuedAt: 1, expiresAt: 2 };
    const policy = {
      ...{ disableAlwaysPrompt: false, disableReveal: false, disableCopy: false, disableHttp: false },
      ...{ lockIdleMinutesMax: 15, lockCapHoursMax: 8 },
    };
    const contents = await packContents(world.ports, facts, [fixed.id], policy);
    if (!contents.ok) throw new Error(contents.failure.code);
    const text = JSON.stringify(contents.value);
    expect(text).not.toContain('northwind.com');
    const plain = JSON.parse(text);
    plain.apiKeys[0].key = 'ITG.key';
    expect(v.is(packContentsShape, plain)).toBe(true);
    const [credential] = plain.entries.filter(({ kind }: { kind: string }) => kind === 'credential');
    expect(credential).toMatchObject({ organizationPrimaryDomain: 'contoso.com' });
    for (const domain of ['evil.com', 'contoso.com/', 'Contoso.com', undefined]) {
      credential.organizationPrimaryDomain = domain;
      expect(v.is(packContentsShape, JSON.parse(JSON.stringify(plain)))).toBe(false);
    }
  });
});

describe('a session of all organizations', () => {
  const rows = async (origin: string) => {
    const question = { query: '', limit: 50, origin, organizationId: null };
    const answer = await world.ask('credentials.search', { ...question, entryId: mail.id });
    if (!answer.ok) throw new Error(answer.failure.code);
    return answer.value.hits;
  };

  it('opens the domain of the chosen password’s client, and fills no other’s page', async () => {
    await set('contoso.com', ids.contoso, [{ organizationId: ids.northwind, domain: 'northwind.com' }]);
    const chosen = world.password(contoso, 'Contoso admin center');
    expect(await launch(mail, chosen.id)).toMatchObject({ ok: true });
    expect(world.pages.openTab).toHaveBeenCalledWith('https://mail.contoso.com/in');
    for (const origin of ['https://mail.northwind.com', 'https://contoso.com', 'https://mail.evil.com'])
      expect(await world.page(origin)).toEqual([]);
    expect(await world.page('https://mail.contoso.com')).toMatchObject([{ password: chosen.value }]);
  });

  it('of a client without a domain says so and opens nothing', async () => {
    await set('northwind.com', ids.northwind);
    expect(await launch(mail, ofContoso())).toEqual(noDomain);
    expect(world.pages.openTab).not.toHaveBeenCalled();
  });

  it('is for the pages of kept domains alone, each with its client’s passwords', async () => {
    await set('contoso.com');
    const sessionsAt = async (origin: string) => {
      world.state.front = { tabId: 5, origin };
      const front = await world.ask('page.front', {});
      return front.ok ? front.value.sessions : [];
    };
    expect(await sessionsAt('https://mail.contoso.com')).toEqual([fixed.id, mail.id]);
    for (const origin of ['https://mail.evil.com', 'https://contoso.com', 'http://mail.contoso.com'])
      expect(await sessionsAt(origin)).toEqual([]);
    const hits = await rows('https://mail.contoso.com');
    expect(new Set(hits.map(({ summary }) => summary.organizationName))).toEqual(new Set([contoso]));
    expect(hits[0]).toMatchObject({ organizationPrimaryDomain: 'contoso.com' });
    expect(await rows('https://mail.evil.com')).toEqual([]);
  });

  it('waits for access to that one site', async () => {
    await set('contoso.com');
    world.state.missing = ['https://mail.contoso.com'];
    expect(await launch(mail, ofContoso())).toEqual(
      fail({ code: 'site-not-permitted', origin: 'https://mail.contoso.com' }),
    );
  });

  it('goes on, once launched, with the domain of that launch, on its page alone', async () => {
    await set('contoso.com');
    await launch(mail, ofContoso());
    await set('evil.com');
    expect(await world.page('https://mail.evil.com')).toEqual([]);
  });
});
