import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserKinds } from '../e2e/desk.ts';
import { allValues, type Bench, loginValues, loot, openBench, sleep } from './bench.ts';
import { noticingPage } from './pages/hostile-scripts.ts';
import { htmlReply, loginForm, page } from './pages/html.ts';

/** Everything a page can do by itself to look like a person. */
const pretending = `<script>
  const fields = [...document.querySelectorAll('input')];
  const keys = [{ key: 'L', altKey: true, shiftKey: true }, { key: 'I', altKey: true, shiftKey: true }, { key: 'Enter' }];
  setInterval(() => {
    for (const field of fields) {
      field.focus();
      field.click();
      for (const type of ['pointerdown', 'mousedown', 'mouseup', 'contextmenu', 'dblclick'])
        field.dispatchEvent(new MouseEvent(type, { bubbles: true, button: type === 'contextmenu' ? 2 : 0 }));
      for (const init of keys) for (const type of ['keydown', 'keypress', 'keyup'])
        field.dispatchEvent(new KeyboardEvent(type, { ...init, bubbles: true }));
    }
    window.postMessage({ command: 'page.fill', body: {}, build: '0.1.0' }, '*');
  }, 50);
</script>`;

/** Notes everything a page could notice, from before its first field is parsed. */
const recorder = `<script>
  window.noticed = { mutations: [], events: new Set() };
  new MutationObserver((list) => noticed.mutations.push(...list.map((m) => m.type + ' ' + m.target.nodeName)))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const name of Object.keys(Object.getPrototypeOf(HTMLElement.prototype)).concat(Object.keys(HTMLElement.prototype)))
    if (/^on/.test(name)) addEventListener(name.slice(2), (e) => noticed.events.add(e.type), true);
  for (const type of ['beforeinput', 'message', 'focusin', 'focusout', 'resize', 'scroll', 'error', 'submit', 'formdata'])
    addEventListener(type, (e) => noticed.events.add(e.type), true);
</script>`;

describe.each(browserKinds)('a page alone, in %s', (kind) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(kind);
  });
  afterAll(() => bench?.close());

  it('SR-1: linked pages that pretend gestures stay empty, and IT Glue is not asked', async () => {
    bench.serve('alone.attack.example', ({ url }) =>
      htmlReply(page(loginForm() + (url.endsWith('/pretending') ? pretending : ''))),
    );
    await bench.link('alone.attack.example');
    const before = bench.desk.asked().length;
    const tabs = [
      await bench.desk.browser.openTab('https://alone.attack.example/quiet'),
      await bench.desk.browser.openTab('https://alone.attack.example/pretending'),
    ];
    await sleep(2_000);
    for (const tab of tabs) {
      expect(await allValues(tab)).toEqual(['', '']);
      await tab.close();
    }
    expect(bench.desk.asked().length).toBe(before);
  });

  it('SR-2: nothing of the page changes but the values, and no element is added', async () => {
    bench.serve('quiet.attack.example', page(loginForm(), recorder));
    const session = await bench.link('quiet.attack.example');
    const tab = await bench.desk.browser.openTab('https://quiet.attack.example/');
    const look = () =>
      tab.evaluate(() => ({
        markup: document.documentElement.outerHTML,
        globals: Object.getOwnPropertyNames(window).sort(),
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        active: document.activeElement?.nodeName,
        selection: String(getSelection()?.rangeCount),
      }));
    await tab.bringToFront();
    await sleep(200);
    const before = await look();
    await tab.evaluate(() => {
      const { noticed } = window as unknown as { noticed: { mutations: string[]; events: Set<string> } };
      noticed.mutations.length = 0;
      noticed.events.clear();
    });
    expect(await bench.fill(tab, session.sessionId)).toBe('filled');
    await sleep(200);
    expect(await look()).toEqual(before);
    const noticed = await tab.evaluate(() => {
      const all = (window as unknown as { noticed: { mutations: string[]; events: Set<string> } }).noticed;
      // Chromium says `selectionchange` by itself whenever a script sets a value.
      const events = [...all.events].filter((type) => type !== 'selectionchange').sort();
      return { mutations: all.mutations, events };
    });
    expect(noticed).toEqual({ mutations: [], events: ['change', 'input'] });
    expect(await loginValues(tab)).toEqual(loot);
    await tab.close();
  });

  it('SR-13: nothing is submitted, clicked, focused or typed', async () => {
    bench.serve('counting.attack.example', noticingPage);
    const session = await bench.link('counting.attack.example');
    const tab = await bench.desk.browser.openTab('https://counting.attack.example/');
    const seen = () =>
      tab.evaluate(() => {
        const { submit, click, focus, key, input } = (window as unknown as { seen: Record<string, unknown> }).seen;
        return { submit, click, focus, key, input };
      });
    await tab.bringToFront();
    const before = await seen();
    expect(await bench.fill(tab, session.sessionId)).toBe('filled');
    expect(await seen()).toEqual({
      ...before,
      input: [
        ['username', false, true],
        ['password', false, true],
      ],
    });
    await tab.close();
  });
});
