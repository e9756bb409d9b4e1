import type { SessionEntry } from '../../domain/entry.ts';
import type { Intent } from '../../domain/fill.ts';
import { webOrigin } from '../../domain/host.ts';
import {
  answeredNow,
  cameBack,
  challengeLifetimeMs,
  challengeRefusal,
  type HttpChallenge,
} from '../../domain/http-challenge.ts';
import { fail } from '../../domain/result.ts';
import type { FillEnd } from '../../messaging/contract.ts';
import { noteFill } from '../audit/note-fill.ts';
import { challengeCredential, sessionsAnswering } from '../challenge-subject.ts';
import type { ChallengeReply, LiveChallenges, Place } from '../live-challenges.ts';
import { newId } from '../new-id.ts';
import type { Ports } from '../ports.ts';
import { sayInTab } from '../say-in-tab.ts';

/*
 * HTTP authentication: how the browser's own sign-in dialog is answered, and what keeps that from harm.
 *
 *   challenge -> policy (pure) -> came back? -> sessions with the switch on -+-> launch of this tab: once, by itself
 *                                                                           +-> chooser: unlock, choose, or cancel
 *             -> one GET -> View, link and switch again -> noted as answered -> authCredentials of that one request
 *   anything else -> {}: the browser's own dialog
 *
 * Invariants, named in the tests that fail without them (in memory: `test/domain/http-challenge.test.ts`,
 * `test/background/http-auth`, `test/adapters`; in both browsers: `http-auth.test.ts` of `test/attacks` and `test/e2e`):
 *
 *  1. Off means off: without the switch on a session, or without the permission, no challenge is answered and no window
 *     opens. The permission is given back when the last session switches it off.
 *  2. Only Basic and Digest; never NTLM or Negotiate, which would speak for the Windows account.
 *  3. Never a proxy, and never a request without a tab.
 *  4. Only to who was asked: the challenger's host, and its port where the browser names one, are the address's.
 *  5. Only to an origin of the session: exact scheme, host and port; plain http only where the session says so. A
 *     redirect is judged by the address that challenges, not by the one that was opened.
 *  6. Only for the page itself or its own parts: the tab's top document and everybody said to be around a part are of
 *     the very same origin. Facts that are absent never agree.
 *  7. An answer begins with a gesture: a launch of that tab answers once within its two minutes, and its intent is spent
 *     before IT Glue is asked; all else waits for a click in the chooser, also where just one session fits.
 *  8. Credentials are tried once: a challenge that comes back, for the same request (a lock does not forget it) or for
 *     the same tab, origin and realm within a minute, is the browser's, and said. Of challenges side by side one is
 *     answered first, and the others only when the device has taken it; if it has not, they give up, since a browser
 *     that is left to itself would try on them what it keeps of the first.
 *  9. The password goes into the browser's answer and nowhere else: not into the chooser, not into session memory. IT
 *     Glue is asked once for each answer, after the choice; a lock forgets an answer that others wait for.
 * 10. View, link, switch and lock are asserted before IT Glue is asked, after it, and the lock at the handing over.
 * 11. What waits does not wait for ever: two minutes, then the browser's own dialog; so too when the window is closed,
 *     the tab goes, or the worker dies.
 * 12. One window for one origin and realm, and few at a time. The realm, the challenger's own text, stands apart from
 *     our words. Only a page itself may open the window while the vault is locked.
 * 13. Every answer ends in words: on the toolbar button and in the popup.
 *
 * Limit: while the vault is locked nobody can know which sites have the switch on. Then any page of a site with site
 * access that asks by Basic or Digest opens the window with the unlock form.
 */

/** `ask`: a person has to choose, or to unlock. */
type Decision = { readonly reply: ChallengeReply } | 'ask';

const leave: Decision = { reply: null };

/** The launch of this tab, if it is open and means one of these sessions on this origin. */
async function launchOf(ports: Ports, tabId: number, origin: string, sessions: readonly SessionEntry[]) {
  const intent = await ports.session.intent(tabId);
  if (intent === null || intent.source !== 'launch' || intent.stage !== 'open') return null;
  if (ports.now() >= intent.expiresAt || !intent.origins.includes(origin)) return null;
  return sessions.some(({ id }) => id === intent.sessionEntryId) ? intent : null;
}

/** A launch answers once: its intent is spent before IT Glue is asked. */
async function answerLaunch(
  ports: Ports,
  live: LiveChallenges,
  challenge: HttpChallenge,
  place: Place,
  intent: Intent,
): Promise<Decision> {
  await ports.session.removeIntent(challenge.tabId);
  const { sessionEntryId, passwordId } = intent;
  const asked = await challengeCredential(ports, place.origin, sessionEntryId, passwordId);
  const late = asked.ok && ports.now() >= intent.expiresAt;
  const found = late ? fail({ code: 'intent-expired' }) : asked;
  const end: FillEnd = found.ok ? { signInDialog: 'answered' } : { failure: found.failure };
  await noteFill(ports, intent, end, place.origin);
  if (!found.ok) {
    await sayInTab(ports, challenge.tabId, '', { failure: found.failure });
    return leave;
  }
  live.trial(place, challenge, found.value);
  return { reply: found.value };
}

async function sayRefused(ports: Ports, tabId: number, origin: string): Promise<void> {
  const said = await ports.session.outcome(tabId);
  await sayInTab(ports, tabId, said?.entryName ?? '', { failure: { code: 'sign-in-refused', origin } });
}

/** A part of a page is not worth a window that asks for the passphrase; and without a vault there is none to ask for. */
async function decideLocked(ports: Ports, { type }: HttpChallenge): Promise<Decision> {
  return type === 'main_frame' && (await ports.records.header()) !== null ? 'ask' : leave;
}

async function decide(ports: Ports, live: LiveChallenges, challenge: HttpChallenge, place: Place): Promise<Decision> {
  const back = cameBack(challenge, await ports.session.answeredChallenges(), ports.now());
  if (back !== null) {
    live.over(challenge.requestId, false);
    if (back === 'refused') await sayRefused(ports, challenge.tabId, place.origin);
    return leave;
  }
  const role = await ports.door.role();
  if (role === null) return decideLocked(ports, challenge);
  const sessions = await sessionsAnswering(ports, role, place.origin);
  if (!sessions.ok || sessions.value.length === 0) return leave;
  const launch = await launchOf(ports, challenge.tabId, place.origin, sessions.value);
  return launch === null ? 'ask' : answerLaunch(ports, live, challenge, place, launch);
}

async function replyTo(
  ports: Ports,
  live: LiveChallenges,
  challenge: HttpChallenge,
  place: Place,
): Promise<ChallengeReply> {
  const decision = await live.inTurn(challenge.tabId, async () => {
    const following = live.following(place, challenge);
    // Not awaited in the turn: the one it follows may come back, and that needs a turn of its own.
    return following === null ? await decide(ports, live, challenge, place) : { following };
  });
  if (decision !== 'ask') return 'following' in decision ? decision.following : decision.reply;
  const group = { ...place, id: newId<'challenge'>(ports), expiresAt: ports.now() + challengeLifetimeMs };
  return live.wait(group, challenge, () => ports.chooser.open(group.id));
}

/** Answers a challenge, or leaves it to the browser's own dialog with null; what ran beside a wrong answer gives up. */
export async function meetChallenge(
  ports: Ports,
  live: LiveChallenges,
  challenge: HttpChallenge,
): Promise<ChallengeReply> {
  const origin = webOrigin(challenge.url);
  if (origin === null || challengeRefusal(challenge) !== null) return null;
  const reply = await replyTo(ports, live, challenge, { origin, realm: challenge.realm });
  if (reply === null || reply === 'give-up') return reply;
  if ((await ports.door.role()) === null) return null;
  // Before it is handed over: a worker that dies right after must not try it again.
  await ports.session.noteAnswered(answeredNow(challenge, ports.now()));
  await sayInTab(ports, challenge.tabId, reply.entryName, { signInDialog: 'answered' });
  return reply;
}

/**
 * A request is over: whoever waits beside it goes on. The toolbar button says again that it was answered, since a new
 * page wipes the button.
 */
export async function endChallenge(
  ports: Ports,
  live: LiveChallenges,
  requestId: string,
  accepted: boolean,
): Promise<void> {
  live.over(requestId, accepted);
  const answered = (await ports.session.answeredChallenges()).find((one) => one.requestId === requestId);
  if (answered === undefined) return;
  const said = await ports.session.outcome(answered.tabId);
  if (said !== null && 'signInDialog' in said.end) await ports.pages.showEnd(answered.tabId, said);
}
