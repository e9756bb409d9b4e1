import type { FieldChoice } from '../domain/field-choice.ts';
import type { Intent, PortFacts } from '../domain/fill.ts';
import type { FormExplanation } from '../domain/form-explanation.ts';
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
  /** Resolves with what a page says of itself next, or with null after `withinMs`. `choices`: of the session that is asked about. */
  explanation(tabId: number, choices: readonly FieldChoice[], withinMs: number): Promise<SaidOfPage | null>;
  /** The choices that somebody asks about in this tab; null: nobody asks. */
  askedChoices(tabId: number): readonly FieldChoice[] | null;
  explained(tabId: number, said: SaidOfPage): void;
}

/** What the explaining script said, with what the browser says of who said it. */
export interface SaidOfPage {
  readonly facts: PortFacts;
  readonly explanation: FormExplanation;
}

/** What somebody waits for, by key, each once. */
function createWaiting<Key, Value>() {
  const waiting = new Map<Key, (value: Value | null) => void>();
  return {
    wait: (key: Key, withinMs: number): Promise<Value | null> =>
      new Promise((resolve) => {
        const settle = (value: Value | null) => {
          clearTimeout(timer);
          if (waiting.get(key) === settle) waiting.delete(key);
          resolve(value);
        };
        const timer = setTimeout(() => settle(null), withinMs);
        waiting.set(key, settle);
      }),
    settle: (key: Key, value: Value): void => waiting.get(key)?.(value),
  };
}

export function createLiveFills(): LiveFills {
  const turns = new Map<number, Promise<unknown>>();
  const ends = createWaiting<string, FillEnd>();
  const explanations = createWaiting<number, SaidOfPage>();
  const asked = new Map<number, readonly FieldChoice[]>();
  return {
    inTurn(tabId, step) {
      const before = turns.get(tabId) ?? Promise.resolve();
      const turn = before.then(step, step);
      turns.set(tabId, turn);
      const done = () => turns.get(tabId) === turn && turns.delete(tabId);
      turn.then(done, done);
      return turn;
    },
    end: ends.wait,
    announce: (intent, end) => ends.settle(intent.nonce, end),
    explanation(tabId, choices, withinMs) {
      asked.set(tabId, choices);
      const said = explanations.wait(tabId, withinMs);
      void said.then(() => asked.delete(tabId));
      return said;
    },
    askedChoices: (tabId) => asked.get(tabId) ?? null,
    explained: explanations.settle,
  };
}
