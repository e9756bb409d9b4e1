import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';

/** The address of the browser's own page; no page may link to it. */
const addressOf = (agent: string): string => `${agent.includes('Edg/') ? 'edge' : 'chrome'}://extensions/shortcuts`;

/** How a shortcut is changed in this browser: its own page opened where it can be, else where to find it. */
export function ShortcutChange() {
  const [shut, setShut] = useState(false);
  const firefox = navigator.userAgent.includes('Firefox/');
  // Chrome has no such function, and older Firefox neither.
  const open = browser.commands.openShortcutSettings as (() => Promise<void>) | undefined;
  if (!firefox)
    return (
      <p>
        {text('optionsShortcutsChrome')} <code>{addressOf(navigator.userAgent)}</code>
      </p>
    );
  if (open === undefined || shut) return <p>{text('optionsShortcutsFirefox')}</p>;
  return (
    <p class="actions">
      <Button onClick={() => void open().catch(() => setShut(true))}>{text('optionsShortcutsOpen')}</Button>
      <span class="hint">{text('optionsShortcutsFirefox')}</span>
    </p>
  );
}
