import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, optionsPath, pageKinds } from './desk.ts';
import { person } from './person.ts';

describe.each(pageKinds)('shortcuts and diagnostics in %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind, { vault: true });
    const names = { credential: 'Plantedcredential', session: 'Plantedsession' };
    await desk.linked({ host: 'portal.northwind.example', names });
  });
  afterAll(() => desk?.close());
  const openPage = async (hash: string) => person(await desk.browser.openExtensionPage(`${optionsPath}${hash}`));

  it('lists the shortcuts as the browser has them, how to change them, and the keys of the popup', async () => {
    const page = await openPage('#/shortcuts');
    await page.sees('Fill the page in front');
    const rows = await page.surface.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('.keys > div'), (row) => row.innerText.replace(/\s+/g, ' ')),
    );
    expect(rows).toContain('Open the popup Alt+Shift+L');
    expect(rows).toContain('Fill the page in front Alt+Shift+I');
    expect(rows).toContain('Lock the vault Not set');
    expect(rows).toContain('Copy the password Ctrl+Shift+C');
    await page.sees(kind === 'chromium' ? 'chrome://extensions/shortcuts' : 'Manage Extension Shortcuts');
    if (kind === 'firefox') expect(await page.has('button', 'Change them in Firefox')).toBe(true);
  });

  it('tells how vault and browser are, without names, hosts or ids, and copies just that', async () => {
    const page = await openPage('#/diagnostics');
    await page.sees('"credentials": 1');
    const text = await page.surface.text('pre');
    const report = JSON.parse(text) as { browser: string; sites: number; outcomes: readonly object[]; version: string };
    expect(report.browser).toMatch(kind === 'chromium' ? /^Chrome\/\d+$/ : /^Firefox\/\d+$/);
    expect(report.sites).toBeGreaterThan(0);
    expect(report.outcomes.length).toBeGreaterThan(0);
    const { entries } = await desk.ask('entries.list', {});
    const [key] = await desk.ask('apiKey.list', {});
    for (const word of ['Planted', 'northwind', 'Northwind', 'Demo key', 'frontdesk', ...entries.map(({ id }) => id)])
      expect(text).not.toContain(word);
    expect(text).not.toContain(String(key?.id));
    await page.click('Copy the report');
    await page.sees('Copied.');
    expect(JSON.parse(await desk.browser.clipboardText())).toEqual(report);
  });
});
