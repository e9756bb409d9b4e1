import { serveFillPort } from '../../../src/background/use-cases/fill.ts';
import { demoKeys, demoPassphrase } from '../../../src/demo/demo-credentials.ts';
import type { EntryId } from '../../../src/domain/ids.ts';
import { asId } from '../../../src/domain/ids.ts';
import type { CommandName, FillEnd, RequestOf } from '../../../src/messaging/contract.ts';
import { loginReport, scriptedPort } from '../fill/fill-world.ts';
import { type FaultyWorld, portal, tabId } from './faulty-world.ts';

/** One thing that a person does, with the word it ended in: `ok`, or the code of a failure. */
export interface Step {
  readonly what: string;
  readonly end: string;
  /** Everything that came out to pages of ours, for the search for secrets. */
  readonly said: unknown;
  /** What was written into the web page. */
  readonly written: readonly unknown[];
}

/** What a person has made before the journey begins. */
export interface Made {
  readonly apiKeyId: string;
  readonly credentialId: EntryId;
  readonly sessionId: EntryId;
  readonly promptingId: EntryId;
  readonly promptingSessionId: EntryId;
}

export interface Journey {
  readonly name: string;
  /** The steps in order; it ends with the first that failed. */
  readonly steps: readonly ((world: FaultyWorld, made: Made) => Promise<Step>)[];
  /** How many of the steps that went well leave a new entry. */
  readonly makes: readonly string[];
}

async function asked<Name extends CommandName>(world: FaultyWorld, what: Name, request: RequestOf<Name>) {
  const answer = await world.ask(what, request);
  const end = answer.ok ? 'ok' : answer.failure.code;
  return { answer, step: { what, end, said: answer, written: [] } satisfies Step };
}

const step =
  <Name extends CommandName>(what: Name, request: (world: FaultyWorld, made: Made) => RequestOf<Name>) =>
  async (world: FaultyWorld, made: Made): Promise<Step> =>
    (await asked(world, what, request(world, made))).step;

const unlock = step('vault.unlock', () => ({ passphrase: demoPassphrase }));
const lock = step('vault.lock', () => ({}));

const keyInput: RequestOf<'apiKey.set'> = {
  apiKeyId: null,
  name: 'Main key',
  region: 'us',
  key: demoKeys.full,
  save: 'if-accepted',
};

/** A key that was not saved is a failure to the person, though the answer brings a report. */
async function addKey(world: FaultyWorld): Promise<Step> {
  const { answer, step: done } = await asked(world, 'apiKey.set', keyInput);
  if (!answer.ok || answer.value.saved !== null) return done;
  return { ...done, end: answer.value.report.failure?.code ?? 'no verdict' };
}

const credentialInput = (world: FaultyWorld, { apiKeyId }: Pick<Made, 'apiKeyId'>, prompts: boolean) => ({
  entryId: null,
  rev: null,
  name: 'Northwind',
  apiKeyId: asId<'api-key'>(apiKeyId),
  organizationId: asId<'organization'>(world.login.organizationId),
  selection: {
    mode: prompts ? ('always-prompt' as const) : ('password' as const),
    passwordId: prompts ? null : asId<'password'>(world.login.id),
  },
  permissions: { view: true, viewPassword: true, edit: true },
});

const sessionInput = (credentialEntryId: EntryId) => ({
  entryId: null,
  rev: null,
  name: 'Portal',
  host: portal,
  signInHosts: [],
  credentialEntryId,
  allowHttp: false,
  autoSubmit: false,
  sameOriginFrames: false,
  httpAuth: false,
});

const endOf = (end: FillEnd | undefined): string => {
  if (end === undefined) return 'nothing said';
  if ('failure' in end) return end.failure.code;
  if ('signInDialog' in end) return 'dialog';
  if ('copied' in end) return 'copied';
  return end.outcome.kind === 'filled' ? 'ok' : `${end.outcome.kind}`;
};

/** Launches; the page that loads has a login form. */
const launch =
  (session: 'sessionId' | 'promptingSessionId', chosen: boolean) =>
  async (world: FaultyWorld, made: Made): Promise<Step> => {
    const passwordId = chosen ? asId<'password'>(world.login.id) : null;
    const { answer, step: done } = await asked(world, 'session.launch', { entryId: made[session], passwordId });
    if (!answer.ok) return done;
    const scripted = scriptedPort(loginReport, { kind: 'filled', roles: ['username', 'password'], more: false });
    await serveFillPort(world.ports, world.live, scripted.port, 'ours');
    const outcome = await world.ports.session.outcome(tabId);
    const written = scripted.sent.filter(({ type }) => type === 'fill');
    return { what: 'launch and fill', end: endOf(outcome?.end), said: [answer, outcome], written };
  };

const reveal = (purpose: 'reveal' | 'copy') =>
  step('credential.reveal', (_world, { credentialId }) => ({ entryId: credentialId, passwordId: null, purpose }));

const credentials = step('credentials.list', (_world, { promptingId }) => ({ entryId: promptingId, refresh: true }));

export const journeys: readonly Journey[] = [
  { name: 'unlock and list', steps: [lock, unlock, step('entries.list', () => ({})), credentials], makes: [] },
  { name: 'add a key', steps: [addKey], makes: [] },
  {
    name: 'make an entry',
    steps: [
      step('organizations.list', (_world, { apiKeyId }) => ({
        entryId: null,
        apiKeyId: asId<'api-key'>(apiKeyId),
        refresh: true,
      })),
      step('passwords.list', (world, { apiKeyId }) => ({
        entryId: null,
        apiKeyId: asId<'api-key'>(apiKeyId),
        organizationId: asId<'organization'>(world.login.organizationId),
        refresh: true,
      })),
      step('credentialEntry.save', (world, made) => credentialInput(world, made, false)),
    ],
    makes: ['credentialEntry.save'],
  },
  {
    name: 'save an entry',
    steps: [step('credentialEntry.save', (world, made) => credentialInput(world, made, false))],
    makes: ['credentialEntry.save'],
  },
  { name: 'launch and fill', steps: [launch('sessionId', false)], makes: [] },
  { name: 'pick from the list', steps: [credentials, launch('promptingSessionId', true)], makes: [] },
  { name: 'fill what was picked', steps: [launch('promptingSessionId', true)], makes: [] },
  { name: 'reveal', steps: [reveal('reveal')], makes: [] },
  { name: 'copy', steps: [reveal('copy')], makes: [] },
];

/** A vault with a key, a linked session, and one whose credential always prompts; IT Glue is well. */
export async function prepared(world: FaultyWorld): Promise<Made> {
  const made = <Value>(answer: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value => {
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.value;
  };
  made(await world.ask('vault.create', { passphrase: demoPassphrase }));
  const apiKeyId = made(await world.ask('apiKey.set', keyInput)).saved?.id ?? '';
  const save = async (prompts: boolean) =>
    made(await world.ask('credentialEntry.save', credentialInput(world, { apiKeyId }, prompts))).id;
  const link = async (id: EntryId) => made(await world.ask('sessionEntry.save', sessionInput(id))).id;
  const [credentialId, promptingId] = [await save(false), await save(true)];
  const [sessionId, promptingSessionId] = [await link(credentialId), await link(promptingId)];
  return { apiKeyId, credentialId, sessionId, promptingId, promptingSessionId };
}

/** Takes the steps in turn until one fails. */
export async function taken({ steps }: Journey, world: FaultyWorld, made: Made): Promise<readonly Step[]> {
  const done: Step[] = [];
  for (const one of steps) {
    const last = await one(world, made);
    done.push(last);
    if (last.end !== 'ok') break;
  }
  return done;
}
