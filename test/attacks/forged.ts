import { type SeededRandom, seededRandom } from '../../src/demo/data/seeded-random.ts';
import type { CommandName } from '../../src/messaging/contract.ts';
import { rules } from '../../src/messaging/contract-rules.ts';

/** What a forger knows: every id there is, which is more than a stranger could. */
export interface KnownIds {
  readonly entries: readonly [string, ...string[]];
  readonly apiKeyId: string;
  readonly organizationId: string;
  readonly passwordId: string;
}

/** A message, with the command that it claims to be; null: none of ours. */
export interface Forged {
  readonly name: string;
  readonly command: CommandName | null;
  readonly message: unknown;
}

type Body = Record<string, unknown>;

const build = '0.1.0';
const phrase = 'a phrase that nobody chose';
const commands = Object.keys(rules) as [CommandName, ...CommandName[]];
const prototypeNames = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'] as const;
const permissions = { view: true, viewPassword: true, edit: true };

/** A body of its command's shape, as a page of ours would send it, asking for as much as it can. */
function bodyOf(command: CommandName, ids: KnownIds, random: SeededRandom): Body {
  const entryId = random.pick(ids.entries);
  const { apiKeyId, organizationId, passwordId } = ids;
  const selection = { mode: random.pick(['password', 'always-prompt']), passwordId };
  const bodies: { readonly [Name in CommandName]?: Body } = {
    'vault.create': { passphrase: phrase },
    'vault.unlock': { passphrase: phrase },
    'vault.setTechnicianPassphrase': { passphrase: phrase },
    'vault.changePassphrase': { current: phrase, next: `${phrase} again` },
    'vault.discardDamaged': { records: [{ kind: 'entry', id: entryId, reason: 'tampered' }] },
    'vault.erase': { confirm: 'erase' },
    'settings.set': { idleMinutes: 240, capHours: 24 },
    'apiKey.set': { apiKeyId, name: 'x', region: 'us', key: 'ITG.forged', save: 'anyway' },
    'apiKey.test': { apiKeyId },
    'apiKey.delete': { apiKeyId },
    'organizations.list': { entryId, apiKeyId, refresh: true },
    'passwords.list': { entryId, apiKeyId, organizationId, refresh: true },
    'credentialEntry.save': { entryId, rev: 1, name: 'x', apiKeyId, organizationId, selection, permissions },
    'credentialEntry.setCode': { entryId, rev: 1, seed: null },
    'credentialEntry.setCodeCopy': { entryId, rev: 1, copy: true },
    'credentialEntry.setAsksReason': { entryId, rev: 1, asks: false },
    'sessionEntry.save': {
      entryId,
      rev: 1,
      name: 'x',
      host: 'evil.example',
      signInHosts: ['spy.example'],
      credentialEntryId: random.pick(ids.entries),
      allowHttp: true,
      autoSubmit: true,
      sameOriginFrames: true,
      httpAuth: true,
    },
    'entry.delete': { entryId, rev: 1 },
    'entry.restore': { entryId },
    'credentials.list': { entryId, refresh: true },
    'credential.reveal': { entryId, passwordId: null, purpose: random.pick(['reveal', 'copy']) },
    'credential.code': { entryId },
    'index.search': { query: random.pick(['a', 'org:contoso', 'admin']), limit: 500, origin: null, organizationId },
    'index.sync': { apiKeyId: null, full: false },
    'index.exclude': { apiKeyId, organizationIds: [organizationId] },
    'page.fill': { entryId, passwordId: null, tabId: random.between(0, 20), otherClient: true },
    'page.chooseField': { entryId, tabId: random.between(0, 20), role: 'password', text: null },
    'page.explain': { entryId, tabId: random.between(0, 20) },
    'session.launch': { entryId, passwordId: random.pick([null, passwordId]) },
    'sessionEntry.forgetField': { entryId, origin: 'https://a.example', path: '/', role: 'password' },
    'sessionEntry.restoreField': {
      entryId,
      choice: { origin: 'https://a.example', path: '/', role: 'password', steps: ['input'], text: null },
    },
    'sessionEntry.remember': { entryId, origin: 'https://a.example', passwordId },
    'sessionEntry.forgetRemembered': { entryId, origin: 'https://a.example', organizationId },
    'challenge.get': { challengeId: entryId },
    'challenge.answer': { challengeId: entryId, entryId, passwordId: null },
    'challenge.cancel': { challengeId: entryId },
    'audit.stretch': { before: random.pick([null, 0, 7]), runs: random.between(1, 100) },
    'audit.export': { seqs: null, format: random.pick(['csv', 'json']) },
    'organization.pin': { tabId: 1, organization: { organizationId, organizationName: 'x' } },
    'reason.give': { entryId, reason: 'INC-1' },
  };
  return bodies[command] ?? {};
}

/** An own key whatever its name: an assignment of `__proto__` would be none. */
const withKey = (body: object, key: string, value: unknown): Body =>
  JSON.parse(
    JSON.stringify(body)
      .replace(/^\{/, `{${JSON.stringify(key)}:${JSON.stringify(value)},`)
      .replace(',}', '}'),
  );

const deep = (levels: number): unknown => (levels === 0 ? 'x' : [deep(levels - 1)]);

const oddValue = (random: SeededRandom): unknown =>
  random.pick<unknown>([
    null,
    true,
    -1,
    1e308,
    0.5,
    '',
    'x'.repeat(20_000),
    '\u0000\u202e',
    [],
    [[], {}],
    {},
    { toString: 'x' },
    deep(50),
    '../../entry',
    '*',
    `${'1'.repeat(64)}`,
  ]);

const keyOf = (body: Body, random: SeededRandom): string => random.pick(['entryId', ...Object.keys(body)]);

type Mutation = (body: Body, random: SeededRandom) => unknown;

const mutations: readonly [Mutation, ...Mutation[]] = [
  (body) => body,
  (body) => body,
  (body, random) => withKey(body, keyOf(body, random), oddValue(random)),
  (body, random) => ({ ...body, [keyOf(body, random)]: oddValue(random) }),
  (body, random) =>
    withKey(body, random.pick(prototypeNames), random.pick<unknown>([{ role: 'administrator' }, null, 1])),
  (body, random) => ({ ...body, [random.pick(['role', 'caller', 'rights', 'origin', 'sender'])]: 'administrator' }),
  (body, random) => {
    const dropped = keyOf(body, random);
    return Object.fromEntries(Object.entries(body).filter(([key]) => key !== dropped));
  },
  (body) => [body],
  (body) => JSON.stringify(body),
  (_body, random) => oddValue(random),
];

/** A lock and an erasure are everybody's at this device, passphrase or not: in their very shape they are no attack. */
const everybodys: readonly CommandName[] = ['vault.lock', 'vault.erase'];

/** A wrong passphrase is the same attack each time, and costs a derivation that is slow on purpose: so many of each list do. */
const derivations = 5;
const derives: readonly CommandName[] = ['vault.unlock', 'vault.changePassphrase'];

/** Picks commands, those that derive a key only a few times. */
function commandsFrom(random: SeededRandom): () => CommandName {
  let derived = 0;
  const others = commands.filter((name) => !derives.includes(name)) as typeof commands;
  return () => {
    const command = random.pick(commands);
    if (!derives.includes(command)) return command;
    derived += 1;
    return derived <= derivations ? command : random.pick(others);
  };
}

function ofCommand(ids: KnownIds, random: SeededRandom, next: () => CommandName): Omit<Forged, 'name'> {
  const command = next();
  const valid = bodyOf(command, ids, random);
  const body = random.pick(mutations)(valid, random);
  const spared = everybodys.includes(command) && JSON.stringify(body) === JSON.stringify(valid);
  const message = { command, body: spared ? { ...valid, role: 'administrator' } : body, build };
  return { command, message };
}

/** An envelope that is none of ours. */
function ofNothing(ids: KnownIds, random: SeededRandom): Omit<Forged, 'name'> {
  // None of these comes as far as its command.
  const { command, message } = ofCommand(ids, random, () => random.pick(commands));
  const sound = message as Body;
  const forged = random.pick<unknown>([
    { ...sound, build: random.pick<unknown>(['0.0.0', '', null, 7, '0.1.0 ']) },
    { ...sound, sender: { id: 'x', origin: 'x' } },
    { ...sound, command: random.pick<unknown>([...prototypeNames, '', 7, null, [command], { command }]) },
    { ...sound, command: random.pick([`${command} `, String(command).toUpperCase(), `${command}.x`]) },
    withKey(sound, random.pick(prototypeNames), { command: 'credential.reveal' }),
    [sound],
    { message: sound },
    JSON.stringify(sound),
    oddValue(random),
  ]);
  return { command: null, message: forged };
}

/** So many forged messages; the same seed makes the same ones. */
export function forgedMessages(seed: string, count: number, ids: KnownIds): readonly Forged[] {
  const random = seededRandom(seed);
  const next = commandsFrom(random);
  return Array.from({ length: count }, (_, at) => {
    const forged = random.chance(0.75) ? ofCommand(ids, random, next) : ofNothing(ids, random);
    return { name: `${at} ${forged.command ?? 'none'}`, ...forged };
  });
}
