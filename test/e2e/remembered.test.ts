import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../browser/until.ts';
import { type Desk, openDesk, pageKinds } from './desk.ts';
import { holds, valuesOf } from './page.ts';
import { person } from './person.ts';

const portal = 'https://portal.northwind.example/';
const frontDesk = 'Patient portal - front desk';

describe.each(pageKinds)('remember for this site, in %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    await desk.linked({ host: 'portal.northwind.example', password: null });
  });
  afterAll(() => desk?.close());

  it('fills what was chosen once without the list, until the password is gone from IT Glue', async () => {
    const value = desk.fake.password('Northwind Dental Group', frontDesk).value ?? '';
    const tab = await desk.browser.openTab(portal);
    const popup = await desk.popup();
    await popup.click('Fill Session portal.northwind.example');
    await popup.sees('IT Glue credentials list');
    await popup.click('Remember for this site');
    await popup.click(frontDesk);
    await popup.sees('Filled user name and password');
    await popup.sees(`remembered: ${frontDesk}`);
    await desk.browser.closePopup();
    await tab.close();

    const second = await desk.browser.openTab(portal);
    await desk.browser.runCommand('fill-page', second);
    await holds(second, { password: value });
    await second.close();

    desk.fake.mutate.deletePassword(desk.fake.password('Northwind Dental Group', frontDesk).id);
    const third = await desk.browser.openTab(portal);
    await desk.browser.runCommand('fill-page', third);
    const again = person(await desk.browser.waitForPopup());
    await again.sees('is gone from IT Glue');
    await again.sees('IT Glue credentials list');
    expect((await valuesOf(third)).password).toBe('');
    await until('nothing remembered', async () => {
      const { entries } = await desk.ask('entries.list', {});
      return entries.every((entry) => entry.kind !== 'session' || entry.rememberedPasswords.length === 0);
    });
    await third.close();
  });
});
