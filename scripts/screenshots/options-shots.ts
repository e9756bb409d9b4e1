import { demoKeys, demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { optionsPath } from '../../test/e2e/desk.ts';
import { person } from '../../test/e2e/person.ts';
import { fillVault } from './demo-vault.ts';
import { at, type Shot } from './shot.ts';

/** Before there is a vault, and until it holds something. */
export const firstShots: readonly Shot[] = [
  {
    name: 'options-welcome',
    async take({ page }) {
      await page.sees('Create your vault');
      return page.surface;
    },
  },
  {
    name: 'options-take-pack',
    async take({ page }) {
      await page.click('I have a pack');
      await page.sees('Take a pack');
      return page.surface;
    },
  },
  {
    name: 'options-restore-backup',
    async take({ page }) {
      await page.click('Back');
      await page.click('Restore a backup');
      await page.sees('Restore a backup');
      return page.surface;
    },
  },
  {
    name: 'options-first-steps',
    async take({ page }) {
      await page.click('Back');
      await page.fill('Passphrase', demoPassphrase);
      await page.fill('Repeat the passphrase', demoPassphrase);
      await page.click('Create vault');
      await page.sees('First steps', 30_000);
      return page.surface;
    },
  },
  {
    name: 'options-new-key',
    async take(stage) {
      const { page } = stage;
      await at('#/keys/new', 'New API key')(stage);
      await page.fill('Name', 'Main key');
      await page.fill('API key', demoKeys.full);
      await page.click('Test connection');
      await page.sees('This key sees');
      return page.surface;
    },
  },
];

/** With a filled vault. */
export const optionsShots: readonly Shot[] = [
  {
    name: 'options-entries',
    async take(stage) {
      await stage.desk.browser.closePopup();
      await stage.desk.options.bringToFront();
      await stage.page.click('Save');
      await stage.page.sees('was saved. IT Glue accepts it.');
      await fillVault(stage.desk);
      return at('#/', 'Contoso admin center')(stage);
    },
  },
  {
    name: 'options-entry-deleted',
    async take({ page }) {
      await page.click('Delete Fabrikam planning');
      await page.sees('was deleted');
      return page.surface;
    },
  },
  {
    name: 'options-new-entry-menu',
    async take({ page }) {
      await page.click('Undo');
      await page.click('New entry');
      await page.sees('Website session');
      return page.surface;
    },
  },
  {
    name: 'options-credential',
    async take(stage) {
      await at('#/credential/new', '336 organizations')(stage);
      await stage.page.choose('Organization', 'Northwind Dental', 'Northwind Dental Group');
      await stage.page.choose('Password', 'firewall', 'FW-NWD-01 firewall admin');
      return stage.page.surface;
    },
  },
  {
    name: 'options-session',
    async take(stage) {
      await at('#/session/new', 'Credentials: Linked (vault)')(stage);
      await stage.page.fill('Name', 'Appointment scheduler');
      await stage.page.fill('Host', 'scheduler.northwind.example');
      await stage.page.sees('Filled only on');
      return stage.page.surface;
    },
  },
  { name: 'options-keys', take: at('#/keys', 'Main key') },
  {
    name: 'options-key',
    async take(stage) {
      await stage.page.click('Open Main key');
      await stage.page.click('Read what is new');
      await stage.page.sees('4,200 passwords of 336 organizations', 60_000);
      return stage.page.surface;
    },
  },
  {
    name: 'options-key-check',
    take: async (stage) => {
      await stage.page.click('Check all entries with this key');
      await stage.page.sees('4 of 4 entries work.');
      return stage.page.surface;
    },
  },
  {
    name: 'options-primary-domains',
    async take(stage) {
      const [key] = await stage.desk.ask('apiKey.list', {});
      await at(`#/keys/${key?.id}/domains`, 'Organizations of this API key')(stage);
      const lines = ['Northwind Dental Group;northwind-dental.com', 'Contoso Legal LLP;contoso-legal.com'];
      await stage.page.fill('Organizations and their domains', [...lines, 'Fabrikam;https://fabrikam.com/'].join('\n'));
      await stage.page.sees('2 lines fit.');
      return stage.page.surface;
    },
  },
  { name: 'options-packs', take: at('#/packs', 'A pack is a signed and sealed file') },
  { name: 'options-audit', take: at('#/audit', 'Export as CSV') },
  { name: 'options-settings', take: at('#/settings', 'Technician passphrase') },
  { name: 'options-shortcuts', take: at('#/shortcuts', 'Fill the page in front') },
  { name: 'options-diagnostics', take: at('#/diagnostics', '"credentials": 4') },
];

/** At the very end. */
export const lastShots: readonly Shot[] = [
  {
    name: 'options-locked',
    async take({ desk }) {
      await desk.ask('vault.lock', {});
      const page = person(await desk.browser.openExtensionPage(optionsPath));
      await page.sees('Vault locked');
      return page.surface;
    },
  },
];
