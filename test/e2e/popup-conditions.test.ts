import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { until } from '../browser/until.ts';
import { type Desk, openDesk, pageKinds } from './desk.ts';
import { holds } from './page.ts';

const portal = 'https://portal.northwind.example/';
const search = 'Search name, host or organization';

describe.each(pageKinds)('what the true popup says of its condition, and what mends it, in %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
  });
  afterAll(() => desk?.close());
  afterEach(async () => {
    desk.fake.faults.clear();
    if (await desk.browser.popupIsOpen()) await desk.browser.closePopup();
  });

  const read = async () => {
    await desk.ask('index.sync', { apiKeyId: null, full: false });
    await until('the index', async () => (await desk.ask('index.state', {})).every(({ syncing }) => syncing === null));
  };

  it('empty: says who adds entries, and leads there', async () => {
    const popup = await desk.popup();
    await popup.sees('No entries yet.');
    await until('the button', () => popup.has('button', 'Add entries'));
  });

  it('syncing: says how far it is', async () => {
    desk.fake.faults.add({ fault: { kind: 'latency', ms: 3_000 } });
    const popup = await desk.popup();
    await popup.click('Read what is new in IT Glue');
    await popup.sees('Reading IT Glue: page');
    desk.fake.faults.clear();
    await popup.sees('Synced', 30_000);
  });

  it('offline: says so beside the age of what is known, and tries again', async () => {
    await read();
    desk.fake.faults.add({ fault: { kind: 'reset' } });
    const popup = await desk.popup();
    await popup.click('Read what is new in IT Glue');
    await popup.sees('IT Glue cannot be reached, or its answer broke off.', 30_000);
    await popup.sees('Synced');
    desk.fake.faults.clear();
    await popup.click('Read what is new in IT Glue');
    await until('no more of it', async () => !(await popup.says()).includes('cannot be reached'), 30_000);
  });

  it('no permission for a site: the row says so, with the button that leads to it', async () => {
    await desk.linked({ host: 'files.contoso.example', granted: false });
    const popup = await desk.popup();
    await popup.fill(search, 'files.contoso');
    await popup.sees('no site access yet');
    await until('the button', () => popup.has('button', 'Allow access to https://files.contoso.example'));
    await popup.fill(search, '');
  });

  it('another client’s tab: says whose it is, and fills once that is meant', async () => {
    const northwind = await desk.linked({ host: 'portal.northwind.example' });
    const contoso = await desk.linked({
      host: 'portal.northwind.example',
      organization: 'Contoso Legal LLP',
      password: 'Contoso admin center',
      names: { credential: 'Contoso entry', session: 'Contoso session' },
    });
    await desk.ask('session.launch', { entryId: northwind.sessionId, passwordId: null });
    const tab = await desk.browser.waitForTab((url) => url === portal);
    await holds(tab, { password: northwind.value });
    await tab.bringToFront();
    const popup = await desk.popup();
    await popup.click('Fill Contoso session');
    await popup.sees('This tab works for Northwind Dental Group; this credential is another client’s.');
    await popup.click('Fill anyway');
    await holds(tab, { password: contoso.value });
    await tab.close();
  });

  it('rate limited: a fill says so, with when to try again', async () => {
    const tab = await desk.browser.openTab(portal);
    const headers = { 'retry-after': '45' };
    desk.fake.faults.add({ fault: { kind: 'status', status: 429, headers } });
    const popup = await desk.popup();
    await popup.click('Fill Contoso session');
    await popup.sees('IT Glue takes no more requests for now');
    await tab.close();
  });
});
