import { beforeEach, describe, expect, it } from 'vitest';
import { fillSubject } from '../../../src/background/fill-subject.ts';
import type { ItGlue } from '../../../src/background/ports.ts';
import { confirmOrigins } from '../../../src/background/use-cases/confirm-origins.ts';
import { handOver } from '../../../src/background/use-cases/hand-over.ts';
import { fillOrigins } from '../../../src/domain/entry.ts';
import { ok } from '../../../src/domain/result.ts';
import { Secret } from '../../../src/domain/secret.ts';
import { credential, passwordMarker, summary as recordSummary, remote, session } from '../fill/fill-world.ts';
import { administratorVault, made, putEntry, sessionId, take, technicianDevice } from './pack-world.ts';

type World = Awaited<ReturnType<typeof administratorVault>>;

let admin: World;
let device: World;
let packId: string;
const origins = fillOrigins(session);

/** IT Glue names this address for every password. */
function named(world: World, url: string | null): void {
  const itGlue = { passwordSummary: async () => ok({ url }) } as unknown as ItGlue;
  Object.assign(world.ports, { itGlue });
}

const confirm = (given: readonly string[] = origins, otherAddress?: true) =>
  device.run(
    confirmOrigins,
    { entryId: sessionId, origins: given, ...(otherAddress === undefined ? {} : { otherAddress }) },
    { role: 'technician' },
  );
const used = () => fillSubject(device.ports, sessionId, null);
const unconfirmed = { failure: { code: 'origins-unconfirmed', origins } };

beforeEach(async () => {
  admin = await administratorVault();
  const pack = await made(admin);
  packId = pack.series.packId;
  device = technicianDevice(admin);
  await take(device, pack);
  named(device, null);
});

describe('SR-39: the addresses of a session that came in a pack', () => {
  it('are confirmed once by whoever uses it', async () => {
    expect(await used()).toMatchObject(unconfirmed);
    expect(await confirm()).toMatchObject({ value: { id: sessionId } });
    expect((await used()).ok).toBe(true);
  });

  it('are the ones that were shown', async () => {
    expect(await confirm([session.origin])).toMatchObject({ failure: { code: 'entry-changed' } });
    expect(await used()).toMatchObject(unconfirmed);
  });

  it.each(['https://firewall.example/ui', 'firewall.example'])('are doubted where IT Glue names %s', async (url) => {
    named(device, url);
    expect(await confirm()).toMatchObject({ failure: { code: 'record-elsewhere', host: 'firewall.example' } });
    expect(await used()).toMatchObject(unconfirmed);
    expect((await confirm(origins, true)).ok).toBe(true);
    expect((await used()).ok).toBe(true);
  });

  it.each(['https://portal.example/other', 'http://login.example:8443', 'no address at all', ''])(
    'are not doubted where IT Glue names %j',
    async (url) => {
      named(device, url);
      expect((await confirm()).ok).toBe(true);
    },
  );

  it('stay confirmed under a newer pack that has the same, and not under one that has others', async () => {
    await confirm();
    await take(device, await made(admin, { packId }), null);
    expect((await used()).ok).toBe(true);
    await putEntry(admin.ports, { ...session, signInOrigins: ['https://login.example', 'https://evil.example'] });
    await take(device, await made(admin, { packId }), null);
    expect(await used()).toMatchObject({
      failure: { code: 'origins-unconfirmed', origins: [...origins, 'https://evil.example'] },
    });
  });

  it('need no confirming in a vault of one’s own', async () => {
    expect((await fillSubject(admin.ports, sessionId, null)).ok).toBe(true);
  });
});

describe('SR-39: the address of a remote session that came in a pack', () => {
  const address = 'ssh://dc01.northwind.example';
  const notYet = { failure: { code: 'origins-unconfirmed', origins: [address] } };
  let copied: string[];

  const hand = (world: World) => world.run(handOver, { entryId: remote.id, passwordId: null }, { role: 'technician' });
  const sure = (given: readonly string[] = [address], otherAddress?: true) =>
    device.run(
      confirmOrigins,
      { entryId: remote.id, origins: given, ...(otherAddress === undefined ? {} : { otherAddress }) },
      { role: 'technician' },
    );
  /** IT Glue gives the password, and names this address for it. */
  function giving(url: string | null, world = device): void {
    const summary = { ...recordSummary, url };
    const itGlue = {
      passwordSummary: async () => ok(summary),
      password: async () => ok({ summary, value: new Secret(passwordMarker) }),
    } as unknown as ItGlue;
    const clipboard = {
      write: async (value: Secret) => void copied.push(value.expose()),
      clear: async () => undefined,
    };
    Object.assign(world.ports, { itGlue, clipboard });
  }

  beforeEach(async () => {
    copied = [];
    const open = { view: true, viewPassword: true, edit: false };
    await putEntry(admin.ports, { ...credential, permissions: open });
    await putEntry(admin.ports, remote);
    device = technicianDevice(admin);
    const pack = await made(admin, { entryIds: [remote.id] });
    packId = pack.series.packId;
    await take(device, pack);
    giving(null);
  });

  it('is confirmed once, and before that nothing is opened and no password reaches the clipboard', async () => {
    expect(await hand(device)).toMatchObject(notYet);
    expect(copied).toEqual([]);
    expect(await sure(['ssh://evil.example'])).toMatchObject({ failure: { code: 'entry-changed' } });
    expect(await hand(device)).toMatchObject(notYet);
    expect(await sure()).toMatchObject({ value: { id: remote.id } });
    expect(await hand(device)).toMatchObject({ value: { withheld: null } });
    expect(copied).toEqual([passwordMarker]);
  });

  it('is doubted where IT Glue names another host', async () => {
    giving('https://other.northwind.example/');
    expect(await sure()).toMatchObject({ failure: { code: 'record-elsewhere', host: 'other.northwind.example' } });
    expect(await hand(device)).toMatchObject(notYet);
    giving('https://dc01.northwind.example/');
    expect((await sure()).ok).toBe(true);
  });

  it('is to be confirmed again where a newer pack has another', async () => {
    await sure();
    await take(device, await made(admin, { packId, entryIds: [remote.id] }), null);
    expect((await hand(device)).ok).toBe(true);
    await putEntry(admin.ports, { ...remote, port: 2222 });
    await take(device, await made(admin, { packId, entryIds: [remote.id] }), null);
    expect(await hand(device)).toMatchObject({
      failure: { code: 'origins-unconfirmed', origins: [`${address}:2222`] },
    });
  });

  it('needs no confirming in a vault of one’s own', async () => {
    giving(null, admin);
    expect(await hand(admin)).toMatchObject({ value: { withheld: null } });
  });
});
