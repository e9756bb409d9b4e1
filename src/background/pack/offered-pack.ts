import type { Entry } from '../../domain/entry.ts';
import type { Folder } from '../../domain/folder.ts';
import { type PackProblem, type PackState, packRefusal } from '../../domain/pack.ts';
import { type ManagedPolicy, regionAllowed } from '../../domain/policy.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { ApiKeyRecord, Ports } from '../ports.ts';
import { decodeHeader, hasSlot } from '../vault-header.ts';
import { openPack } from './pack-file.ts';
import { packRecord } from './pack-record.ts';
import type { PackContents } from './pack-shapes.ts';

const refused = (problem: PackProblem): Result<never> => fail({ code: 'pack-refused', problem });

/** A pack that may be taken, beside what this vault has now. */
export interface OfferedPack {
  readonly signer: string;
  readonly contents: PackContents;
  /** null: there is no pack yet. */
  readonly known: PackState | null;
  readonly entries: readonly Entry[];
  readonly folders: readonly Folder[];
  readonly apiKeys: readonly ApiKeyRecord[];
}

type Here = Pick<OfferedPack, 'known' | 'entries' | 'folders' | 'apiKeys'>;

/** What this device has: nothing yet, or an unlocked vault whose only passphrase is a technician's. */
async function hereNow(ports: Ports): Promise<Result<Here>> {
  const header = decodeHeader(await ports.records.header());
  if (!header.ok)
    return header.failure.code === 'no-vault' ? ok({ known: null, entries: [], folders: [], apiKeys: [] }) : header;
  if (hasSlot(header.value, 'administrator')) return refused('has-administrator');
  const entries = await ports.store.list('entry');
  if (!entries.ok) return entries;
  const folders = await ports.store.list('folder');
  if (!folders.ok) return folders;
  const apiKeys = await ports.store.list('api-key');
  if (!apiKeys.ok) return apiKeys;
  const known = await ports.store.get('pack', packRecord);
  if (!known.ok) return known;
  return ok({
    known: known.value,
    entries: entries.value.contents,
    folders: folders.value.contents,
    apiKeys: apiKeys.value.contents,
  });
}

/** Whose signature the policy of this browser asks for, where it asks for one. */
function signerRefusal({ policy, managed }: ManagedPolicy, signer: string): PackProblem | null {
  if (!managed.includes('packSigningKey')) return null;
  if (policy.packSigningKey === null) return 'no-signer-set';
  return policy.packSigningKey === signer ? null : 'signer-not-set';
}

/** Opens the file of a pack and says whether it may be taken here and now. */
export async function offeredPack(ports: Ports, text: string, activationCode: string): Promise<Result<OfferedPack>> {
  const here = await hereNow(ports);
  if (!here.ok) return here;
  const opened = await openPack(ports, text, activationCode);
  if (!opened.ok) return opened;
  const { signer, contents } = opened.value;
  const set = await ports.policy.read();
  const problem = signerRefusal(set, signer) ?? packRefusal({ ...contents, signer }, here.value.known, ports.now());
  if (problem !== null) return refused(problem);
  if (contents.apiKeys.some(({ region }) => !regionAllowed(set.policy, region)))
    return fail({ code: 'policy-forbids', rule: 'region' });
  return ok({ signer, contents, ...here.value });
}
