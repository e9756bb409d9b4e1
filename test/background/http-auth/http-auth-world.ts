import { type ChallengeReply, createLiveChallenges } from '../../../src/background/live-challenges.ts';
import {
  createAnswerChallenge,
  createCancelChallenge,
  createGetChallenge,
} from '../../../src/background/use-cases/choose-answer.ts';
import { meetChallenge } from '../../../src/background/use-cases/meet-challenge.ts';
import type { CredentialEntry, LocatedSession } from '../../../src/domain/entry.ts';
import type { Intent } from '../../../src/domain/fill.ts';
import type { ChallengeId, HttpChallenge } from '../../../src/domain/http-challenge.ts';
import { asId } from '../../../src/domain/ids.ts';
import type { Role } from '../../../src/domain/permission.ts';
import { credential, fillWorld, session } from '../fill/fill-world.ts';

export const device: LocatedSession = {
  ...session,
  startUrl: 'https://switch.example/',
  origin: 'https://switch.example',
  signInOrigins: [],
  httpAuth: true,
};

export const challenge: HttpChallenge = {
  requestId: 'r1',
  url: 'https://switch.example/',
  tabId: 5,
  type: 'main_frame',
  frameId: 0,
  scheme: 'basic',
  realm: 'Switch',
  isProxy: false,
  challenger: { host: 'switch.example', port: 443 },
  topOrigin: null,
  initiators: [],
  lifecycle: 'active',
  at: 900,
};

export const part: HttpChallenge = {
  ...challenge,
  type: 'xmlhttprequest',
  topOrigin: 'https://switch.example',
  initiators: ['https://switch.example'],
};

export const launchIntent: Intent = {
  nonce: 'n',
  tabId: 5,
  source: 'launch',
  sessionEntryId: device.id,
  passwordId: asId('77'),
  organization: null,
  origins: ['https://switch.example'],
  expiresAt: 100_000,
  documentId: null,
  stage: 'open',
  aim: null,
};

export const alwaysPrompt: CredentialEntry = { ...credential, selection: { mode: 'always-prompt' } };

/** The fill world with a device that asks by HTTP Basic, and what a person does in the chooser. */
export function httpAuthWorld(role: Role | null = 'administrator') {
  const world = fillWorld(role);
  const live = createLiveChallenges();
  world.entries.set('s', device);
  const caller = { role };
  return {
    ...world,
    live,
    meet: (change: Partial<HttpChallenge> = {}, of = challenge) =>
      meetChallenge(world.ports, live, { ...of, ...change }),
    /** The challenge of the n-th window that was opened. */
    opened: (n = 0): ChallengeId =>
      (world.chooser.open.mock.calls as unknown as ChallengeId[][])[n]?.[0] ?? asId('none'),
    get: (challengeId: ChallengeId) => createGetChallenge(live)(world.ports, { challengeId }, caller),
    answer: (challengeId: ChallengeId, passwordId: string | null = null) =>
      createAnswerChallenge(live)(
        world.ports,
        { challengeId, entryId: device.id, passwordId: passwordId === null ? null : asId(passwordId) },
        caller,
      ),
    cancel: (challengeId: ChallengeId) => createCancelChallenge(live)(world.ports, { challengeId }, caller),
  };
}

/** Lets everything that is ready to run, run. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The password that a challenge was answered with; null: with none. */
export const passwordOf = (reply: ChallengeReply): string | null =>
  reply === null || reply === 'give-up' ? null : reply.password.expose();
