import type { PopupMethods } from './driver.ts';
import { type FrameOf, frameSurface } from './firefox-frame.ts';
import { hidePopup, openActionPopup, popupIsOpen } from './firefox-window.ts';
import { until } from './until.ts';

export function firefoxPopup(of: FrameOf): PopupMethods {
  const { scope, extensionId, base } = of;
  const isOpen = () => scope.run(popupIsOpen, base);
  const waitForPopup: PopupMethods['waitForPopup'] = async () => {
    await until('the popup', isOpen);
    const popup = frameSurface(of, 'popup');
    await until('the popup to load', () => popup.evaluate(() => document.readyState === 'complete'));
    return popup;
  };
  return {
    async openPopup(tab) {
      await tab?.bringToFront();
      await scope.run(openActionPopup, extensionId);
      return waitForPopup();
    },
    waitForPopup,
    async waitForPanel() {
      const panel = frameSurface(of, 'sidebar');
      await until('the sidebar', () => panel.evaluate(() => document.readyState === 'complete'));
      return panel;
    },
    popupIsOpen: isOpen,
    async closePopup() {
      await scope.run(hidePopup, base);
      await until('the popup to close', async () => !(await isOpen()));
    },
  };
}
