import { openPopup, popupOver, type Shot } from './shot.ts';

const portal = 'https://portal.northwind.example/';

/** The popup over a page that a session is for, and its views. */
export const popupShots: readonly Shot[] = [
  {
    name: 'popup-home',
    async take(stage) {
      const popup = await popupOver(stage, portal);
      await popup.sees('For this page');
      return popup.surface;
    },
  },
  {
    name: 'popup-search',
    async take(stage) {
      const popup = await openPopup(stage);
      await popup.fill('Search name, host or organization', 'contoso admin');
      await popup.sees('Contoso admin center');
      return popup.surface;
    },
  },
  {
    name: 'popup-nothing-found',
    async take(stage) {
      const popup = await openPopup(stage);
      await popup.fill('Search name, host or organization', 'nothing is called that');
      await popup.sees('No entry holds all of');
      return popup.surface;
    },
  },
  {
    name: 'popup-row-menu',
    async take(stage) {
      const popup = await openPopup(stage);
      await popup.click('Show all entries');
      await popup.sees('For this page');
      await popup.surface.press('Control+k');
      await popup.sees('Copy password');
      return popup.surface;
    },
  },
  {
    name: 'popup-credential',
    async take(stage) {
      await stage.desk.browser.closePopup();
      const popup = await popupOver(stage, portal);
      await popup.sees('For this page');
      await popup.fill('Search name, host or organization', 'firewall admin');
      await popup.click('Show Northwind – firewall admin');
      await popup.sees('User name');
      return popup.surface;
    },
  },
  {
    name: 'popup-credentials-list',
    async take(stage) {
      const popup = await openPopup(stage);
      await popup.click('Back');
      await popup.fill('Search name, host or organization', '');
      await popup.sees('For this page');
      await popup.click('Fill');
      await popup.sees('IT Glue credentials list');
      await popup.sees('Patient portal - front desk');
      return popup.surface;
    },
  },
  {
    name: 'popup-filled',
    async take(stage) {
      const popup = await openPopup(stage);
      await popup.fill('Search', 'front desk');
      await popup.enterAndLeave();
      const again = await stage.desk.popup();
      await again.sees('Filled user name and password.');
      return again.surface;
    },
  },
  {
    name: 'popup-why',
    async take(stage) {
      const popup = await openPopup(stage);
      await popup.click('What is seen of this page');
      await popup.sees('A fill would write');
      return popup.surface;
    },
  },
  {
    name: 'popup-elsewhere',
    async take(stage) {
      await stage.desk.browser.closePopup();
      const popup = await popupOver(stage, 'https://vault-only.northwind.example/');
      await popup.click('Back');
      await popup.sees('Favourites');
      return popup.surface;
    },
  },
];

/** Last of the popup's. */
export const lockedShot: Shot = {
  name: 'popup-locked',
  async take(stage) {
    const popup = await popupOver(stage, portal);
    await popup.click('Lock');
    await popup.sees('Vault locked');
    return popup.surface;
  },
};
