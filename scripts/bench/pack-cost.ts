import type { CredentialEntry, SessionEntry } from '../../src/domain/entry.ts';
import { asId, type EntryId } from '../../src/domain/ids.ts';
import { credential, session } from '../../test/background/fill/fill-world.ts';
import {
  administratorVault,
  look,
  made,
  putEntry,
  take,
  technicianDevice,
} from '../../test/background/pack/pack-world.ts';
import { median } from './statistics.ts';

const sessions = 250;
const rounds = 5;

/** Milliseconds for a pack of 500 entries, without its key derivations. */
export interface PackCost {
  readonly showMs: number;
  readonly takeMs: number;
}

async function elapsed(work: () => Promise<{ readonly ok: boolean }>): Promise<number> {
  const start = performance.now();
  const { ok } = await work();
  if (!ok) throw new Error('The pack of the benchmark was refused.');
  return performance.now() - start;
}

const pairOf = (at: number): readonly [CredentialEntry, SessionEntry] => {
  const credentialId: EntryId = asId(`c${at}`);
  const host = `https://device-${at}.client.example`;
  return [
    { ...credential, id: credentialId, name: `Device ${at}` },
    { ...session, id: asId(`s${at}`), credentialEntryId: credentialId, startUrl: `${host}/login`, origin: host },
  ];
};

/** A pack of 500 entries over the code of the worker and an IndexedDB in memory; the key derivations are instant. */
export async function packCost(): Promise<PackCost> {
  const admin = await administratorVault();
  const entryIds: EntryId[] = [];
  for (let at = 0; at < sessions; at += 1) {
    for (const entry of pairOf(at)) await putEntry(admin.ports, entry);
    entryIds.push(asId(`s${at}`));
  }
  const pack = await made(admin, { entryIds });
  const shown: number[] = [];
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const device = technicianDevice(admin);
    shown.push(await elapsed(() => look(device, pack)));
    taken.push(await elapsed(() => take(device, pack)));
  }
  return { showMs: median(shown), takeMs: median(taken) };
}
