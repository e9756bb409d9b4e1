import browser, { type WebRequest } from 'webextension-polyfill';
import { webOrigin } from '../../domain/host.ts';
import type { HttpChallenge } from '../../domain/http-challenge.ts';
import type { ChallengeReply } from '../live-challenges.ts';
import { httpAuthPermissions, noteGrantedLate } from './http-auth-access.ts';
import { within } from './within.ts';

const tabWithinMs = 2_000;
const sites = { urls: ['https://*/*', 'http://*/*'] };

export interface ChallengeListeners {
  readonly meet: (challenge: HttpChallenge) => Promise<ChallengeReply>;
  /** The request is over; `accepted` is false where the server refused it to the end, or it failed. */
  readonly end: (requestId: string, accepted: boolean) => Promise<void>;
  /** The permission has just come: this worker listens, but the next one is not woken yet (Firefox). */
  readonly grantedLate: () => Promise<void>;
}

/** What the browsers say beyond the polyfill's types; every field may be absent. */
interface Further {
  readonly initiator?: unknown;
  readonly originUrl?: unknown;
  readonly documentUrl?: unknown;
  readonly documentLifecycle?: unknown;
  readonly frameAncestors?: readonly { readonly url?: unknown }[];
}

const originOf = (address: unknown): string | null => (typeof address === 'string' ? webOrigin(address) : null);

/** Who asked for a load, and every page around: Chromium names one origin, Firefox whole addresses. */
function initiatorsOf({ initiator, originUrl, documentUrl, frameAncestors = [] }: Further): readonly (string | null)[] {
  const named = [initiator, originUrl, documentUrl, ...frameAncestors.map(({ url }) => url)];
  return named.filter((address) => address !== undefined).map(originOf);
}

async function topOriginOf(tabId: number): Promise<string | null> {
  if (tabId < 0) return null;
  const tab = await within(tabWithinMs, browser.tabs.get(tabId)).catch(() => null);
  return originOf(tab?.url);
}

async function challengeOf(details: WebRequest.OnAuthRequiredDetailsType): Promise<HttpChallenge> {
  const further = details as unknown as Further;
  const main = details.type === 'main_frame';
  return {
    requestId: details.requestId,
    url: details.url,
    tabId: details.tabId,
    type: details.type,
    frameId: details.frameId,
    scheme: details.scheme,
    realm: details.realm ?? null,
    isProxy: details.isProxy,
    challenger: details.challenger,
    topOrigin: main ? null : await topOriginOf(details.tabId),
    initiators: initiatorsOf(further),
    lifecycle: typeof further.documentLifecycle === 'string' ? further.documentLifecycle : null,
    at: details.timeStamp,
  };
}

type Answer = (answer: WebRequest.BlockingResponse) => void;

/** Watches the end of one challenged request, and of no other: an event for every request would wake the worker for all. */
function watchEnd({ requestId, tabId }: WebRequest.OnAuthRequiredDetailsType, end: ChallengeListeners['end']): void {
  const { onCompleted, onErrorOccurred } = browser.webRequest;
  const over = (ended: string, accepted: boolean): void => {
    if (ended !== requestId) return;
    onCompleted.removeListener(completed);
    onErrorOccurred.removeListener(failed);
    void end(requestId, accepted);
  };
  const completed = (one: WebRequest.OnCompletedDetailsType): void => over(one.requestId, one.statusCode !== 401);
  const failed = (one: WebRequest.OnErrorOccurredDetailsType): void => over(one.requestId, false);
  const filter = tabId < 0 ? sites : { ...sites, tabId };
  onCompleted.addListener(completed, filter);
  onErrorOccurred.addListener(failed, filter);
}

/** `{}` leaves it to the browser's own dialog; so does anything that goes wrong here. */
function listenerOf({ meet, end }: ChallengeListeners) {
  const watched = new Set<string>();
  return (details: WebRequest.OnAuthRequiredDetailsType, answer?: Answer): undefined => {
    if (!watched.has(details.requestId)) watchEnd(details, end);
    watched.add(details.requestId);
    const answered = challengeOf(details)
      .then(meet)
      .then((reply) =>
        reply === null ? {} : { authCredentials: { username: reply.username, password: reply.password.expose() } },
      );
    void answered.then(answer, () => answer?.({}));
  };
}

/**
 * Listens to HTTP authentication as far as the browser lets us, and from the moment it does. Must be called in the
 * worker's first turn. What it gives says whether the permission came after that.
 */
export function listenToChallenges(listeners: ChallengeListeners): () => boolean {
  const listener = listenerOf(listeners);
  let late = false;
  const start = (): boolean => {
    const event = browser.webRequest?.onAuthRequired;
    if (event === undefined || event.hasListener(listener)) return false;
    // With `asyncBlocking` the answer goes to a callback, in both browsers.
    event.addListener(listener, sites, ['asyncBlocking']);
    return true;
  };
  start();
  browser.permissions.onAdded.addListener(({ permissions = [] }) => {
    if (!httpAuthPermissions.every((name) => permissions.includes(name)) || !start()) return;
    late = true;
    void Promise.all([noteGrantedLate(), listeners.grantedLate()]);
  });
  return () => late;
}
