import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fillPortName } from '../../src/domain/fill-port-name.ts';
import type { EntryId } from '../../src/domain/ids.ts';
import { until } from '../browser/until.ts';
import { browserKinds } from '../e2e/desk.ts';
import { allValues, type Bench, loginValues, loot, openBench, sleep } from './bench.ts';
import { inIsolatedWorld } from './isolated-world.ts';
import { htmlReply, loginForm, page } from './pages/html.ts';

const host = 'ports.attack.example';

/** Stops its own script, and so every answer to the extension, in the moment in which its fields are filled. */
const stopping = `<script>
  document.querySelector('#password').addEventListener('input', () => {
    const request = new XMLHttpRequest();
    request.open('POST', '/handed', false);
    request.send();
  });
</script>`;

/** An answer that comes when it is let go. */
function held(): { readonly answer: Promise<Response>; readonly letGo: () => void } {
  const gate = new AbortController();
  const answer = new Promise<Response>((end) => gate.signal.addEventListener('abort', () => end(new Response())));
  return { answer, letGo: () => gate.abort() };
}

describe.each(browserKinds)('fill ports in %s', (kind) => {
  let bench: Bench;
  let entryId: EntryId;
  beforeAll(async () => {
    bench = await openBench(kind);
    bench.serve(host, page(loginForm()));
    entryId = (await bench.link(host)).sessionId;
  });
  afterAll(() => bench?.close());
  afterEach(() => bench.desk.fake.faults.clear());

  it('SR-28: a forged fill port is answered nothing, whatever it names, even while another tab is being filled', async () => {
    const tab = await bench.desk.browser.openTab('https://evil.attack.example/');
    const linked = await bench.visit(`https://${host}/`);
    bench.desk.fake.faults.add({ fault: { kind: 'latency', ms: 700 } });
    const filled = bench.fill(linked, entryId);
    const forged = await inIsolatedWorld(bench.desk.browser, await tab.url(), 'port', [
      {
        name: fillPortName,
        message: { type: 'report', report: { fields: ['username', 'password'], actionOrigin: null, refusal: null } },
      },
      {
        name: fillPortName,
        message: {
          type: 'report',
          entryId,
          origin: `https://${host}`,
          report: { fields: ['password'], actionOrigin: null, refusal: null },
        },
      },
      { name: fillPortName, message: { type: 'fill', entryId, tabId: 1, frameId: 0, documentId: 'x' } },
      {
        name: 'command',
        message: { command: 'credential.reveal', body: { entryId, passwordId: null, purpose: 'reveal' } },
      },
      { name: '', message: null },
    ]);
    expect(Object.values(forged)).toEqual(Array.from({ length: 5 }, () => 'nothing'));
    expect(await filled).toBe('filled');
    expect(await allValues(tab)).toEqual([]);
    await tab.close();
  });

  it('SR-6: a later document of the linked origin, in the tab of a launch, gets nothing until it was injected', async () => {
    const late = 'late.attack.example';
    const image = held();
    bench.serve(late, ({ url }) => {
      const { pathname } = new URL(url);
      if (pathname === '/never') return image.answer;
      return htmlReply(page(pathname === '/slow' ? `${loginForm()}<img src="/never" alt="">` : '<p>No form.</p>'));
    });
    const session = await bench.link(late);
    const before = bench.desk.reveals();
    await bench.desk.ask('session.launch', { entryId: session.sessionId, passwordId: null });
    const tab = await bench.desk.browser.waitForTab((url) => url === `https://${late}/`);
    expect(await until('the first page to be read', () => bench.outcomeInFront())).toBe('absent');
    await tab.evaluate(() => location.assign('/slow'));
    await until('the later document', async () => (await tab.url()).endsWith('/slow') && (await tab.text()) !== '');
    const report = { fields: ['username', 'password'], actionOrigin: null, refusal: null };
    const forged = await inIsolatedWorld(bench.desk.browser, `https://${late}/slow`, 'port', [
      { name: fillPortName, message: { type: 'report', report } },
    ]);
    expect(Object.values(forged)).toEqual(['nothing']);
    expect(bench.desk.reveals()).toBe(before);
    image.letGo();
    await until(
      'the fill of the later document',
      async () => (await allValues(tab)).join(' ') === Object.values(loot).join(' '),
    );
    await tab.close();
  });

  it('SR-6: a password that was handed over is not handed over again when the worker dies meanwhile', async () => {
    const stop = held();
    const once = 'once.attack.example';
    bench.serve(once, ({ url }) => (url.endsWith('/handed') ? stop.answer : htmlReply(page(loginForm() + stopping))));
    const session = await bench.link(once);
    const before = bench.desk.reveals();
    await bench.desk.ask('session.launch', { entryId: session.sessionId, passwordId: null });
    const handed = () => bench.desk.server.requests.some(({ path }) => path === '/handed');
    await until('the password to be handed over', async () => handed());
    await bench.desk.browser.killWorker();
    expect(await bench.desk.ask('vault.status', {})).toMatchObject({ state: 'unlocked' });
    expect(await until('an outcome', () => bench.outcomeInFront())).toBe('interrupted');
    stop.letGo();
    await sleep(1_000);
    const tab = await bench.desk.browser.waitForTab((url) => url === `https://${once}/`);
    expect(await loginValues(tab)).toEqual(loot);
    expect(bench.desk.reveals()).toBe(before + 1);
    await tab.close();
  });
});
