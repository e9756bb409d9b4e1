import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EntryId } from '../../src/domain/ids.ts';
import type { Surface } from '../browser/surface.ts';
import { browserKinds } from '../e2e/desk.ts';
import { person } from '../e2e/person.ts';
import { allValues, type Bench, openBench } from './bench.ts';
import { htmlReply, loginForm, page } from './pages/html.ts';

const host = 'records.attack.example';
const promptHost = 'prompt.attack.example';
const evil = 'https://evil.attack.example/steal';

type Reply = { data?: Record<string, unknown> & { attributes?: Record<string, unknown> } };

/** One password as IT Glue answers it, changed by whoever sits in between or broke in there. */
const changed = (change: (reply: Reply) => unknown) => ({
  kind: 'rewritten-body' as const,
  rewrite: (text: string) => JSON.stringify(change(JSON.parse(text) as Reply)),
});

const hostileReplies = [
  { name: 'another record', fault: changed(({ data }) => ({ data: { ...data, id: '999999999' } })) },
  { name: 'a list instead of one', fault: changed(({ data }) => ({ data: [data] })) },
  { name: 'nothing', fault: changed(() => ({ data: null })) },
  { name: 'another kind of record', fault: changed(({ data }) => ({ data: { ...data, type: 'documents' } })) },
  {
    name: 'a value that is no text',
    fault: changed(({ data }) => ({ data: { ...data, attributes: { ...data?.attributes, password: { $ne: 1 } } } })),
  },
  {
    name: 'a prototype',
    fault: {
      kind: 'rewritten-body' as const,
      rewrite: () => '{"__proto__":{"data":{"id":"1","attributes":{"password":"x"}}}}',
    },
  },
  { name: 'a page for people', fault: { kind: 'html' as const } },
  { name: 'a body that is cut', fault: { kind: 'truncated-body' as const } },
  { name: 'another content type', fault: { kind: 'wrong-type-body' as const, contentType: 'text/html' } },
  { name: 'fifty megabytes', fault: { kind: 'rewritten-body' as const, rewrite: () => `"${'x'.repeat(50_000_000)}"` } },
];

/** Names as somebody who may edit records, and means harm, would write them. */
const hostileNames = [
  '<img src=x onerror="document.title=\'ran\'">',
  '<script>document.title="ran"</script>',
  '"><svg onload="document.title=\'ran\'">',
  '<iframe srcdoc="<script>parent.document.title=\'ran\'</script>"></iframe>',
  'javascript:document.title="ran"',
  '{{constructor.constructor("document.title=1")()}}',
  '\u202Egnp.drowssap\u202C',
  'Domain \u2066admin\u2069 \u200B\u200F\uFEFFhidden',
  'Null\u0000Bell\u0007Escape\u001B[31m',
  `Long ${'\u00AD'.repeat(50)}${'W'.repeat(400)}`,
  '&lt;b&gt;not bold&lt;/b&gt; & "quotes" \'single\' `back`',
  '=HYPERLINK("https://evil.attack.example","click")',
];

/** What a person is shown, with what ran or was made of the names. */
const lookAt = (surface: Surface) =>
  surface.evaluate(() => ({
    title: document.title,
    text: document.body.innerText,
    made: document.querySelectorAll(
      'main img:not([src^="/"]):not([src^="chrome"]):not([src^="moz"]), iframe, svg[onload], body script',
    ).length,
    links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? ''),
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }));

describe.each(browserKinds)('hostile records in %s', (kind) => {
  let bench: Bench;
  let entryId: EntryId;
  let credentialId: EntryId;
  beforeAll(async () => {
    bench = await openBench(kind);
    for (const each of [host, promptHost]) bench.serve(each, page(loginForm()));
    bench.serve('evil.attack.example', () => htmlReply('{"data":[]}', { 'access-control-allow-origin': '*' }));
    entryId = (await bench.link(host)).sessionId;
    const prompt = await bench.link(promptHost, { password: null });
    credentialId = prompt.credentialId;
  });
  afterAll(() => bench?.close());
  afterEach(() => bench.desk.fake.faults.clear());

  it.each(hostileReplies)('SR-34: $name in place of the password fills nothing', async ({ fault }) => {
    const tab = await bench.visit(`https://${host}/`);
    bench.desk.fake.faults.add({ when: { path: /^\/passwords\/\d+$/ }, fault });
    const end = await bench.fill(tab, entryId);
    expect(['bad-response', 'it-glue-down', 'not-it-glue']).toContain(end);
    expect(await allValues(tab)).toEqual(['', '']);
    bench.desk.fake.faults.clear();
    expect(await bench.fill(tab, entryId)).toBe('filled');
  });

  it('SR-33: links, hosts and places that a list names are not gone to', async () => {
    const before = bench.desk.asked().length;
    bench.desk.fake.faults.add({
      fault: {
        kind: 'rewritten-body',
        rewrite: (text) => {
          const reply = JSON.parse(text) as { data: { attributes: Record<string, unknown> }[] };
          const links = { self: evil, next: evil, last: evil, related: `${evil}/related` };
          return JSON.stringify({
            ...reply,
            links,
            meta: { 'current-page': 1, 'next-page': 2, 'total-pages': 1, 'total-count': reply.data.length },
            data: reply.data.map((row) => ({
              ...row,
              links,
              attributes: { ...row.attributes, 'resource-url': evil, 'parent-url': evil },
              relationships: { organization: { links, data: { type: 'organizations', id: evil } } },
            })),
          });
        },
      },
    });
    const { rows } = await bench.desk.ask('credentials.list', { entryId: credentialId, refresh: true });
    expect(rows.length).toBeGreaterThan(0);
    expect(bench.stolen()).toEqual([]);
    const since = bench.desk.asked().slice(before);
    expect(new Set(since.map(({ scheme, host: at }) => `${scheme}://${at}`))).toEqual(
      new Set(['https://api.itglue.com']),
    );
    expect(
      since.filter(
        ({ path }) => !/^\/(passwords|organizations\/\d+(\/relationships\/(passwords|password_folders))?)$/.test(path),
      ),
    ).toEqual([]);
  });

  it('SR-35: no value is asked for by opening, listing or searching, and one by a fill', async () => {
    const before = bench.desk.reveals();
    await bench.visit(`https://${promptHost}/`);
    const popup = await bench.desk.popup();
    await popup.fill('Search', 'northwind');
    await popup.sees(promptHost);
    await bench.desk.ask('credentials.list', { entryId: credentialId, refresh: true });
    await bench.desk.ask('index.search', { query: 'portal', limit: 20, origin: null, organizationId: null });
    expect(bench.desk.reveals()).toBe(before);
    await bench.desk.browser.closePopup();
    const tab = await bench.visit(`https://${host}/`);
    expect(await bench.fill(tab, entryId)).toBe('filled');
    expect(bench.desk.reveals()).toBe(before + 1);
  });

  it.each([
    { status: 401, end: 'key-not-accepted', most: 2 },
    { status: 403, end: 'key-not-accepted', most: 2 },
    { status: 429, end: 'rate-limited', most: 1 },
    { status: 500, end: 'it-glue-down', most: 1 },
  ])('SR-36: after $status the value is not asked for again', async ({ status, end, most }) => {
    const tab = await bench.visit(`https://${host}/`);
    const before = bench.desk.asked().length;
    bench.desk.fake.faults.add({ fault: { kind: 'status', status, headers: { 'retry-after': '3600' } } });
    expect(await bench.fill(tab, entryId)).toBe(end);
    expect(await allValues(tab)).toEqual(['', '']);
    const since = bench.desk.asked().slice(before);
    expect(since.filter(({ path }) => /^\/passwords\/\d+$/.test(path))).toHaveLength(1);
    // The key alone is looked at once more, to tell a refused record from a refused key.
    expect(since.length).toBeLessThanOrEqual(most);
  });

  it('SR-37: names of records are text, whatever they hold, and none hides or turns what is read', async () => {
    const { id } = bench.desk.fake.organization('Northwind Dental Group');
    const made = hostileNames.map((name, at) =>
      bench.desk.fake.mutate.createPassword({
        organizationId: id,
        name: `zx${at} ${name}`,
        username: name,
        value: 'v',
      }),
    );
    await bench.desk.ask('credentials.list', { entryId: credentialId, refresh: true });
    const tab = await bench.visit(`https://${promptHost}/`);
    await bench.desk.browser.clickMenuItem('fill', tab, 'input');
    const popup = person(await bench.desk.browser.waitForPopup());
    await popup.sees('IT Glue credentials list');
    for (const at of hostileNames.keys()) {
      await popup.fill('Search', `zx${at}`);
      await popup.sees(`zx${at} `);
      const seen = await lookAt(popup.surface);
      expect({ at, ...seen, text: '' }).toEqual({ at, title: seen.title, text: '', made: 0, links: [], wide: false });
      expect(seen.title).not.toMatch(/ran|1/);
      expect(seen.text.replace(/\s/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
    expect(bench.stolen()).toEqual([]);
    for (const record of made) bench.desk.fake.mutate.deletePassword(record);
    await bench.desk.browser.closePopup();
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,hello',
    'file:///etc/passwd',
    'chrome://settings',
    'about:config',
    'ftp://records.attack.example',
    'https://user:secret@records.attack.example',
    'https://records.attack.example.',
    'http://records.attack.example',
    'blob:https://records.attack.example/1',
  ])('SR-38: %s is not an address to open, and nothing is', async (address) => {
    const tabs = (await bench.desk.browser.tabs()).length;
    const answer = await bench.desk.tryAsk('sessionEntry.save', {
      entryId: null,
      rev: null,
      name: 'Hostile',
      host: address,
      signInHosts: [],
      credentialEntryId: credentialId,
      allowHttp: false,
      autoSubmit: false,
      sameOriginFrames: false,
      httpAuth: false,
    });
    expect(answer).toMatchObject({ ok: false });
    expect((await bench.desk.browser.tabs()).length).toBe(tabs);
  });
});
