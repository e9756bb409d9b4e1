import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoServer } from '../../src/demo/demo-server.ts';
import { createFakeItGlue } from '../../src/demo/fake-it-glue.ts';
import { asId } from '../../src/domain/ids.ts';
import type { Surface } from '../browser/surface.ts';
import { until } from '../browser/until.ts';
import { type Desk, openDesk, pageKinds } from './desk.ts';
import { person } from './person.ts';

const searchField = 'Search all organizations’ passwords';

/** Runs in the popup: rows in the document, the list's own height, and the row that Enter means. */
function lookAtList() {
  const list = document.querySelector('[role=listbox]');
  const field = document.querySelector('[role=combobox]');
  const active = document.getElementById(field?.getAttribute('aria-activedescendant') ?? '');
  const box = active?.getBoundingClientRect();
  const frame = list?.getBoundingClientRect();
  return {
    drawn: list?.querySelectorAll('[role=option]').length ?? 0,
    setSize: Number(list?.querySelector('[role=option]')?.getAttribute('aria-setsize') ?? 0),
    place: Number(active?.getAttribute('aria-posinset') ?? 0),
    answered: list?.getAttribute('aria-busy') !== 'true',
    name: active?.querySelector('.credential-row-name')?.textContent ?? '',
    inView: box !== undefined && frame !== undefined && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1,
  };
}

/** Whether the rows are those of what was typed last: the first 200 of many. */
const isAnswered = ({ answered, setSize }: ReturnType<typeof lookAtList>): boolean => answered && setSize === 200;

const press = async (surface: Surface, key: string, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) await surface.press(key);
};

describe.each(pageKinds)('a list of 20,000 passwords, in %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    const sizes = { us: { organizations: 1000, passwords: 20_000, largest: 3000 } };
    desk = await openDesk(kind, { vault: true, server: await startDemoServer({ fake: createFakeItGlue({ sizes }) }) });
    await desk.ask('index.sync', { apiKeyId: null, full: false });
    const { id: apiKeyId } = (await desk.ask('apiKey.list', {}))[0] ?? { id: asId<'api-key'>('') };
    const credential = await desk.ask('credentialEntry.save', {
      ...{ entryId: null, rev: null, name: 'Everybody', apiKeyId, organizationId: null },
      selection: { mode: 'always-prompt', passwordId: null },
      permissions: { view: true, viewPassword: true, edit: true },
    });
    await desk.browser.grantSiteAccess('https://portal.northwind.example/*');
    await desk.ask('sessionEntry.save', {
      ...{ entryId: null, rev: null, name: 'All clients', host: 'portal.northwind.example', signInHosts: [] },
      credentialEntryId: credential.id,
      ...{ allowHttp: false, autoSubmit: false, sameOriginFrames: false, httpAuth: false },
    });
    const read = async () => (await desk.ask('index.state', {})).every(({ coverage }) => coverage === 'complete');
    await until('the index', read, 60_000);
  }, 120_000);
  afterAll(() => desk?.close());

  it('draws what is in view, reaches what is shown by keys, and everything else by typing', async () => {
    const before = await desk.browser.openTab('about:blank');
    const popup = await desk.popup();
    await popup.click('Launch All clients');
    await popup.sees('more: type on to find them.');
    await popup.fill(searchField, 'fw');
    await until('200 rows', async () => isAnswered(await popup.surface.evaluate(lookAtList)));
    expect((await popup.surface.evaluate(lookAtList)).drawn).toBeLessThan(40);
    // Up from the first row is the last one; End belongs to the text in the field.
    await popup.surface.press('ArrowUp');
    await until('the last row', async () => {
      const { place, inView } = await popup.surface.evaluate(lookAtList);
      return place === 200 && inView;
    });
    const far = [...desk.fake.tenant().passwords.values()].filter(({ archived }) => !archived).at(-7);
    const owner = desk.fake.tenant().organizations.get(far?.organizationId ?? '');
    if (far === undefined || owner === undefined) throw new Error('no records');
    await popup.fill(searchField, `org:"${owner.name}" ${far.name}`);
    await until('the far row', async () => (await popup.surface.evaluate(lookAtList)).name === far.name);
    await desk.browser.closePopup();
    await before.close();
  });

  it('opened again, stands where it was left: what was typed, and the row in front, in view', async () => {
    const before = await desk.browser.openTab('about:blank');
    const popup = await desk.popup();
    await popup.fill(searchField, 'fw');
    await until('the rows', async () => isAnswered(await popup.surface.evaluate(lookAtList)));
    await press(popup.surface, 'ArrowDown', 15);
    const left = await popup.surface.evaluate(lookAtList);
    expect(left).toMatchObject({ place: 16, inView: true });
    await desk.browser.closePopup();
    await desk.browser.killWorker();
    const again = person(await desk.browser.openPopup());
    await again.sees('more: type on to find them.');
    expect(await again.valueOf(searchField)).toBe('fw');
    await until('the row', async () => {
      const now = await again.surface.evaluate(lookAtList);
      return now.place === 16 && now.name === left.name && now.inView;
    });
    await again.click('Back');
    await again.fill('Search name, host or organization', 'fw');
    await again.sees('In IT Glue –');
    await again.sees('more: type on');
    await desk.browser.closePopup();
    await before.close();
  });
});
