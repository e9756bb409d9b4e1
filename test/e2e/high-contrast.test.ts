import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoTechnicianPassphrase } from '../../src/demo/demo-credentials.ts';
import { pageOf } from '../browser/page-tab.ts';
import type { Surface } from '../browser/surface.ts';
import { type Desk, openDesk } from './desk.ts';
import { person } from './person.ts';

const looks = [
  { look: 'forced colours', feature: { name: 'forced-colors', value: 'active' } },
  { look: 'more contrast', feature: { name: 'prefers-contrast', value: 'more' } },
] as const;

/** Lets the page believe that its reader has set that. */
async function setLook(surface: Surface, feature: (typeof looks)[number]['feature']): Promise<void> {
  const session = await pageOf(surface).createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [feature] });
}

/** What an element looks like apart from its words; an outline without a line is none, nor is a ground in the page's colour one. */
const lookOf = (surface: Surface, selector: string): Promise<string> =>
  surface.evaluate((css) => {
    const element = document.querySelector(css);
    if (element === null) throw new Error(`no ${css}`);
    const style = getComputedStyle(element);
    const outline = style.outlineStyle === 'none' ? 'none' : `${style.outlineColor} ${style.outlineWidth}`;
    const page = getComputedStyle(document.body).backgroundColor;
    const ground =
      /, 0\)$/.test(style.backgroundColor) || style.backgroundColor === page ? 'none' : style.backgroundColor;
    const sides = [style.borderInlineStartWidth, style.borderInlineStartStyle, style.borderInlineStartColor];
    return [ground, style.opacity, outline, ...sides].join(' | ');
  }, selector);

const differ = async (surface: Surface, one: string, other: string): Promise<void> =>
  expect(await lookOf(surface, one), `${one} against ${other}`).not.toBe(await lookOf(surface, other));

/** Only Chromium lets a test set these. */
describe.each(looks)('for a reader with $look, in chromium', ({ feature }) => {
  let desk: Desk;
  const go = (hash: string): Promise<void> =>
    desk.options.evaluate((to) => {
      location.hash = to;
    }, hash);
  beforeAll(async () => {
    desk = await openDesk('chromium', { vault: true });
    await desk.linked({ host: 'portal.northwind.example' });
    await desk.linked({ host: 'scheduler.northwind.example' });
    await desk.ask('vault.setTechnicianPassphrase', { passphrase: demoTechnicianPassphrase });
    await setLook(desk.options, feature);
  });
  afterAll(() => desk?.close());

  it('the place where one is, and the row in front of the tree, can be told from the others', async () => {
    await desk.options.bringToFront();
    await go('#/keys');
    await go('#/');
    await person(desk.options).sees('scheduler.northwind.example');
    await differ(desk.options, '.side a[aria-current="page"]', '.side a:not([aria-current])');
    await desk.options.evaluate(() => document.querySelector<HTMLElement>('.tree')?.focus());
    await desk.options.press('ArrowDown');
    await differ(desk.options, '.tree-row[data-active]', '.tree-row:not([data-active])');
  });

  it('the row in front of the popup can be told from the others', async () => {
    await desk.browser.openTab('https://portal.northwind.example/');
    const popup = await desk.popup();
    await popup.sees('For this page');
    await setLook(popup.surface, feature);
    await differ(popup.surface, '.row[aria-selected="true"]', '.row:not([aria-selected="true"])');
    await desk.browser.closePopup();
  });

  it('what is wrong in a form can be told from what explains it', async () => {
    await desk.options.bringToFront();
    await go('#/session/new');
    await person(desk.options).sees('Credentials: Linked');
    await person(desk.options).fill('Host', 'http://x y');
    await person(desk.options).click('Add');
    await person(desk.options).sees('This is not a web address.');
    const [error, hint] = ['.field-error:not([hidden])', '.field > .hint'];
    const colour = (css: string) =>
      desk.options.evaluate((of) => getComputedStyle(document.querySelector(of) as Element).color, css);
    expect(`${await lookOf(desk.options, error)} ${await colour(error)}`).not.toBe(
      `${await lookOf(desk.options, hint)} ${await colour(hint)}`,
    );
  });

  it('what cannot be changed can be told from what can', async () => {
    await desk.ask('vault.lock', {});
    await desk.ask('vault.unlock', { passphrase: demoTechnicianPassphrase });
    await go('#/settings');
    await person(desk.options).sees('You unlocked with the technician passphrase');
    await differ(desk.options, '.field-box:has(input[name="idleMinutes"])', '.field-box:has(input[type="password"])');
  });
});
