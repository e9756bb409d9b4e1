import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { keyText } from '../ui/key-text.ts';
import { PageHeading } from './page-heading.tsx';
import { ShortcutChange } from './shortcut-change.tsx';

interface Shortcut {
  readonly name: string;
  readonly does: string;
  /** Empty: none is set. */
  readonly keys: string;
}

const ownNames: Readonly<Record<string, TextKey>> = {
  _execute_action: 'optionsShortcutPopup',
  _execute_sidebar_action: 'optionsShortcutSidebar',
};

async function shortcuts(): Promise<readonly Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', description = '', shortcut = '' }) => {
    const own = ownNames[name];
    return { name, does: own === undefined ? description : text(own), keys: shortcut };
  });
}

/** Keys of the popup itself, which no browser changes. */
const popupKeys: readonly { readonly keys: readonly string[]; readonly does: TextKey }[] = [
  { keys: ['↑', '↓'], does: 'optionsKeysMove' },
  { keys: ['Enter'], does: 'optionsKeysEnter' },
  { keys: ['Control+C'], does: 'optionsKeysCopyUser' },
  { keys: ['Control+Shift+C'], does: 'optionsKeysCopyPassword' },
  { keys: ['Control+Alt+C'], does: 'optionsKeysCopyCode' },
  { keys: ['Control+E'], does: 'optionsKeysEdit' },
  { keys: ['Control+K'], does: 'optionsKeysMenu' },
  { keys: ['Esc'], does: 'optionsKeysBack' },
];

function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <>
      {keys.map((key) => (
        <kbd key={key}>{keyText(key)}</kbd>
      ))}
    </>
  );
}

/** Keys that the browser passes on from anywhere, and those of the popup. */
export function ShortcutsPage() {
  const [set, setSet] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    const look = (): void => void shortcuts().then(setSet);
    look();
    // They are changed on another page of the browser.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return (
    <>
      <PageHeading title={text('optionsShortcuts')} />
      <section class="card" aria-labelledby="from-anywhere">
        <h2 id="from-anywhere">{text('optionsShortcutsAnywhere')}</h2>
        <dl class="keys">
          {set.map(({ name, does, keys }) => (
            <div key={name}>
              <dt>{does}</dt>
              <dd>{keys === '' ? <span class="hint">{text('optionsShortcutUnset')}</span> : <Keys keys={[keys]} />}</dd>
            </div>
          ))}
        </dl>
        <ShortcutChange />
      </section>
      <section class="card" aria-labelledby="in-popup">
        <h2 id="in-popup">{text('optionsShortcutsPopup')}</h2>
        <dl class="keys">
          {popupKeys.map(({ keys, does }) => (
            <div key={does}>
              <dt>{text(does)}</dt>
              <dd>
                <Keys keys={keys} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
