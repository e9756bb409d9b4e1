import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKeys, demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { browserKinds, type LinkedSession } from '../e2e/desk.ts';
import { allValues, type Bench, holdsLoot, loot, openBench } from './bench.ts';
import { loginForm, page } from './pages/html.ts';

const host = 'leakage.attack.example';

/** What must not be in anything that is written down, sent or shown. */
const secrets = [demoKeys.full, demoPassphrase, loot.password];

interface Noted {
  noted?: string[];
}

/** Runs in a document or worker of the extension: notes whatever is written to a console or thrown past everybody. */
function listen(): void {
  // In Firefox each look into the background has a global object of its own; the page's is its window.
  const { window: own = globalThis } = globalThis as { readonly window?: unknown };
  const scope = own as Noted & EventTarget & { readonly console: Record<string, (...words: unknown[]) => void> };
  if (scope.noted !== undefined) return;
  const noted: string[] = [];
  scope.noted = noted;
  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'])
    scope.console[level] = (...words) =>
      void noted.push(words.map((word) => String((word as Error)?.stack ?? word)).join(' '));
  scope.addEventListener('error', (event) => noted.push(`error ${(event as ErrorEvent).message}`));
  scope.addEventListener('unhandledrejection', (event) => {
    const { reason } = event as PromiseRejectionEvent;
    noted.push(`rejection ${String(reason?.stack ?? reason)}`);
  });
}

const heard = (): readonly string[] | null => {
  const { window: own = globalThis } = globalThis as { readonly window?: unknown };
  return (own as Noted).noted ?? null;
};

const faults = [
  { kind: 'latency', ms: 300 },
  { kind: 'status', status: 401 },
  { kind: 'status', status: 403 },
  { kind: 'status', status: 404 },
  { kind: 'status', status: 429, headers: { 'retry-after': 'never' } },
  { kind: 'server-error' },
  { kind: 'gateway-error', status: 504 },
  { kind: 'reset' },
  { kind: 'html' },
  { kind: 'redirect', to: 'https://evil.attack.example/steal' },
  { kind: 'truncated-body' },
  { kind: 'cut-body' },
  { kind: 'empty-body' },
  { kind: 'wrong-type-body', contentType: 'text/html' },
  { kind: 'rewritten-body', rewrite: () => `{"data":{"id":"1","attributes":{"password":"${loot.password}"}}}` },
] as const;

describe.each(browserKinds)('what could leak in %s', (kind) => {
  let bench: Bench;
  let linked: LinkedSession;
  beforeAll(async () => {
    bench = await openBench(kind);
    bench.serve(host, page(loginForm()));
    linked = await bench.link(host);
    await bench.desk.browser.evaluateInWorker(listen);
    await bench.desk.options.evaluate(listen);
  });
  afterAll(() => bench?.close());

  it('SR-43: neither consoles nor errors nor answers hold a key, passphrase or password, whatever IT Glue does', async () => {
    const { options, browser, fake } = bench.desk;
    const said: string[] = [];
    const note = async (asked: Promise<unknown>) => void said.push(JSON.stringify(await asked));
    for (const fault of faults) {
      const tab = await bench.visit(`https://${host}/`);
      fake.faults.add({ fault });
      await bench.fill(tab, linked.sessionId);
      await note(bench.desk.tryAsk('page.front', {}));
      await note(bench.desk.tryAsk('credentials.list', { entryId: linked.credentialId, refresh: true }));
      const [key] = await bench.desk.ask('apiKey.list', {});
      await note(bench.desk.tryAsk('apiKey.test', { apiKeyId: key?.id as never }));
      fake.faults.clear();
      if (fault.kind !== 'latency') expect(holdsLoot(await allValues(tab))).toBe(false);
    }
    await note(bench.desk.tryAsk('vault.unlock', { passphrase: `${demoPassphrase}!` }));
    await note(bench.desk.tryAsk('entries.list', {}));
    await note(bench.desk.tryAsk('settings.get', {}));
    // Control: what is written to the background's console is heard.
    await browser.evaluateInWorker(() => console.info('zx-heard-in-the-background'));
    const consoles = [await options.evaluate(heard), await browser.evaluateInWorker(heard)];
    // The worker that listened is the one that worked.
    expect(consoles).not.toContain(null);
    const everything = [...consoles.flat(), ...said].join('\n');
    expect(everything).toContain('zx-heard-in-the-background');
    expect(said.join('\n')).toContain('leakage.attack.example');
    for (const secret of secrets) expect(everything).not.toContain(secret);
    expect(everything).not.toMatch(/x-api-key|authorization|passwords\/\d+\?/i);
  });

  it('SR-45: a password that was revealed is nowhere in the popup before, after a lock, or when it is opened again', async () => {
    const markup = (popup: Awaited<ReturnType<Bench['desk']['popup']>>) =>
      popup.surface.evaluate(
        () =>
          document.documentElement.outerHTML + [...document.querySelectorAll('input')].map(({ value }) => value).join(),
      );
    await bench.visit(`https://${host}/`);
    const show = async () => {
      const popup = await bench.desk.popup();
      await popup.fill('Search', `Credential for ${host}`);
      await popup.click(`Show Credential for ${host}`);
      return popup;
    };
    const popup = await show();
    expect(await markup(popup)).not.toContain(loot.password);
    await popup.click('Reveal password');
    await popup.sees(loot.password);
    await bench.desk.browser.closePopup();
    const again = await bench.desk.popup();
    expect(await markup(again)).not.toContain(loot.password);
    await again.click('Reveal password');
    await again.sees(loot.password);
    await bench.desk.ask('vault.lock', {});
    await again.sees('Unlock');
    expect(await markup(again)).not.toContain(loot.password);
    await bench.desk.browser.closePopup();
    await bench.desk.ask('vault.unlock', { passphrase: demoPassphrase });
  });

  it('SR-10: over a page of another site, reveal and copy come after a step that names the right one', async () => {
    bench.serve('leakage.attack.example.evil.attack.example', page(loginForm()));
    await bench.visit('https://leakage.attack.example.evil.attack.example/');
    const popup = await bench.desk.popup();
    await popup.fill('Search', `Credential for ${host}`);
    await popup.click(`Show Credential for ${host}`);
    await popup.sees('https://leakage.attack.example.evil.attack.example');
    expect(await popup.has('button', 'Reveal password')).toBe(false);
    expect(await popup.has('button', 'Copy password')).toBe(false);
    await popup.click(`Reveal or copy it for ${host}`);
    await popup.click('Reveal password');
    await popup.sees(loot.password);
    await popup.click('Back');
    await bench.desk.browser.closePopup();
  });

  it.each([
    ['bücher.attack.example', 'https://xn--bcher-kva.attack.example'],
    ['раураl.attack.example', 'https://xn--l-7sba6dbr.attack.example'],
    ['ATTACK.example', 'https://attack.example'],
    ['https://attack.example:443/login', 'https://attack.example'],
    ['attack.example:8443', 'https://attack.example:8443'],
    ['ⓐttack.example', 'https://attack.example'],
  ])('SR-9: %s is shown as what is compared: %s', async (typed, origin) => {
    const { sessionId } = await bench.link(typed);
    const { entries } = await bench.desk.ask('entries.list', {});
    expect(entries.find(({ id }) => id === sessionId)).toMatchObject({ origin });
    const popup = await bench.desk.popup();
    await popup.fill('Search', `Session ${typed}`);
    await popup.sees(new URL(origin).host);
    await bench.desk.browser.closePopup();
  });
});
