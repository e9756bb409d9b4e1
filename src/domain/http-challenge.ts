import type { SessionEntry } from './entry.ts';
import { webOrigin } from './host.ts';
import { mayBeFilledAt } from './host-variables.ts';
import type { Id } from './ids.ts';

/** Names one chooser window and the challenges that wait for it. */
export type ChallengeId = Id<'challenge'>;

/** Whether the browser lets us answer: `restart` where it will from its next start on (Chromium). */
export type HttpAuthAccess = 'granted' | 'missing' | 'restart';

/** An HTTP authentication challenge (401 or 407), as the browser, not the page, tells of it. */
export interface HttpChallenge {
  readonly requestId: string;
  readonly url: string;
  /** -1: no tab. */
  readonly tabId: number;
  /** What is being loaded: `main_frame`, `image`, … in the browser's words. */
  readonly type: string;
  readonly frameId: number;
  /** `basic`, `digest`, `ntlm`, `negotiate` … */
  readonly scheme: string;
  readonly realm: string | null;
  readonly isProxy: boolean;
  /** Who asks. Firefox says -1 for a port that the address does not name. */
  readonly challenger: { readonly host: string; readonly port: number };
  /** Origin of the tab's top document; null where it is unknown. It says nothing of a main frame that is just loading. */
  readonly topOrigin: string | null;
  /** Origins of every document that is said to have asked for the load; null among them for one without an origin. */
  readonly initiators: readonly (string | null)[];
  /** null where the browser does not report it (Firefox). */
  readonly lifecycle: string | null;
  /** When the browser raised it (ms since 1970). */
  readonly at: number;
}

/** Why a challenge is left to the browser's own dialog. */
export type ChallengeRefusal =
  | 'proxy'
  | 'scheme'
  | 'no-tab'
  | 'not-active'
  | 'no-web-address'
  | 'other-challenger'
  | 'kind-of-load'
  | 'embedded-elsewhere';

/** How long a challenge waits for a person before the browser's own dialog takes over. */
export const challengeLifetimeMs = 120_000;

/** A challenge of the same tab, origin and realm so soon after our answer means that the answer was wrong. */
export const sameChallengeMs = 60_000;

const schemes: readonly string[] = ['basic', 'digest'];

const embedded: readonly string[] = [
  'sub_frame',
  'xmlhttprequest',
  'image',
  'imageset',
  'script',
  'stylesheet',
  'font',
  'media',
  'object',
];

const schemePorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

const bare = (host: string): string => host.toLowerCase().replace(/^\[(.*)\]$/, '$1');

/** Whether the host that asks is the host of the address that was asked for. */
function isChallenger({ url, challenger }: HttpChallenge): boolean {
  const { protocol, hostname, port } = new URL(url);
  const wanted = port === '' ? schemePorts[protocol] : Number(port);
  return bare(challenger.host) === bare(hostname) && (challenger.port === -1 || challenger.port === wanted);
}

/** Whether a page of the very origin asks for its own part, with nobody else's page around it. */
function isOwnPart({ topOrigin, initiators }: HttpChallenge, origin: string): boolean {
  return topOrigin === origin && initiators.length > 0 && initiators.every((initiator) => initiator === origin);
}

/** Why a challenge may be answered for no session at all; null: its origin decides. Absent facts never agree. */
export function challengeRefusal(challenge: HttpChallenge): ChallengeRefusal | null {
  if (challenge.isProxy) return 'proxy';
  if (!schemes.includes(challenge.scheme.toLowerCase())) return 'scheme';
  if (challenge.tabId < 0) return 'no-tab';
  if (challenge.lifecycle !== null && challenge.lifecycle !== 'active') return 'not-active';
  const origin = webOrigin(challenge.url);
  if (origin === null) return 'no-web-address';
  if (!isChallenger(challenge)) return 'other-challenger';
  if (challenge.type === 'main_frame') return challenge.frameId === 0 ? null : 'kind-of-load';
  if (!embedded.includes(challenge.type)) return 'kind-of-load';
  return isOwnPart(challenge, origin) ? null : 'embedded-elsewhere';
}

/**
 * Whether a session may answer challenges of an origin: exact scheme, host and port, and only with its switch on.
 * `domains`: the primary domains that are kept.
 */
export function answersOn(session: SessionEntry, origin: string, domains: ReadonlySet<string>): boolean {
  const linked = session.credentialEntryId !== null || session.inheritsCredential === true;
  if (!session.httpAuth || session.deletedAt !== null || !linked) return false;
  return mayBeFilledAt(session, origin, domains) && (origin.startsWith('https:') || session.allowHttp);
}

/** A challenge that we answered: remembered so that it is not answered again. */
export interface AnsweredChallenge {
  readonly requestId: string;
  readonly tabId: number;
  readonly origin: string;
  readonly realm: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export const answeredNow = (challenge: HttpChallenge, now: number): AnsweredChallenge => ({
  requestId: challenge.requestId,
  tabId: challenge.tabId,
  origin: webOrigin(challenge.url) ?? '',
  realm: challenge.realm,
  at: now,
});

const samePlace = (one: AnsweredChallenge, challenge: HttpChallenge): boolean =>
  one.tabId === challenge.tabId && one.origin === webOrigin(challenge.url) && one.realm === challenge.realm;

/**
 * Whether this is an answered challenge come back, which must not be answered again: a device may lock after a few
 * wrong tries. `refused`: the credentials were wrong. `elsewhere`: the answered request was sent on to another place,
 * which asks for its own. One that was raised before the answer only runs beside it: null.
 */
export function cameBack(
  challenge: HttpChallenge,
  answered: readonly AnsweredChallenge[],
  now: number,
): 'refused' | 'elsewhere' | null {
  const soon = (at: number): boolean => challenge.at > at && now - at < sameChallengeMs;
  const sameRequest = (one: AnsweredChallenge): boolean => one.requestId === challenge.requestId;
  if (answered.some((one) => samePlace(one, challenge) && (sameRequest(one) || soon(one.at)))) return 'refused';
  return answered.some(sameRequest) ? 'elsewhere' : null;
}
