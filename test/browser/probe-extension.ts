import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from './driver.ts';

/** An extension as small as can be that answers for every method of the driver. */

const manifest = {
  manifest_version: 3,
  name: 'Probe',
  version: '1.0',
  permissions: ['storage', 'activeTab', 'scripting', 'contextMenus', 'clipboardWrite'],
  optional_host_permissions: ['https://*/*'],
  action: { default_popup: 'popup.html' },
  options_ui: { page: 'options.html', open_in_tab: true },
  commands: {
    'mark-page': { suggested_key: { default: 'Alt+Shift+I' }, description: 'Mark' },
    quiet: { description: 'x' },
  },
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
};

const background = {
  chromium: { background: { service_worker: 'worker.js' } },
  firefox: {
    background: { scripts: ['worker.js'] },
    browser_specific_settings: {
      gecko: { id: 'linked-vault@linked-vault.example', strict_min_version: '140.0' },
    },
  },
};

const worker = `
const api = globalThis.browser ?? chrome;
const started = Math.random();
const mark = (how, id) => api.scripting.executeScript({ target: { tabId: id }, args: [how],
  func: (text) => { document.title = text; } });
api.runtime.onInstalled.addListener(() => {
  api.contextMenus.create({ id: 'mark', title: 'Mark', contexts: ['page', 'editable'] });
  api.contextMenus.create({ id: 'other', title: 'Other', contexts: ['page', 'editable'] });
});
api.contextMenus.onClicked.addListener((info, tab) => mark('menu ' + info.menuItemId + ' ' + info.editable, tab.id));
api.commands.onCommand.addListener(async (name, tab) => mark('command ' + name, tab.id));
api.runtime.onMessage.addListener((message, sender, reply) => {
  if (message === 'started') reply(started);
  if (message === 'mark') api.tabs.query({ active: true, lastFocusedWindow: true })
    .then(([tab]) => mark('popup', tab.id)).then(() => reply('marked'), (error) => reply(String(error)));
  return true; // 'never' gets no answer
});`;

const popup = `<!doctype html><meta charset="utf-8"><title>Popup</title>
<h1>Popup</h1><input id="field"><button id="mark">Mark page</button><button id="hidden" hidden>Same</button>
<button id="open">Same</button><p id="said"></p><ul></ul><p id="keys"></p><script src="popup.js"></script>`;

const popupScript = `
const api = globalThis.browser ?? chrome;
const at = (id) => document.getElementById(id);
document.addEventListener('keydown', (event) => {
  if (event.isTrusted) at('keys').textContent += (event.shiftKey ? 'Shift+' : '') + event.key + ' ';
});
at('mark').addEventListener('click', async (event) => {
  at('said').textContent = event.isTrusted + ' ' + (await api.runtime.sendMessage('mark'));
});
at('open').addEventListener('click', () => { api.runtime.openOptionsPage(); window.close(); });`;

const options = `<!doctype html><meta charset="utf-8"><title>Options</title><link rel="stylesheet" href="options.css">
<h1>Options</h1><input id="name" value="old">
<select id="region"><option value="us">US</option><option value="eu">EU</option></select>
<button id="grant">Grant</button><button id="copy">Copy</button>
<div id="box"><button id="under">Under</button><div id="cover"></div></div><p id="said"></p>
<div id="tall"></div><button id="below">Below</button><script src="options.js"></script>`;

const optionsScript = `
const api = globalThis.browser ?? chrome;
const at = (id) => document.getElementById(id);
const say = (what) => { at('said').textContent = String(what); };
at('grant').addEventListener('click', () =>
  api.permissions.request({ origins: ['https://asked.example.test/*'] }).then(say, say));
at('copy').addEventListener('click', () =>
  navigator.clipboard.writeText('copied ' + at('name').value).then(() => say('copied'), say));
at('region').addEventListener('change', () => say('region ' + at('region').value));
at('below').addEventListener('click', () => say('below'));`;

const optionsStyle = `#box { position: relative; width: 80px } #cover { position: absolute; inset: 0 }
#tall { height: 3000px }`;

/** Writes the probe extension to a folder of its own. */
export function writeProbeExtension(kind: BrowserKind): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'linked-vault-probe-'));
  const files = {
    'manifest.json': JSON.stringify({ ...manifest, ...background[kind] }),
    'worker.js': worker,
    'popup.html': popup,
    'popup.js': popupScript,
    'options.html': options,
    'options.js': optionsScript,
    'options.css': optionsStyle,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
