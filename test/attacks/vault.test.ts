import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import type { EntryId } from '../../src/domain/ids.ts';
import { until } from '../browser/until.ts';
import { browserKinds, type LinkedSession } from '../e2e/desk.ts';
import { olderVaults } from '../vectors/older-vault.ts';
import { allValues, type Bench, loginValues, loot, openBench } from './bench.ts';
import { overwrite, plantVault, rawStore } from './own-database.ts';
import { loginForm, page } from './pages/html.ts';

const host = 'vault.attack.example';

/** Of the stored vaults the oldest and the latest; all of them are opened below the browser. */
const ends = olderVaults.filter((_vault, at) => at === 0 || at === olderVaults.length - 1);

describe.each(browserKinds)('the vault in the hands of whoever has the profile, in %s', (kind) => {
  let bench: Bench;
  let linked: LinkedSession;
  beforeAll(async () => {
    bench = await openBench(kind);
    bench.serve(host, page(loginForm()));
    linked = await bench.link(host);
  });
  afterAll(() => bench?.close());

  const fillOn = async (entryId: EntryId) => {
    const tab = await bench.visit(`https://${host}/`);
    return { end: await bench.fill(tab, entryId), tab };
  };
  const relock = async () => {
    await bench.desk.ask('vault.lock', {});
    return bench.desk.tryAsk('vault.unlock', { passphrase: demoPassphrase });
  };

  it('SR-17: neither a key object nor raw bytes are kept, and no record says anything in clear', async () => {
    const records = await rawStore(bench.desk, 'records');
    expect(records.map(({ kind: of }) => of)).toEqual(expect.arrayContaining(['api-key', 'entry']));
    for (const record of records)
      expect(Object.keys(record).sort()).toEqual(['ct', 'id', 'iv', 'kid', 'kind', 'rev', 'v']);
    const all = JSON.stringify([...records, ...(await rawStore(bench.desk, 'header'))]);
    expect(all).not.toMatch(/\[object/);
    const dek = await bench.desk.browser.evaluateInWorker(async () => {
      const { storage } = (
        globalThis as unknown as {
          chrome: { storage: { session: { get(k: string): Promise<Record<string, { dek?: string }>> } } };
        }
      ).chrome;
      return (await storage.session.get('unlocked')).unlocked?.dek ?? null;
    });
    expect(dek).toMatch(/^[\w-]{43}$/);
    expect(all).not.toContain(dek);
    expect(all).not.toContain('northwind');
  });

  it('SR-19: no two records share an initialisation vector of 96 bits', async () => {
    const ivs = (await rawStore(bench.desk, 'records')).map(({ iv }) => String(iv));
    expect(ivs.length).toBeGreaterThan(2);
    expect(new Set(ivs).size).toBe(ivs.length);
    expect(ivs.filter((iv) => !/^[\w-]{16}$/.test(iv))).toEqual([]);
  });

  it('SR-18: records that were swapped do not open, fill nothing, and are said to be damaged', async () => {
    const records = await rawStore(bench.desk, 'records');
    const entries = records.filter(({ kind: of }) => of === 'entry');
    const [one, other] = entries;
    if (one === undefined || other === undefined) throw new Error('There are no two entries.');
    await overwrite(bench.desk, 'records', [
      { ...one, iv: other.iv, ct: other.ct },
      { ...other, iv: one.iv, ct: one.ct },
    ]);
    await relock();
    const before = bench.desk.reveals();
    const { end, tab } = await fillOn(linked.sessionId);
    expect(end).not.toBe('filled');
    expect(await allValues(tab)).toEqual(['', '']);
    expect(bench.desk.reveals()).toBe(before);
    const { damaged } = await bench.desk.ask('entries.list', {});
    expect(damaged.map(({ id, reason }) => [id, reason]).sort()).toEqual(
      [
        [one.id, 'tampered'],
        [other.id, 'tampered'],
      ].sort(),
    );
    await overwrite(bench.desk, 'records', [one, other]);
    await relock();
    expect((await fillOn(linked.sessionId)).end).toBe('filled');
  });

  it('SR-18: a revision that was edited does not open', async () => {
    const [entry] = (await rawStore(bench.desk, 'records')).filter(({ id }) => id === linked.sessionId);
    if (entry === undefined) throw new Error('The session has no record.');
    await overwrite(bench.desk, 'records', [{ ...entry, rev: Number(entry.rev) + 1 }]);
    await relock();
    expect((await fillOn(linked.sessionId)).end).not.toBe('filled');
    await overwrite(bench.desk, 'records', [entry]);
    await relock();
  });

  it('SR-15: a header below the floor of the key derivation is refused, and the true one opens again', async () => {
    const [header] = await rawStore(bench.desk, 'header');
    if (header === undefined) throw new Error('There is no header.');
    const slots = header.slots as readonly { readonly kdf: Readonly<Record<string, unknown>> }[];
    expect(slots.every(({ kdf }) => Number(kdf.m) >= 19 * 1024 && Number(kdf.t) >= 2)).toBe(true);
    await bench.desk.ask('vault.lock', {});
    const weak = { ...header, slots: slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, m: 8, t: 1 } })) };
    await overwrite(bench.desk, 'header', [weak], 'vault');
    expect(await bench.desk.tryAsk('vault.unlock', { passphrase: demoPassphrase })).toMatchObject({
      failure: { code: 'vault-damaged' },
    });
    // Above the floor, but not what was sealed: bound to the slot, so that the passphrase itself seems wrong.
    const edited = { ...header, slots: slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, t: 3 } })) };
    await overwrite(bench.desk, 'header', [edited], 'vault');
    expect(await bench.desk.tryAsk('vault.unlock', { passphrase: demoPassphrase })).toMatchObject({
      failure: { code: 'wrong-passphrase' },
    });
    await overwrite(bench.desk, 'header', [header], 'vault');
    await bench.desk.ask('vault.unlock', { passphrase: demoPassphrase });
  });

  it('SR-50: a vault of a newer version is left alone, and nothing of it is written over', async () => {
    const [header] = await rawStore(bench.desk, 'header');
    await bench.desk.ask('vault.lock', {});
    const newer = { ...header, v: 99, something: 'else' };
    await overwrite(bench.desk, 'header', [newer], 'vault');
    expect(await bench.desk.tryAsk('vault.unlock', { passphrase: demoPassphrase })).toMatchObject({
      failure: { code: 'vault-too-new' },
    });
    expect(await rawStore(bench.desk, 'header')).toEqual([newer]);
    await overwrite(bench.desk, 'header', [header as object], 'vault');
    await bench.desk.ask('vault.unlock', { passphrase: demoPassphrase });
  });

  it('SR-23: the worker ends, and the next fill needs no passphrase', async () => {
    await bench.desk.browser.killWorker();
    const { end, tab } = await fillOn(linked.sessionId);
    expect(end).toBe('filled');
    expect(await loginValues(tab)).toEqual(loot);
  });

  it('SR-22: a lock leaves nothing in session memory that opens or that names a site, though the popup has text in it', async () => {
    const popup = await bench.desk.popup();
    await popup.fill('Search', 'zx-typed-before-the-lock');
    await bench.desk.ask('vault.lock', {});
    const left = await bench.desk.browser.evaluateInWorker(async () => {
      const { storage } = (
        globalThis as unknown as { chrome: { storage: { session: { get(k: null): Promise<object> } } } }
      ).chrome;
      return JSON.stringify(await storage.session.get(null));
    });
    expect(left).not.toMatch(/unlocked|dek|attack\.example|northwind/i);
    await until('the popup to ask for the passphrase', async () => popup.has('field', 'Passphrase'));
    expect(await bench.desk.tryAsk('page.front', {})).toMatchObject({ failure: { code: 'locked' } });
    await bench.desk.ask('vault.unlock', { passphrase: demoPassphrase });
  });

  it('SR-20: a page gets at the unlock form neither in a frame nor in a window', async () => {
    await bench.desk.ask('vault.lock', {});
    const address = `${bench.desk.browser.extensionUrl}src/options/index.html`;
    const tab = await bench.visit(`https://${host}/`);
    await tab.evaluate(async (url) => {
      // Firefox throws where Chromium shows an empty page.
      const tried = (attempt: () => void) => {
        try {
          attempt();
        } catch {}
      };
      const frame = document.createElement('iframe');
      document.body.append(frame);
      tried(() => {
        frame.src = url;
      });
      tried(() => void window.open(url));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }, address);
    const addresses = await Promise.all((await bench.desk.browser.tabs()).map((each) => each.url().catch(() => '')));
    // The one that the test itself holds open.
    expect(addresses.filter((url) => url.startsWith(bench.desk.browser.extensionUrl))).toHaveLength(1);
    const inFrame = await tab.evaluate(() => {
      try {
        return document.querySelector('iframe')?.contentDocument?.body.textContent ?? '';
      } catch {
        return 'another origin';
      }
    });
    expect(inFrame).not.toMatch(/Passphrase/i);
    await bench.desk.ask('vault.unlock', { passphrase: demoPassphrase });
  });

  // The last ones here: the vault of the others is gone.
  it.each(ends)(
    'SR-50: the vault that “$subject” stored opens by its passphrase, with its entries and its audit',
    async (vault) => {
      const { desk } = bench;
      await plantVault(desk, vault);
      const popup = await desk.popup();
      await popup.fill('Passphrase', vault.passphrase);
      await popup.click('Unlock');
      await popup.sees('Northwind portal');
      await desk.browser.closePopup();
      const stored = Object.entries(vault.contents).filter(([name]) => name.startsWith('entry/'));
      const { entries, deleted, damaged } = await desk.ask('entries.list', {});
      expect(damaged).toEqual([]);
      expect([...entries, ...deleted].map(({ id, name }) => `${id} ${name}`).sort()).toEqual(
        stored.map(([, { id, name }]) => `${id} ${name}`).sort(),
      );
      const { records, brokenAt } = await desk.ask('audit.stretch', { before: null, runs: 100 });
      expect(brokenAt).toBeNull();
      const before = (vault.audit?.records ?? []).map(({ link }) => link);
      expect(records.map(({ link }) => link).slice(records.length - before.length)).toEqual(before);
    },
  );
});
