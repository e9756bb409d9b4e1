import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** Another unpacked extension, measured beside ours. */
export interface Peer {
  readonly name: string;
  readonly folder: string;
}

export interface BenchOptions {
  /** null: nothing is written. */
  readonly json: string | null;
  readonly peers: readonly Peer[];
}

export const usage = `npm run bench [-- OPTIONS]
  --json FILE        writes the numbers to FILE
  --peer NAME=DIR    measures the unpacked extension in DIR on the same page (repeatable)`;

function peerOf(text: string): Peer | string {
  const at = text.indexOf('=');
  const peer = { name: text.slice(0, at), folder: text.slice(at + 1) };
  if (at < 1 || peer.folder === '') return `--peer wants NAME=DIR, not "${text}".`;
  return existsSync(join(peer.folder, 'manifest.json')) ? peer : `There is no manifest.json in ${peer.folder}.`;
}

/** What was asked for, or one sentence that says what is wrong with it. */
export function benchOptions(args: readonly string[]): BenchOptions | string {
  try {
    const options = { json: { type: 'string' }, peer: { type: 'string', multiple: true } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const peers = (values.peer ?? []).map(peerOf);
    const wrong = peers.find((peer) => typeof peer === 'string');
    if (wrong !== undefined) return wrong;
    return { json: values.json ?? null, peers: peers.filter((peer) => typeof peer !== 'string') };
  } catch (reason) {
    return `${reason instanceof Error ? reason.message : String(reason)}\n${usage}`;
  }
}
