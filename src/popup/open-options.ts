import browser from 'webextension-polyfill';
import type { EntryId } from '../domain/ids.ts';

/** Opens the options page in a tab; the popup has nothing more to do. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
  window.close();
}

/** Opens one website session in options: permission prompts would hide under the popup in Firefox. */
export async function openSessionInOptions(id: EntryId): Promise<void> {
  const url = browser.runtime.getURL(`src/options/index.html#/session/${encodeURIComponent(id)}`);
  await browser.tabs.create({ url });
  window.close();
}

/** Opens the form of a new credential entry in options. */
export async function openNewCredentialInOptions(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('src/options/index.html#/credential/new') });
  window.close();
}
