import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { ask } from '../messaging/client.ts';
import type { CommandName, Commands, RequestOf, ResponseOf } from '../messaging/contract.ts';

export type CommandState<Value> =
  | { readonly status: 'idle' }
  | { readonly status: 'waiting' }
  | { readonly status: 'done'; readonly value: Value }
  | { readonly status: 'failed'; readonly failure: Failure };

export interface CommandUse<Name extends CommandName> {
  readonly state: CommandState<Commands[Name]['response']>;
  /** Every run answers its caller; only the newest one, of a component still there, becomes the state. */
  readonly run: (body: RequestOf<Name>) => Promise<ResponseOf<Name>>;
  /** Back to idle; an answer still under way is dropped. */
  readonly reset: () => void;
}

/** One command of a component: idle, waiting, done or failed. Not for answers that hold a secret, since the state keeps them. */
export function useCommand<Name extends CommandName>(name: Name): CommandUse<Name> {
  const [state, setState] = useState<CommandState<Commands[Name]['response']>>({ status: 'idle' });
  const newest = useRef(0);
  useEffect(
    () => () => {
      newest.current += 1;
    },
    [],
  );
  const run = useCallback(
    async (body: RequestOf<Name>): Promise<ResponseOf<Name>> => {
      newest.current += 1;
      const mine = newest.current;
      setState({ status: 'waiting' });
      const answer = await ask(name, body);
      if (mine !== newest.current) return answer;
      setState(answer.ok ? { status: 'done', value: answer.value } : { status: 'failed', failure: answer.failure });
      return answer;
    },
    [name],
  );
  const reset = useCallback(() => {
    newest.current += 1;
    setState({ status: 'idle' });
  }, []);
  return { state, run, reset };
}
