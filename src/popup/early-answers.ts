import type { Result } from '../domain/result.ts';
import { ask } from '../messaging/client.ts';
import type { CommandName, Commands, RequestOf } from '../messaging/contract.ts';

/** What every popup of an unlocked vault asks first. */
const first = ['vault.status', 'entries.list', 'page.front'] as const;

/** An answer that was not taken within this time says nothing about now. */
const freshMs = 2_000;

const early = new Map<CommandName, Promise<Result<unknown>>>();

/**
 * Asks the first questions at once, before anything is drawn: a worker that has to be started answers them together,
 * and the second does not wait for what the first one's answer leads to.
 */
export function askEarly(): void {
  for (const command of first) early.set(command, ask(command, {}));
  setTimeout(() => early.clear(), freshMs);
}

/** Asks the worker, or takes what it was asked early, once. What was refused then is asked again. */
export const askFirst: typeof ask = async <Name extends CommandName>(command: Name, body: RequestOf<Name>) => {
  const asked = early.get(command);
  early.delete(command);
  const answer = await asked;
  return answer?.ok === true ? (answer as Result<Commands[Name]['response']>) : ask(command, body);
};
