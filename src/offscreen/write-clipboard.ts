/** The little that this page uses of the extension platform; only Chromium has offscreen pages. */
interface ClipboardPort {
  readonly onMessage: { addListener(listener: (text: unknown) => void): void };
  postMessage(message: 'written'): void;
}

declare const chrome: { readonly runtime: { connect(options: { readonly name: string }): ClipboardPort } };

const area = document.querySelector('textarea');
const port = chrome.runtime.connect({ name: 'clipboard' });
port.onMessage.addListener((text) => {
  if (area === null || typeof text !== 'string') return;
  // Copying an empty selection leaves the clipboard as it is.
  area.value = text === '' ? ' ' : text;
  area.select();
  // The asynchronous clipboard needs a focused document, which an offscreen page never is.
  const written = document.execCommand('copy');
  area.value = '';
  // Without this word the worker tries again, and then says that nothing was copied.
  if (written) port.postMessage('written');
});
