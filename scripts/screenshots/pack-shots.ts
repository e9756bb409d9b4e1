import { demoPassphrase } from '../../src/demo/demo-credentials.ts';
import type { EntryId } from '../../src/domain/ids.ts';
import { type Desk, optionsPath } from '../../test/e2e/desk.ts';
import { becomePackVault } from '../../test/e2e/pack-vault.ts';
import { holds } from '../../test/e2e/page.ts';
import { person } from '../../test/e2e/person.ts';
import type { Shot } from './shot.ts';

const firewall = 'https://firewall.northwind.example';

/** A technician's day: one password filled, one copied, one looked at. */
async function work({ ask, browser, fake }: Desk): Promise<void> {
  const { entries } = await ask('entries.list', {});
  const idOf = (name: string): EntryId => {
    const entry = entries.find((one) => one.name === name);
    if (entry === undefined) throw new Error(`no ${name}`);
    return entry.id;
  };
  const reveal = (name: string, purpose: 'copy' | 'reveal') =>
    ask('credential.reveal', { entryId: idOf(name), passwordId: null, purpose });
  await reveal('Fabrikam – production planning', 'reveal');
  await reveal('Contoso – admin center', 'copy');
  // Pictures before this one have left tabs of it.
  for (const tab of await browser.tabs()) if ((await tab.url()).startsWith(firewall)) await tab.close();
  await ask('session.launch', { entryId: idOf('Northwind firewall'), passwordId: null });
  const tab = await browser.waitForTab((url) => url.startsWith(firewall));
  await holds(tab, { password: fake.password('Northwind Dental Group', 'FW-NWD-01 firewall admin').value });
  await tab.close();
}

/** In place of the administrator's vault that of a pack. */
export const packShots: readonly Shot[] = [
  {
    name: 'options-pack-report',
    async take({ desk }) {
      await desk.ask('vault.unlock', { passphrase: demoPassphrase });
      await becomePackVault(desk);
      await work(desk);
      const page = person(await desk.browser.openExtensionPage(`${optionsPath}#/settings`));
      await page.click('What was got on this device');
      await page.sees('Filled');
      await page.sees('Export as CSV');
      return page.surface;
    },
  },
];
