import browser from 'webextension-polyfill';
import { fail, type Result } from '../domain/result.ts';
import type { CommandName, Commands, Envelope, RequestOf } from './contract.ts';

/**
 * Asks the worker. Never throws: a worker that died on the way, or a page older than the worker, answers `interrupted`.
 * Commands may be asked again after that.
 */
export async function ask<Name extends CommandName>(
  command: Name,
  body: RequestOf<Name>,
): Promise<Result<Commands[Name]['response']>> {
  const envelope: Envelope = { command, body, build: browser.runtime.getManifest().version };
  try {
    const answer = (await browser.runtime.sendMessage(envelope)) as Result<Commands[Name]['response']> | undefined;
    return answer ?? fail({ code: 'interrupted' });
  } catch {
    return fail({ code: 'interrupted' });
  }
}
