import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/domain/ids.ts';
import { pageOf } from '../browser/page-tab.ts';
import type { Tab } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { browserKinds } from '../e2e/desk.ts';
import { allValues, type Bench, holdsLoot, loginValues, loot, openBench } from './bench.ts';
import { htmlReply, loginForm, page } from './pages/html.ts';

const host = 'frames.attack.example';
const form = loginForm();
const inner = `<!doctype html>${form}`;
const quoted = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const size = 'width="400" height="160"';
const script = (code: string) => `<script>${code}</script>`;
const literal = JSON.stringify(inner).replaceAll('</', '<\\/');

/** Documents in a frame of the linked page, each with a login form that shows. */
const frameRows = [
  ['same origin', `<iframe ${size} src="/inner"></iframe>`],
  ['another origin', `<iframe ${size} src="https://evil.attack.example/inner"></iframe>`],
  ['srcdoc', `<iframe ${size} srcdoc="${quoted(inner)}"></iframe>`],
  ['data:', `<iframe ${size} src="data:text/html,${encodeURIComponent(inner)}"></iframe>`],
  ['sandboxed', `<iframe ${size} sandbox="allow-scripts allow-forms" src="/inner"></iframe>`],
  ['sandboxed srcdoc', `<iframe ${size} sandbox="allow-scripts" srcdoc="${quoted(inner)}"></iframe>`],
  [
    'about:blank',
    `<iframe ${size} id="blank"></iframe>${script(`const d = blank.contentDocument; d.open(); d.write(${literal}); d.close();`)}`,
  ],
  [
    'blob:',
    `<iframe ${size} id="blob"></iframe>${script(`blob.src = URL.createObjectURL(new Blob([${literal}], { type: 'text/html' }));`)}`,
  ],
] as const;

/** Whole pages at the linked address that are not of the linked origin. */
const isolated = [
  ['sandbox by policy', 'sandbox allow-scripts allow-forms'],
  ['sandbox by policy without scripts', 'sandbox'],
] as const;

describe.each(browserKinds)('frames in %s', (kind) => {
  let bench: Bench;
  let entryId: EntryId;
  beforeAll(async () => {
    bench = await openBench(kind);
    bench.serve('evil.attack.example', page(form));
    entryId = (await bench.link(host)).sessionId;
  });
  afterAll(() => bench?.close());

  const open = (html: string, headers: Record<string, string> = {}): Promise<Tab> => {
    bench.serve(host, ({ url }) =>
      new URL(url).pathname === '/inner' ? htmlReply(page(form)) : htmlReply(html, headers),
    );
    return bench.visit(`https://${host}/`);
  };
  const fieldsInFrames = async (tab: Tab): Promise<number> => {
    const counts = pageOf(tab)
      .frames()
      .map((frame) => frame.evaluate(() => document.querySelectorAll('input').length));
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  };

  it.each(frameRows)('SR-5: a login form in a frame is never filled: %s', async (_name, frame) => {
    const tab = await open(page(frame));
    await until('the form in the frame', async () => (await fieldsInFrames(tab)) === 2);
    const before = bench.desk.asked().length;
    expect(await bench.fill(tab, entryId)).toMatch(/^form-in-(own|other)-frame$/);
    expect(await allValues(tab)).toEqual(['', '']);
    expect(bench.desk.asked().length).toBe(before);
  });

  it('SR-5: of a page with all of these frames only the top form is filled', async () => {
    const tab = await open(page(form + frameRows.map(([, frame]) => frame).join('')));
    await until('the forms', async () => (await fieldsInFrames(tab)) === 2 * (frameRows.length + 1));
    expect(await bench.fill(tab, entryId)).toBe('filled');
    expect(await loginValues(tab)).toEqual(loot);
    const filled = (await allValues(tab)).filter((value) => value !== '');
    expect(filled).toEqual([loot.username, loot.password]);
  });

  it.each(isolated)('SR-5: a top page of an opaque origin is refused: %s', async (_name, policy) => {
    const before = bench.desk.asked().length;
    const tab = await open(page(form), { 'content-security-policy': policy });
    expect(['isolated-page', 'page-not-fillable']).toContain(await bench.fill(tab, entryId));
    expect(holdsLoot(await allValues(tab))).toBe(false);
    expect(bench.desk.asked().length).toBe(before);
  });

  it('SR-5: a blob: and an about:blank page made by the linked origin are refused', async () => {
    const opener = await open(page(form));
    const url = await opener.evaluate(
      (html) => URL.createObjectURL(new Blob([html], { type: 'text/html' })),
      page(form),
    );
    await opener.evaluate((address) => {
      setTimeout(() => location.assign(address), 0);
    }, url);
    await until('the blob page', async () => (await opener.url()).startsWith('blob:'));
    expect(await bench.fill(opener, entryId)).toBe('page-not-fillable');
    expect(await allValues(opener)).toEqual(['', '']);
    const blank = await bench.visit('about:blank');
    expect(await bench.fill(blank, entryId)).toBe('page-not-fillable');
  });

  it('SR-5: the linked page in a frame of an attacker is not filled', async () => {
    await open(page(form));
    bench.serve('evil.attack.example', page(`<iframe ${size} src="https://${host}/inner"></iframe>`));
    const tab = await bench.visit('https://evil.attack.example/');
    await until('the framed form', async () => (await fieldsInFrames(tab)) === 2);
    expect(await bench.fill(tab, entryId)).toBe('no-linked-session');
    const launched = await bench.link(`https://${host}/hop`);
    bench.serve(host, ({ url }) =>
      url.endsWith('/hop')
        ? new Response(null, { status: 302, headers: { location: 'https://evil.attack.example/' } })
        : htmlReply(page(form)),
    );
    await bench.desk.ask('session.launch', { entryId: launched.sessionId, passwordId: null });
    expect(await until('an outcome', () => bench.outcomeInFront())).toBe('wrong-origin');
    for (const each of await bench.desk.browser.tabs())
      if ((await each.url()).includes('evil')) expect(await allValues(each)).toEqual(['', '']);
  });
});
