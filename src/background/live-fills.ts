import type { Intent } from '../domain/fill.ts';
import type { FillEnd } from '../messaging/contract.ts';

/**
 * What this worker knows of fills under way, in memory only. When the worker dies it is gone, and everything that
 * needed it is refused: intents themselves live in session memory.
 */
export interface LiveFills {
  /** Runs one step for a tab after the steps before it: fills of one tab do not race. */
  inTurn<Value>(tabId: number, step: () => Promise<Value>): Promise<Value>;
  /** Resolves when the fill of this intent ends, or with null after `withinMs`. */
  end(nonce: string, withinMs: number): Promise<FillEnd | null>;
  announce(intent: Intent, end: FillEnd): void;
}

export function createLiveFills(): LiveFills {
  const turns = new Map<number, Promise<unknown>>();
  const waiting = new Map<string, (end: FillEnd | null) => void>();
  return {
    inTurn(tabId, step) {
      const before = turns.get(tabId) ?? Promise.resolve();
      const turn = before.then(step, step);
      turns.set(tabId, turn);
      const done = () => turns.get(tabId) === turn && turns.delete(tabId);
      turn.then(done, done);
      return turn;
    },
    end(nonce, withinMs) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(null), withinMs);
        const settle = (end: FillEnd | null) => {
          clearTimeout(timer);
          waiting.delete(nonce);
          resolve(end);
        };
        waiting.set(nonce, settle);
      });
    },
    announce(intent, end) {
      waiting.get(intent.nonce)?.(end);
    },
  };
}
