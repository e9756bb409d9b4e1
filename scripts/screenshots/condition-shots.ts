import { pageOf } from '../../test/browser/page-tab.ts';
import type { Desk } from '../../test/e2e/desk.ts';
import { person } from '../../test/e2e/person.ts';
import { openPopup, popupOver, type Shot } from './shot.ts';

const portal = 'https://portal.northwind.example/';
const search = 'Search name, host or organization';

async function idOf(desk: Desk, name: string) {
  const entry = (await desk.ask('entries.list', {})).entries.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`no ${name}`);
  return entry.id;
}

/** The popup before there is an entry. */
export const emptyShot: Shot = {
  name: 'popup-empty',
  async take(stage) {
    const popup = await popupOver(stage, portal);
    await popup.sees('No entries yet.');
    return popup.surface;
  },
};

/** What the popup says where something is in the way, each with what mends it. */
export const conditionShots: readonly Shot[] = [
  {
    name: 'popup-no-access',
    async take(stage) {
      const popup = await openPopup(stage);
      await popup.fill(search, 'fabrikam planning');
      await popup.sees('no site access yet');
      return popup.surface;
    },
  },
  {
    name: 'popup-syncing',
    async take(stage) {
      stage.desk.fake.faults.add({ fault: { kind: 'latency', ms: 8_000 } });
      const popup = await openPopup(stage);
      await popup.fill(search, '');
      await popup.click('Read what is new in IT Glue');
      await popup.sees('Reading IT Glue');
      return popup.surface;
    },
  },
  {
    name: 'popup-offline',
    async take(stage) {
      const { faults } = stage.desk.fake;
      faults.clear();
      const popup = await openPopup(stage);
      await popup.sees('Synced', 30_000);
      faults.add({ fault: { kind: 'reset' } });
      await popup.click('Read what is new in IT Glue');
      await popup.sees('cannot be reached', 30_000);
      return popup.surface;
    },
  },
  {
    name: 'popup-rate-limited',
    async take(stage) {
      const { desk } = stage;
      desk.fake.faults.clear();
      await desk.ask('index.sync', { apiKeyId: null, full: false });
      await desk.browser.closePopup();
      const popup = await popupOver(stage, 'https://firewall.northwind.example:8443/');
      await popup.sees('For this page');
      desk.fake.faults.add({ fault: { kind: 'status', status: 429, headers: { 'retry-after': '45' } } });
      await popup.click('Fill Northwind firewall');
      await popup.sees('IT Glue takes no more requests for now');
      return popup.surface;
    },
  },
  {
    name: 'popup-forgotten',
    async take(stage) {
      const { desk } = stage;
      desk.fake.faults.clear();
      const entryId = await idOf(desk, 'Patient portal');
      const { id } = desk.fake.password('Northwind Dental Group', 'Patient portal - front desk');
      await desk.ask('sessionEntry.remember', { entryId, origin: null, passwordId: String(id) as never });
      await desk.browser.closePopup();
      const popup = await popupOver(stage, portal);
      await popup.click('Choose from the IT Glue credentials list');
      await popup.click('Forget Patient portal - front desk for this site');
      await popup.sees('no longer remembered');
      return popup.surface;
    },
  },
  {
    name: 'popup-other-client',
    async take(stage) {
      const { desk } = stage;
      await desk.browser.closePopup();
      await desk.linked({
        host: 'portal.northwind.example',
        organization: 'Contoso Legal LLP',
        password: 'Contoso admin center',
        names: { credential: 'Contoso – portal', session: 'Contoso portal' },
      });
      const entryId = await idOf(desk, 'Patient portal');
      const { id } = desk.fake.password('Northwind Dental Group', 'Patient portal - front desk');
      const popup = await popupOver(stage, portal);
      const { tabId } = await desk.ask('page.front', {});
      await desk.ask('page.fill', { entryId, passwordId: String(id) as never, tabId: tabId ?? -1 });
      await popup.click('Back');
      await popup.click('Fill Contoso portal');
      await popup.sees('This tab works for Northwind Dental Group');
      return popup.surface;
    },
  },
  {
    name: 'panel-no-access',
    async take({ desk }) {
      await desk.browser.closePopup();
      const panel = await desk.browser.openExtensionPage('src/popup/index.html#panel');
      await pageOf(panel).setViewport({ width: 400, height: 640 });
      await person(panel).sees('not allowed yet');
      return panel;
    },
  },
];
