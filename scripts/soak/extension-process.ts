import { chromeScope } from '../../test/browser/firefox-chrome-scope.ts';
import { pageOf } from '../../test/browser/page-tab.ts';
import type { Desk } from '../../test/e2e/desk.ts';

interface ProcessInfo {
  readonly children: readonly { readonly type: string; readonly memory: number }[];
}

/** Runs in Firefox's own window: bytes of the process in which extensions run, background and popup together. */
async function extensionBytes(): Promise<number> {
  const { ChromeUtils } = globalThis as unknown as {
    readonly ChromeUtils: { requestProcInfo(): Promise<ProcessInfo> };
  };
  const { children } = await ChromeUtils.requestProcInfo();
  return children.filter(({ type }) => type === 'extension').reduce((sum, { memory }) => sum + memory, 0);
}

/** Megabytes of Firefox's process for extensions, which has no heap of a worker or a popup to be looked at alone. */
export const extensionProcessMB = async (desk: Desk): Promise<number> =>
  (await chromeScope(pageOf(desk.options).browser()).run(extensionBytes)) / 1e6;
