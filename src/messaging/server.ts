import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { fail, type Result } from '../domain/result.ts';
import type { CommandName } from './contract.ts';
import { rules } from './contract-rules.ts';
import { schemas } from './schemas.ts';

/** Who we are, as senders are compared with. */
export interface Self {
  readonly id: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
  readonly build: string;
  /** Paths of the pages that may send commands. */
  readonly pages: readonly string[];
}

/** Passes a request on to its use case, or says why not. */
export type Dispatch = (command: CommandName, request: unknown) => Promise<Result<unknown>>;

const envelope = v.strictObject({ command: v.string(), body: v.unknown(), build: v.string() });

const isCommand = (name: string): name is CommandName => Object.hasOwn(rules, name);

/**
 * Whether the browser says that one of our own pages sent this. Anything absent is a no. Content scripts share our id,
 * but not our origin.
 */
export function isOurPage(sender: Readonly<Record<string, unknown>>, self: Self): boolean {
  const { id, origin, url } = sender;
  if (id !== self.id || origin !== self.origin || typeof url !== 'string') return false;
  return self.pages.some((page) => {
    const address = `${self.origin}${page}`;
    return url === address || url.startsWith(`${address}#`) || url.startsWith(`${address}?`);
  });
}

/** Decode, gate, dispatch. null: not for us, so no answer at all. */
export function answer(
  message: unknown,
  sender: object,
  self: Self,
  dispatch: Dispatch,
): Promise<Result<unknown>> | null {
  if (!isOurPage({ ...sender }, self)) return null;
  const decoded = v.safeParse(envelope, message);
  if (!decoded.success || !isCommand(decoded.output.command)) return null;
  if (decoded.output.build !== self.build) return Promise.resolve(fail({ code: 'interrupted' }));
  const request = v.safeParse(schemas[decoded.output.command], decoded.output.body);
  if (!request.success) {
    const field = request.issues[0].path?.map((item) => String(item.key)).join('.') ?? '';
    return Promise.resolve(fail({ code: 'invalid-input', field }));
  }
  return dispatch(decoded.output.command, request.output);
}

/** Listens to commands from our own pages. Must run in the first turn of the worker, or a message that wakes it is missed. */
export function listen(self: Self, dispatch: Dispatch): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    return answer(message, sender, self, dispatch) ?? undefined;
  });
}
