import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browser/until.ts';
import { type Desk, openDesk, pageKinds } from './desk.ts';
import { valuesOf } from './page.ts';

const host = 'portal.northwind.example';
const unreachable = 'IT Glue cannot be reached';

describe.each(pageKinds)('without a way to IT Glue, in %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    await desk.linked({ host });
    await desk.ask('index.sync', { apiKeyId: null, full: false });
    await until('a whole index', async () => (await desk.ask('index.state', {}))[0]?.coverage === 'complete');
    desk.fake.faults.add({ fault: { kind: 'reset' } });
    await desk.browser.killWorker();
  });
  afterAll(() => desk?.close());

  it('entries and search are there, with the age of what they know', async () => {
    await desk.browser.openTab(`https://${host}/`);
    const popup = await desk.popup();
    await popup.sees(`Session ${host}`);
    await popup.fill('Search name, host or organization', 'contoso document');
    await popup.sees('Document management - partner');
    await popup.sees('Synced');
    await desk.browser.closePopup();
  });

  it('a fill says that it needs the network, and leaves the page as it is', async () => {
    const tab = await desk.browser.openTab(`https://${host}/`);
    const popup = await desk.popup();
    await popup.fill('Search name, host or organization', `Session ${host}`);
    await popup.click(`Fill Session ${host}`);
    await popup.sees(unreachable);
    await popup.sees('This needs the network');
    expect(await valuesOf(tab)).toEqual({ username: '', password: '' });
    await desk.browser.closePopup();
    await tab.close();
  });

  it('so does a reveal', async () => {
    const tab = await desk.browser.openTab(`https://${host}/`);
    const popup = await desk.popup();
    await popup.fill('Search name, host or organization', `Credential for ${host}`);
    await popup.click(`Show Credential for ${host}`);
    await popup.click('Reveal password');
    await popup.sees(unreachable);
    await popup.click('Back');
    await desk.browser.closePopup();
    await tab.close();
  });

  it('and all of it works again as soon as there is one', async () => {
    desk.fake.faults.clear();
    const tab = await desk.browser.openTab(`https://${host}/`);
    const popup = await desk.popup();
    await popup.fill('Search name, host or organization', `Session ${host}`);
    await popup.click(`Fill Session ${host}`);
    await popup.sees('Filled user name and password');
    expect((await valuesOf(tab)).password).toBe('Molar-Harbour-58-Teal');
  });
});
