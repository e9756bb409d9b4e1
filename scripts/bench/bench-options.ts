import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Scale } from './scale-records.ts';

/** Another unpacked extension, measured beside ours. */
export interface Peer {
  readonly name: string;
  readonly folder: string;
}

export interface BenchOptions {
  /** null: nothing is written. */
  readonly json: string | null;
  readonly peers: readonly Peer[];
  /** Only how cost grows with the account is measured, up to this size; null: everything else is. */
  readonly scale: Scale | null;
}

export const usage = `npm run bench [-- OPTIONS]
  --json FILE        writes the numbers to FILE
  --peer NAME=DIR    measures the unpacked extension in DIR on the same page (repeatable)
  --passwords N      measures sync and search by size of account alone, N and a series around it
  --organizations M  of such an account; 1000 unless told`;

function peerOf(text: string): Peer | string {
  const at = text.indexOf('=');
  const peer = { name: text.slice(0, at), folder: text.slice(at + 1) };
  if (at < 1 || peer.folder === '') return `--peer wants NAME=DIR, not "${text}".`;
  return existsSync(join(peer.folder, 'manifest.json')) ? peer : `There is no manifest.json in ${peer.folder}.`;
}

const mostPasswords = 200_000;

/** null: no size was given. */
function scaleOf(passwords: string | undefined, organizations: string | undefined): Scale | null | string {
  if (passwords === undefined) return organizations === undefined ? null : '--organizations goes with --passwords.';
  const counts = { passwords: Number(passwords), organizations: Number(organizations ?? '1000') };
  const sound = Object.values(counts).every((count) => Number.isInteger(count) && count >= 1);
  if (!sound || counts.passwords > mostPasswords)
    return `--passwords and --organizations want whole numbers, up to ${mostPasswords}.`;
  return counts;
}

/** What was asked for, or one sentence that says what is wrong with it. */
export function benchOptions(args: readonly string[]): BenchOptions | string {
  try {
    const text = { type: 'string' } as const;
    const options = { json: text, peer: { ...text, multiple: true }, passwords: text, organizations: text } as const;
    const { values } = parseArgs({ args: [...args], options });
    const peers = (values.peer ?? []).map(peerOf);
    const wrong = peers.find((peer) => typeof peer === 'string');
    if (wrong !== undefined) return wrong;
    const scale = scaleOf(values.passwords, values.organizations);
    if (typeof scale === 'string') return scale;
    return { json: values.json ?? null, peers: peers.filter((peer) => typeof peer !== 'string'), scale };
  } catch (reason) {
    return `${reason instanceof Error ? reason.message : String(reason)}\n${usage}`;
  }
}
