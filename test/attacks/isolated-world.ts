import type { BrowserDriver } from '../browser/driver.ts';

export type Probe = 'storage' | 'messages' | 'port';

/** Runs in the worker: puts a probe into the tab's isolated world, where the fill script runs. */
async function inject(url: string, probe: string, input: unknown): Promise<Record<string, string>> {
  const { scripting, tabs } = (
    globalThis as unknown as {
      chrome: {
        scripting: { executeScript(what: object): Promise<{ result: Record<string, string> }[]> };
        tabs: { query(q: object): Promise<{ id: number; url?: string }[]> };
      };
    }
  ).chrome;
  const tab = (await tabs.query({})).find((each) => each.url === url);
  if (tab === undefined) throw new Error(`no tab at ${url}`);
  /** Runs in the isolated world of the page. */
  const inPage = async (what: string, json: string): Promise<Record<string, string>> => {
    type Area = { get(key: null): Promise<object> };
    type Port = {
      postMessage(message: unknown): void;
      disconnect(): void;
      onMessage: { addListener(heard: (message: unknown) => void): void };
    };
    const platform = (
      globalThis as unknown as {
        chrome: {
          storage: Record<string, Area | undefined>;
          runtime: { sendMessage(m: unknown): Promise<unknown>; connect(o: { name: string }): Port };
        };
      }
    ).chrome;
    const within = (attempt: Promise<unknown>) =>
      Promise.race([attempt, new Promise((resolve) => setTimeout(resolve, 2_000))]);
    const heard = (attempt: Promise<unknown>) =>
      within(attempt).then(
        (reply) => (reply === undefined || reply === null ? 'nothing' : `answered ${JSON.stringify(reply)}`),
        (error) => `refused: ${String(error)}`,
      );
    const out: Record<string, string> = {};
    const given = JSON.parse(json) as { name: string; message: unknown }[];
    if (what === 'storage') {
      for (const name of ['session', 'local', 'sync']) {
        const area = platform.storage[name];
        out[name] =
          area === undefined
            ? 'absent'
            : await area.get(null).then(
                (all) => JSON.stringify(all),
                (error) => `refused: ${String(error)}`,
              );
      }
    }
    if (what === 'messages')
      await Promise.all(
        given.map(async ({ name, message }) => {
          out[name] = await heard(platform.runtime.sendMessage(message));
        }),
      );
    if (what === 'port')
      await Promise.all(
        given.map(async ({ name, message }, index) => {
          out[`${index} ${name}`] = await heard(
            new Promise((resolve) => {
              const port = platform.runtime.connect({ name });
              port.onMessage.addListener(resolve);
              port.postMessage(message);
            }),
          );
        }),
      );
    return out;
  };
  const [first] = await scripting.executeScript({
    target: { tabId: tab.id, frameIds: [0] },
    func: inPage,
    args: [probe, JSON.stringify(input)],
  });
  return first?.result ?? {};
}

/**
 * What a content script of ours, were it taken over, would get: the probe runs where the fill script runs, in the
 * isolated world of the top document of the tab at `url`. `messages` and `port` say for each letter what was heard.
 */
export const inIsolatedWorld = (
  browser: BrowserDriver,
  url: string,
  probe: Probe,
  letters: readonly { readonly name: string; readonly message: unknown }[] = [],
): Promise<Record<string, string>> => browser.evaluateInWorker(inject, url, probe, letters as unknown);
