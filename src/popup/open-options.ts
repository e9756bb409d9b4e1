import browser from 'webextension-polyfill';
import type { EntryId, PasswordId } from '../domain/ids.ts';
import type { IndexHit } from '../domain/search/index-hit.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { nothingKept } from './kept-view.ts';
import { leave } from './panel.ts';
import type { PopupAccess } from './popup-context.ts';
import { rememberView } from './use-kept-view.ts';

/** Opens the options page in a tab; the popup has nothing more to do. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
  leave();
}

/** Opens one website session in options: permission prompts would hide under the popup in Firefox. */
export async function openSessionInOptions(id: EntryId): Promise<void> {
  const url = browser.runtime.getURL(`src/options/index.html#/session/${encodeURIComponent(id)}`);
  await browser.tabs.create({ url });
  leave();
}

/** Opens the page in options that asks the browser for the sites of a launch, and then launches. */
export async function openAccessInOptions(id: EntryId, passwordId: PasswordId | null): Promise<void> {
  const ids = [id, ...(passwordId === null ? [] : [passwordId])].map(encodeURIComponent).join('/');
  // The launch goes on there: the popup begins anew.
  await rememberView(nothingKept);
  await browser.tabs.create({ url: browser.runtime.getURL(`src/options/index.html#/access/${ids}`) });
  leave();
}

/** Opens the page in options where the primary domain of the organization of a chosen password is named. */
export async function openDomainsInOptions(
  ask: PopupAccess['ask'],
  { id, apiKeyId, organizationId }: CredentialEntryView,
  passwordId: PasswordId | null,
): Promise<void> {
  const asked = organizationId === null && passwordId !== null;
  const list = asked ? await ask('credentials.list', { entryId: id, refresh: false, passwordId }) : null;
  const owner = organizationId ?? (list?.ok === true ? list.value.rows[0]?.organizationId : undefined);
  const place = [apiKeyId, 'domains', ...(owner === undefined ? [] : [owner])].map(encodeURIComponent).join('/');
  await browser.tabs.create({ url: browser.runtime.getURL(`src/options/index.html#/keys/${place}`) });
  leave();
}

/** Opens the form of a new credential entry in options, filled in for a password that was found. */
export async function openNewCredentialInOptions({ apiKeyId, summary }: IndexHit): Promise<void> {
  const ids = [apiKeyId, summary.organizationId, summary.id].map(encodeURIComponent).join('/');
  await browser.tabs.create({ url: browser.runtime.getURL(`src/options/index.html#/credential/new/${ids}`) });
  leave();
}

/** Opens one credential entry in options. */
export async function openCredentialInOptions(id: EntryId): Promise<void> {
  const url = browser.runtime.getURL(`src/options/index.html#/credential/${encodeURIComponent(id)}`);
  await browser.tabs.create({ url });
  leave();
}

async function openRemoteInOptions(id: EntryId): Promise<void> {
  await browser.tabs.create({
    url: browser.runtime.getURL(`src/options/index.html#/remote/${encodeURIComponent(id)}`),
  });
  leave();
}

/** Opens an entry in options, by its kind. */
export const openInOptions = {
  session: openSessionInOptions,
  credential: openCredentialInOptions,
  remote: openRemoteInOptions,
} as const;
