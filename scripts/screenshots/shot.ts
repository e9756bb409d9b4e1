import type { Surface } from '../../test/browser/surface.ts';
import type { Desk } from '../../test/e2e/desk.ts';
import { type Person, person } from '../../test/e2e/person.ts';

/** Where a picture is taken: the desk, and the options page that the pictures are of. */
export interface Stage {
  readonly desk: Desk;
  readonly page: Person;
}

/** One state of the interface; each goes on from where the one before it ended. */
export interface Shot {
  /** Of its files: `NAME-light.png` and `NAME-dark.png`. */
  readonly name: string;
  /** Leads there, and gives what is to be seen. */
  readonly take: (stage: Stage) => Promise<Surface>;
}

/** Goes to a place of the options page and waits until it says this. */
export const at =
  (hash: string, seen: string) =>
  async ({ page }: Stage): Promise<Surface> => {
    await page.surface.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.sees(seen);
    return page.surface;
  };

/** The popup over the demo's page of that address, newly opened. */
export async function popupOver({ desk }: Stage, address: string): Promise<Person> {
  const tab = await desk.browser.openTab(address);
  await tab.bringToFront();
  return desk.popup();
}

/** The popup that is open. */
export const openPopup = async ({ desk }: Stage): Promise<Person> => person(await desk.browser.waitForPopup());
