import type { Browser } from 'puppeteer-core';

/** Raw WebDriver BiDi. `connection` is not public in puppeteer, which is why its version is pinned. */
interface Bidi {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

export interface ChromeScope {
  /** One WebDriver BiDi command. */
  send<R>(method: string, parameters: object): Promise<R>;
  /** Runs a self-contained function in Firefox's own window, with all its rights; JSON in, JSON out. */
  run<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
}

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

export function chromeScope(browser: Browser): ChromeScope {
  const { connection } = browser as unknown as { readonly connection: Bidi };
  const send = async <R>(method: string, parameters: object): Promise<R> =>
    (await connection.send(method, parameters)).result as R;
  return {
    send,
    async run<A extends readonly unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
      const tree = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
        'moz:scope': 'chrome',
        maxDepth: 0,
      });
      const answer = await send<Evaluated>('script.evaluate', {
        expression: `(async () => JSON.stringify({ value: await (${fn})(...${JSON.stringify(args)}) }))()`,
        target: { context: tree.contexts[0]?.context },
        awaitPromise: true,
      });
      if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'Firefox refused');
      return (JSON.parse(answer.result?.value ?? '{}') as { value: R }).value;
    },
  };
}
