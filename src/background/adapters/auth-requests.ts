import browser, { type WebRequest } from 'webextension-polyfill';
import type { HttpChallenge } from '../../domain/http-challenge.ts';
import type { ChallengeReply } from '../live-challenges.ts';
import { challengeOf, wasAccepted } from './challenge-facts.ts';
import { httpAuthPermissions, noteGrantedLate } from './http-auth-access.ts';
import { within } from './within.ts';

/*
 * What the browsers do (measured: Chromium 156, Firefox ESR 153):
 * - Both take the two permissions as optional, and neither prompts for them. Firefox passes challenges on at once.
 *   Chromium does so only for an extension that had `webRequest` when it was loaded, and not after a reload either, but
 *   from its next start on.
 * - Firefox wakes an event page only for listeners of its first turn. After a late grant an alarm keeps looking until
 *   the page has been started anew once.
 * - `requestId` stays the same when a challenge comes back, and over redirects, in both.
 * - A worker that dies while a challenge waits: both show their own dialog for that request.
 * - Firefox reports -1 as the challenger's port where the address names none.
 */

const tabWithinMs = 2_000;
const sites = { urls: ['https://*/*', 'http://*/*'] };

export interface ChallengeListeners {
  readonly meet: (challenge: HttpChallenge) => Promise<ChallengeReply>;
  /** The request is over; `accepted` is false where the server refused it to the end, or it failed. */
  readonly end: (requestId: string, accepted: boolean) => Promise<void>;
  /** The permission has just come: this worker listens, but the next one is not woken yet (Firefox). */
  readonly grantedLate: () => Promise<void>;
}

/** The address of the tab's top document. It says nothing of a main frame that is just loading. */
async function topAddressOf({ tabId, type }: WebRequest.OnAuthRequiredDetailsType): Promise<string | null> {
  if (tabId < 0 || type === 'main_frame') return null;
  const tab = await within(tabWithinMs, browser.tabs.get(tabId)).catch(() => null);
  return tab?.url ?? null;
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
  const completed = (one: WebRequest.OnCompletedDetailsType): void => over(one.requestId, wasAccepted(one.statusCode));
  const failed = (one: WebRequest.OnErrorOccurredDetailsType): void => over(one.requestId, false);
  onCompleted.addListener(completed, { ...sites, tabId });
  onErrorOccurred.addListener(failed, { ...sites, tabId });
}

function blockingResponse(reply: ChallengeReply): WebRequest.BlockingResponse {
  if (reply === null) return {};
  if (reply === 'give-up') return { cancel: true };
  return { authCredentials: { username: reply.username, password: reply.password.expose() } };
}

/** `{}` leaves it to the browser's own dialog; so does anything that goes wrong here. */
function listenerOf({ meet, end }: ChallengeListeners) {
  const watched = new Set<string>();
  const watch = (details: WebRequest.OnAuthRequiredDetailsType): void => {
    const { requestId, tabId } = details;
    if (tabId < 0 || watched.has(requestId)) return;
    watched.add(requestId);
    watchEnd(details, (ended, accepted) => {
      watched.delete(ended);
      return end(ended, accepted);
    });
  };
  return (details: WebRequest.OnAuthRequiredDetailsType, answer?: Answer): undefined => {
    watch(details);
    const answered = topAddressOf(details)
      .then((topAddress) => meet(challengeOf(details, topAddress)))
      .then(blockingResponse);
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
    try {
      // With `asyncBlocking` the answer goes to a callback, in both browsers.
      event.addListener(listener, sites, ['asyncBlocking']);
    } catch {
      // A policy may have withdrawn the second permission alone. The rest of the worker must start all the same.
      return false;
    }
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
