import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserKinds, type Desk, openDesk } from './desk.ts';
import { type Person, person } from './person.ts';

describe.each(browserKinds)('site access, in %s', (kind) => {
  let desk: Desk;
  let me: Person;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    await desk.linked({ host: 'firewall.northwind.example:8443' });
    await desk.browser.answerPrompts('deny');
    const tab = await desk.browser.openExtensionPage('src/options/index.html#/session/new');
    me = person(tab);
  });
  afterAll(() => desk?.close());

  it('refused: the session is saved, and the page says what that means', async () => {
    await me.sees('New website session');
    await me.fill('Name', 'Portal');
    await me.fill('Host', 'portal.northwind.example');
    await me.choose('Credentials: Linked (vault)', 'Credential for', 'Credential for firewall');
    await me.click('Add');
    await me.sees('Allow access');
    const { entries } = await desk.ask('entries.list', {});
    const saved = entries.find(({ name }) => name === 'Portal');
    expect(saved).toMatchObject({ missingSites: ['https://portal.northwind.example'] });
    expect(await desk.tryAsk('session.launch', { entryId: saved?.id as never, passwordId: null })).toMatchObject({
      failure: { code: 'site-not-permitted' },
    });
  });

  it('the popup leads to where it can be allowed', async () => {
    const popup = await desk.popup();
    await popup.sees('Portal');
    await popup.sees('Allow access');
  });

  it('allowed later: the session can be launched', async () => {
    await desk.browser.closePopup();
    await desk.browser.grantSiteAccess('https://portal.northwind.example/*');
    const { entries } = await desk.ask('entries.list', {});
    expect(entries.find(({ name }) => name === 'Portal')).toMatchObject({ missingSites: [] });
  });
});
