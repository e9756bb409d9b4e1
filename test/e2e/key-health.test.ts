import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKeys } from '../../src/demo/demo-credentials.ts';
import { until } from '../browser/until.ts';
import { type Desk, openDesk, optionsPath, pageKinds } from './desk.ts';
import { person } from './person.ts';

const client = 'Northwind Dental Group';

describe.each(pageKinds)('the health of an API key and its rotation, in %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    await desk.linked({ host: 'portal.northwind.example', names: { credential: 'Portal login', session: 'Portal' } });
    await desk.linked({
      host: 'firewall.northwind.example:8443',
      password: 'FW-NWD-01 firewall admin',
      names: { credential: 'Firewall login', session: 'Firewall' },
    });
    await desk.linked({ host: 'nas.northwind.example', password: null, names: { credential: 'Any', session: 'NAS' } });
  });
  afterAll(() => desk?.close());
  const keyPage = async () => {
    const [key] = await desk.ask('apiKey.list', {});
    return person(await desk.browser.openExtensionPage(`${optionsPath}#/keys/${key?.id}`));
  };
  const rowOf = (page: Awaited<ReturnType<typeof keyPage>>, name: string) =>
    page.surface.evaluate(
      (wanted) =>
        Array.from(document.querySelectorAll<HTMLElement>('.entry-row'), (row) => row.innerText).find((text) =>
          text.startsWith(wanted),
        ) ?? '',
      name,
    );

  /** The number above the rows is there before them. */
  const rowSays = (page: Awaited<ReturnType<typeof keyPage>>, name: string, words: string) =>
    until(`${name}: ${words}`, async () => (await rowOf(page, name)).includes(words));

  it('tells when it would be revoked for want of use, and what IT Glue refused on which day', async () => {
    const page = await keyPage();
    await page.sees('Left unused, IT Glue revokes it in 90 days');
    await page.sees('IT Glue refused nothing in the last 30 days.');
    desk.fake.mutate.setKeyState('full', 'revoked');
    await page.click('Test connection');
    await page.sees('IT Glue does not accept the API key');
    const again = await keyPage();
    await again.sees('What IT Glue refused in the last 30 days');
    const counts = await again.surface.evaluate(() =>
      Array.from(document.querySelectorAll('tbody td'), (cell) => Number(cell.textContent)),
    );
    expect(counts[0]).toBe(0);
    expect(counts[1]).toBeGreaterThan(0);
  });

  it('is replaced by another, every entry is checked with it, and what is left to do is said', async () => {
    const gone = desk.fake.password(client, 'FW-NWD-01 firewall admin');
    desk.fake.mutate.archivePassword(String(gone.id));
    const page = await keyPage();
    const before = desk.reveals();
    await page.fill('New API key', demoKeys.spare);
    await page.click('Replace key');
    await page.sees('2 of 3 entries work.');
    await rowSays(page, 'Firewall login', 'Password gone');
    await rowSays(page, 'Portal login', 'Works');
    await rowSays(page, 'Any', 'Works');
    // The test of the connection reads one value; the check of the entries none.
    expect(desk.reveals() - before).toBeLessThanOrEqual(1);
    await page.sees('Delete the old key in IT Glue');
    await page.click('The old key is deleted');
    await page.sees('every entry goes on with the new key.');
    const health = await keyPage();
    await health.sees('IT Glue refused nothing in the last 30 days.');
  });

  it('says of a key that IT Glue takes no more that it has no access, and stops where there is no network', async () => {
    desk.fake.mutate.setKeyState('spare', 'paused');
    const [key] = await desk.ask('apiKey.list', {});
    const page = person(await desk.browser.openExtensionPage(`${optionsPath}#/keys/${key?.id}/check`));
    await page.sees('0 of 3 entries work.');
    await rowSays(page, 'Portal login', 'No access');
    desk.fake.mutate.setKeyState('spare', 'active');
    await page.click('Check again');
    await page.sees('2 of 3 entries work.');
  });
});
