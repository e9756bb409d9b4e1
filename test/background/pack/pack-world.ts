import type { Ports } from '../../../src/background/ports.ts';
import { acceptPack } from '../../../src/background/use-cases/accept-pack.ts';
import { createVault } from '../../../src/background/use-cases/create-vault.ts';
import { exportPack } from '../../../src/background/use-cases/export-pack.ts';
import { readPack } from '../../../src/background/use-cases/read-pack.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import { asId, type EntryId } from '../../../src/domain/ids.ts';
import type { PackPolicy } from '../../../src/domain/pack.ts';
import { Secret } from '../../../src/domain/secret.ts';
import type { MadePack, PackInput } from '../../../src/messaging/contract.ts';
import { credential, session } from '../fill/fill-world.ts';
import { vaultWorld } from '../vault/vault-world.ts';

export const passphrase = 'harbor copper lantern';
export const apiKeyMarker = 'ITG.marker-api-key-of-a-pack';
export const seedMarker = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
export const dayMs = 24 * 60 * 60_000;

export const freePolicy: PackPolicy = {
  disableAlwaysPrompt: false,
  disableReveal: false,
  disableCopy: false,
  disableHttp: false,
  lockIdleMinutesMax: 240,
  lockCapHoursMax: 24,
};

export const sessionId: EntryId = session.id;
export const credentialId: EntryId = credential.id;

type World = ReturnType<typeof vaultWorld>;

/** A vault of an administrator with one key, one credential with a seed, and one session. */
export async function administratorVault(): Promise<World> {
  const world = vaultWorld();
  world.clock.now = 1_000 * dayMs;
  await world.run(createVault, { passphrase });
  await world.ports.store.put('api-key', credential.apiKeyId, {
    id: credential.apiKeyId,
    name: 'Main',
    region: 'eu',
    addedAt: 1,
    replacedAt: null,
    lastSuccessAt: null,
    key: new Secret(apiKeyMarker),
  });
  const facts = { algorithm: 'SHA1', digits: 6, periodSeconds: 30, issuer: null } as const;
  await putEntry(world.ports, { ...credential, code: facts });
  await world.ports.store.put('code-seed', credential.id, { ...facts, secret: new Secret(seedMarker) });
  await putEntry(world.ports, session);
  return world;
}

export async function putEntry(ports: Ports, entry: Entry): Promise<void> {
  const put = await ports.store.put('entry', entry.id, entry);
  if (!put.ok) throw new Error(put.failure.code);
}

/** Makes a pack of the session; what is not said is as free as can be. */
export async function made(world: World, input: Partial<PackInput> = {}): Promise<MadePack> {
  const answer = await world.run(exportPack, {
    packId: null,
    name: 'Night shift',
    entryIds: [session.id],
    days: 30,
    policy: freePolicy,
    ...input,
  });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

/** Another device, with its clock where the administrator's stands. */
export function technicianDevice(from: World): World {
  const world = vaultWorld();
  world.clock.now = from.clock.now;
  return world;
}

export const look = (world: World, { text, code }: Pick<MadePack, 'text' | 'code'>) =>
  world.run(readPack, { text, code }, { role: null });

export const take = (world: World, pack: MadePack, own: string | null = 'meadow violet thunder') =>
  world.run(
    acceptPack,
    { text: pack.text, code: pack.code, version: pack.series.version, passphrase: own },
    { role: null },
  );

export const unknownId: EntryId = asId('nowhere');
