import { type ChallengeId, challengeLifetimeMs } from '../domain/http-challenge.ts';
import type { Secret } from '../domain/secret.ts';

/** User name and password for a challenge. */
export interface ChallengeCredential {
  readonly username: string;
  readonly password: Secret;
  /** Of the session that it was taken from. */
  readonly entryName: string;
}

/**
 * What a challenge is answered with; null: nothing, so the browser's own dialog takes over. `give-up`: the request ends
 * as refused. Left to the browser, it would be sent once more with what the browser keeps of an answer beside it.
 */
export type ChallengeReply = ChallengeCredential | 'give-up' | null;

/** What one user name and password stand for. */
export interface Place {
  readonly origin: string;
  readonly realm: string | null;
}

/** Challenges of one origin and realm that wait for a person. */
export interface WaitingGroup extends Place {
  readonly id: ChallengeId;
  readonly expiresAt: number;
}

/** Whose challenge it is. */
interface Asker {
  readonly tabId: number;
  readonly requestId: string;
}

interface Waiter extends Asker {
  readonly reply: (reply: ChallengeReply) => void;
}

interface Group extends WaitingGroup {
  waiters: readonly Waiter[];
  /** null: not open yet, or closed. */
  windowId: number | null;
}

/** The first answer of a group, while nobody knows yet whether it was right. */
interface Trial extends Asker {
  readonly reply: ChallengeCredential;
  readonly waiters: Waiter[];
}

/**
 * Challenges under way, in this worker's memory only: when the worker dies the browser shows its own dialog. Of
 * challenges that run side by side one is answered first; the others follow once the device has taken it.
 */
export interface LiveChallenges {
  /** Runs one step for a tab after the steps before it. */
  inTurn<Value>(tabId: number, step: () => Promise<Value>): Promise<Value>;
  /** Waits for a person, together with the others of that origin and realm; `open` runs for the first of them. */
  wait(group: WaitingGroup, asker: Asker, open: () => Promise<number | null>): Promise<ChallengeReply>;
  /** Tries an answer that no person had to choose; others of that tab, origin and realm may follow it. */
  trial(place: Place, asker: Asker, reply: ChallengeCredential): void;
  /** The answer that is being tried in that tab for that origin and realm, once its fate is known; null: none is. */
  following(place: Place, asker: Asker): Promise<ChallengeReply> | null;
  get(id: ChallengeId): WaitingGroup | null;
  /** Ends the wait of a group. */
  settle(id: ChallengeId, reply: ChallengeCredential | null): void;
  /** The request is over, or came back: those that follow it go on, and it waits for nobody any more. */
  over(requestId: string, accepted: boolean): void;
  /** The person closed the window. */
  windowClosed(windowId: number): void;
  /** The vault was locked: answers under trial are forgotten, and who waits for them gives up. */
  locked(): void;
}

/** A page may invent realms without end; beyond so many windows at a time its challenges are the browser's. */
export const mostWindows = 4;

const keyOf = ({ origin, realm }: Place): string => JSON.stringify([origin, realm]);

function createTurns(): LiveChallenges['inTurn'] {
  const turns = new Map<number, Promise<unknown>>();
  return (tabId, step) => {
    const turn = (turns.get(tabId) ?? Promise.resolve()).then(step, step);
    turns.set(tabId, turn);
    const done = () => turns.get(tabId) === turn && turns.delete(tabId);
    turn.then(done, done);
    return turn;
  };
}

/** Answers under trial, and who follows them. */
function createTrials() {
  const trials = new Map<string, Trial>();
  const end = (key: string, accepted: boolean): void => {
    const trial = trials.get(key);
    trials.delete(key);
    for (const waiter of trial?.waiters ?? []) waiter.reply(accepted && trial !== undefined ? trial.reply : 'give-up');
  };
  return {
    start(key: string, { tabId, requestId }: Asker, reply: ChallengeCredential, waiters: readonly Waiter[]): void {
      end(key, false);
      const trial = { tabId, requestId, reply, waiters: [...waiters] };
      trials.set(key, trial);
      setTimeout(() => trials.get(key) === trial && end(key, false), challengeLifetimeMs);
    },
    following(key: string, asker: Asker): Promise<ChallengeReply> | null {
      const trial = trials.get(key);
      if (trial === undefined || trial.tabId !== asker.tabId || trial.requestId === asker.requestId) return null;
      return new Promise((reply) => trial.waiters.push({ ...asker, reply }));
    },
    over(requestId: string, accepted: boolean): void {
      for (const [key, trial] of trials) if (trial.requestId === requestId) end(key, accepted);
    },
    endAll(): void {
      for (const key of trials.keys()) end(key, false);
    },
  };
}

type Trials = ReturnType<typeof createTrials>;

/** Challenges that wait for a person. */
function createGroups(trials: Trials) {
  const groups = new Map<string, Group>();
  const settle = (key: string, group: Group, reply: ChallengeCredential | null): void => {
    groups.delete(key);
    const [first, ...others] = group.waiters;
    if (first !== undefined && reply !== null) trials.start(key, first, reply, others);
    else for (const waiter of others) waiter.reply(null);
    first?.reply(reply);
  };
  const settleWhere = (wanted: (group: Group) => boolean, reply: ChallengeCredential | null): void => {
    for (const [key, group] of groups) if (wanted(group)) settle(key, group, reply);
  };
  const begin = (key: string, group: Group, open: () => Promise<number | null>): void => {
    groups.set(key, group);
    const giveUp = () => groups.get(key) === group && settle(key, group, null);
    setTimeout(giveUp, challengeLifetimeMs);
    void open().then((windowId) => {
      group.windowId = windowId;
      if (windowId === null) giveUp();
    }, giveUp);
  };
  return {
    settleWhere,
    add(waiting: WaitingGroup, waiter: Waiter, open: () => Promise<number | null>): void {
      const key = keyOf(waiting);
      const known = groups.get(key);
      if (known === undefined && groups.size >= mostWindows) {
        waiter.reply(null);
        return;
      }
      const group: Group = known ?? { ...waiting, waiters: [], windowId: null };
      group.waiters = [...group.waiters, waiter];
      if (known === undefined) begin(key, group, open);
    },
    get: (id: ChallengeId): WaitingGroup | null => [...groups.values()].find((group) => group.id === id) ?? null,
    over(requestId: string): void {
      for (const group of groups.values()) {
        for (const waiter of group.waiters) if (waiter.requestId === requestId) waiter.reply(null);
        group.waiters = group.waiters.filter((waiter) => waiter.requestId !== requestId);
      }
      settleWhere(({ waiters }) => waiters.length === 0, null);
    },
  };
}

export function createLiveChallenges(): LiveChallenges {
  const trials = createTrials();
  const groups = createGroups(trials);
  return {
    inTurn: createTurns(),
    wait: (group, { tabId, requestId }, open) =>
      new Promise((reply) => groups.add(group, { tabId, requestId, reply }, open)),
    trial: (place, asker, reply) => trials.start(keyOf(place), asker, reply, []),
    following: (place, asker) => trials.following(keyOf(place), asker),
    get: groups.get,
    settle: (id, reply) => groups.settleWhere((group) => group.id === id, reply),
    over(requestId, accepted) {
      trials.over(requestId, accepted);
      groups.over(requestId);
    },
    windowClosed: (windowId) => groups.settleWhere((group) => group.windowId === windowId, null),
    locked: trials.endAll,
  };
}
