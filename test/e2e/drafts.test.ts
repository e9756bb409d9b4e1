import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { rawStore } from '../attacks/own-database.ts';
import { until } from '../browser/until.ts';
import { type Desk, openDesk, optionsPath, pageKinds } from './desk.ts';
import { person } from './person.ts';

const newSession = `${optionsPath}#/session/new`;
const marker = 'draftmarker';
const host = `${marker}.northwind.example`;

describe.each(pageKinds)('what is typed and not saved, in %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
  });
  afterAll(() => desk?.close());
  const openForm = async (path = newSession) => {
    const form = person(await desk.browser.openExtensionPage(path));
    await form.sees('Further sign-in origins');
    return form;
  };
  /** The worker has it: a page that ends by force tells nothing more. */
  const kept = (text: string) =>
    until(`"${text}" to be kept`, async () => JSON.stringify(await desk.ask('draft.list', {})).includes(text));
  /** Everything in the browser's memory of this session. */
  const session = () =>
    desk.browser.evaluateInWorker(async () => {
      const { storage } = (globalThis as unknown as { browser: { storage: { session: { get(): Promise<object> } } } })
        .browser;
      return JSON.stringify(await storage.session.get());
    });

  it('is there again after its tab was closed, says so, and was never in clear on the disk', async () => {
    const form = await openForm();
    expect(await form.says()).not.toContain('Unsaved changes were kept.');
    await form.fill('Name', 'Typed and not saved');
    await form.fill('Host', host);
    await kept(host);
    await (form.surface as Awaited<ReturnType<Desk['browser']['openExtensionPage']>>).close();
    const again = await openForm();
    await again.sees('Unsaved changes were kept.');
    expect([await again.valueOf('Name'), await again.valueOf('Host')]).toEqual(['Typed and not saved', host]);
    expect(JSON.stringify(await rawStore(desk, 'records'))).not.toContain(marker);
  });

  it('is there again after a reload and after leaving the form in the same tab, which asks nothing', async () => {
    const form = await openForm();
    await form.fill('Name', 'Typed before the reload');
    await kept('before the reload');
    await form.surface.evaluate(() => location.reload()).catch(() => undefined);
    await form.sees('Unsaved changes were kept.');
    expect(await form.valueOf('Name')).toBe('Typed before the reload');
    await form.click('API keys');
    await form.sees('Demo key');
    await form.surface.evaluate(() => history.back());
    await form.sees('Unsaved changes were kept.');
    expect(await form.valueOf('Name')).toBe('Typed before the reload');
  });

  it('is nowhere to be read while locked, and there again after the passphrase, up to the last sign', async () => {
    const typed = await openForm();
    await typed.fill('Name', 'Typed up to the lock');
    await typed.click('Lock now');
    await typed.sees('Vault locked');
    await (typed.surface as Awaited<ReturnType<Desk['browser']['openExtensionPage']>>).close();
    expect(await session()).not.toContain(marker);
    expect(JSON.stringify(await rawStore(desk, 'records'))).not.toContain(marker);
    expect(await desk.tryAsk('draft.list', {})).toMatchObject({ failure: { code: 'locked' } });
    const form = person(await desk.browser.openExtensionPage(newSession));
    await form.sees('Vault locked');
    await form.fill('Passphrase', demoPassphrase);
    await form.click('Unlock');
    await form.sees('Unsaved changes were kept.', 30_000);
    expect([await form.valueOf('Name'), await form.valueOf('Host')]).toEqual(['Typed up to the lock', host]);
    await form.click('Discard');
    await until('nothing to be kept', async () => (await desk.ask('draft.list', {})).length === 0);
    expect(await form.valueOf('Host')).toBe('');
  });

  it('is never an API key', async () => {
    const form = person(await desk.browser.openExtensionPage(`${optionsPath}#/keys/new`));
    await form.fill('API key', `ITG.${marker}-in-its-own-field`);
    await form.fill('Name', 'A second key');
    await kept('A second key');
    expect(JSON.stringify(await desk.ask('draft.list', {}))).not.toContain(marker);
    // Pasted into the wrong field: then nothing of that form is kept.
    await form.fill('Name', `ITG.${'ab'.repeat(16)}.${marker}`);
    await until('it to be let go of', async () => (await desk.ask('draft.list', {})).length === 0);
    expect(await session()).not.toContain(marker);
  });
});
