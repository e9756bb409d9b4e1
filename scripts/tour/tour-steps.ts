import { demoKeys, demoPassphrase } from '../../src/demo/demo-credentials.ts';
import { type DemoLogin, demoLogins } from '../../src/demo/demo-logins.ts';
import { welcomeHost } from '../../src/demo/sites/welcome.ts';
import type { BrowserDriver } from '../../test/browser/driver.ts';
import type { Tab } from '../../test/browser/surface.ts';
import { until } from '../../test/browser/until.ts';
import { type Person, person } from '../../test/e2e/person.ts';
import type { Step } from './run-steps.ts';
import type { Filled } from './tour-report.ts';

/** What the steps work on. */
export interface Tour {
  readonly browser: BrowserDriver;
  /** What the sign-in form held, once it was filled. */
  filled: Filled | null;
}

const optionsPath = 'src/options/index.html';
const portal = 'https://portal.northwind.example/';
const login = demoLogins.find(({ name }) => name === 'Patient portal - front desk') as DemoLogin;

const optionsOf = async (browser: BrowserDriver): Promise<Person> =>
  person(await browser.waitForTab((url) => url.startsWith(`${browser.extensionUrl}${optionsPath}`)));

/** Follows a "Next: …" link, up to the moment when the page it leads to has taken the focus. */
async function goOn(options: Person, link: string, heading: string): Promise<void> {
  await options.click(link);
  await options.surface.waitFor(`h1:focus >> ${heading}`);
}

const popupOf = async (browser: BrowserDriver): Promise<Person> => person(await browser.waitForPopup());

/** Runs against the sign-in page: what its form holds. */
const formOf = (tab: Tab) =>
  tab.evaluate(() => ({
    username: document.querySelector<HTMLInputElement>('#username')?.value ?? '',
    password: document.querySelector<HTMLInputElement>('#password')?.value ?? '',
  }));

async function welcome({ browser }: Tour) {
  const [first] = await browser.tabs();
  const address = `https://${welcomeHost}/`;
  if (first === undefined) return browser.openTab(address);
  await first.goto(address);
  return first;
}

async function createVault({ browser }: Tour) {
  const options = person(await browser.openExtensionPage(optionsPath));
  await options.sees('Create your vault');
  await options.fill('Passphrase', demoPassphrase);
  await options.fill('Repeat the passphrase', demoPassphrase);
  await options.click('Create vault');
  await options.sees('Next: save an IT Glue API key', 30_000);
  return options.surface;
}

async function testApiKey({ browser }: Tour) {
  const options = await optionsOf(browser);
  await goOn(options, 'Next: save an IT Glue API key', 'New API key');
  await options.fill('Name', 'Main key');
  await options.fill('API key', demoKeys.full);
  await options.click('Test connection');
  await options.sees('This key sees');
  return options.surface;
}

async function saveApiKey({ browser }: Tour) {
  const options = await optionsOf(browser);
  await options.click('Save');
  await options.sees('“Main key” was saved. IT Glue accepts it.');
  return options.surface;
}

async function makeCredentialEntry({ browser }: Tour) {
  const options = await optionsOf(browser);
  await goOn(options, 'Next: make a credential entry', 'New credential entry');
  await options.choose('Organization', 'Northwind Dental', login.organization);
  await options.click('Always prompt with list');
  await options.fill('Name', 'Northwind');
  await options.click('Save');
  await options.sees('“Northwind” was added.');
  return options.surface;
}

async function linkSession({ browser }: Tour) {
  const options = await optionsOf(browser);
  await browser.answerPrompts('accept');
  await browser.grantSiteAccess(`${portal}*`);
  await goOn(options, 'Next: link it to a website session', 'New website session');
  await options.fill('Name', 'Northwind portal');
  await options.fill('Host', new URL(portal).host);
  await options.sees('Filled only on https://portal.northwind.example');
  await options.click('Add');
  await options.sees('“Northwind portal” was added.');
  return options.surface;
}

async function findSession({ browser }: Tour) {
  const popup = person(await browser.openPopup());
  await popup.sees('Northwind portal');
  await popup.fill('Search', 'northw');
  await popup.sees('Northwind portal');
  return popup.surface;
}

async function openPickList({ browser }: Tour) {
  const popup = await popupOf(browser);
  await popup.surface.press('Enter');
  await popup.sees('IT Glue credentials list');
  await popup.fill('Search', 'front desk');
  await popup.sees(login.name);
  return popup.surface;
}

async function pickPassword(tour: Tour) {
  const popup = await popupOf(tour.browser);
  // The popup closes at the key, sometimes before the browser has said that the key was pressed.
  await popup.surface.press('Enter').catch(() => undefined);
  const tab = await tour.browser.waitForTab((url) => url.startsWith(portal));
  const { username, password } = await until('the filled sign-in form', async () => {
    const form = await formOf(tab);
    return form.password !== '' && form;
  });
  tour.filled = { username, passwordMatches: password === login.password };
  if (username !== login.username) throw new Error(`the form holds the user name "${username}"`);
  if (!tour.filled.passwordMatches) throw new Error('the form holds another password');
  return tab;
}

async function showOutcome({ browser }: Tour) {
  const closed = until('the popup to close', async () => !(await browser.popupIsOpen()), 1_000);
  // Firefox keeps it open over the new tab, where its button would only close it.
  await closed.catch(() => browser.closePopup());
  const popup = person(await browser.openPopup());
  await popup.sees('Filled user name and password.');
  return popup.surface;
}

async function lock({ browser }: Tour) {
  const popup = await popupOf(browser);
  await popup.click('Lock');
  await popup.sees('Vault locked');
  return popup.surface;
}

/** From nothing to a filled sign-in. */
export const tourSteps: readonly Step<Tour>[] = [
  { name: 'Welcome page', run: welcome },
  { name: 'Create the vault', run: createVault },
  { name: 'Test the API key', run: testApiKey },
  { name: 'Save the API key', run: saveApiKey },
  { name: 'Make a credential entry that always prompts', run: makeCredentialEntry },
  { name: 'Link it to a website session', run: linkSession },
  { name: 'Find the session in the popup', run: findSession },
  { name: 'Launch: the IT Glue credentials list comes first', run: openPickList },
  { name: 'Pick the password: the sign-in is filled', run: pickPassword },
  { name: 'See the outcome in the popup', run: showOutcome },
  { name: 'Lock', run: lock },
];
