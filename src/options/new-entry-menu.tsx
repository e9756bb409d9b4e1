import { useEffect, useRef, useState } from 'preact/hooks';
import { remoteProtocols } from '../domain/remote-place.ts';
import { text } from '../texts/text.ts';
import { movedBy } from '../ui/list-keys.ts';
import { remoteHints, remoteKindText } from '../ui/remote-text.ts';
import { credentialKind, sessionKind } from './entry-text.ts';
import { newCredentialHref, newFolderHref, newRemoteHref, newSessionHref } from './route.ts';

const kinds = () => [
  { name: credentialKind(), href: newCredentialHref, hint: text('optionsPointsAtPasswordKeptGlue') },
  { name: sessionKind(), href: newSessionHref, hint: text('optionsSiteLaunchFill') },
  ...remoteProtocols.map((protocol) => ({
    name: remoteKindText(protocol),
    href: newRemoteHref(protocol),
    hint: text(remoteHints[protocol]),
  })),
  { name: text('optionsFolder'), href: newFolderHref, hint: text('optionsFolderHint') },
];

interface MenuProps {
  readonly button: HTMLButtonElement | null;
  readonly onClose: () => void;
}

function Menu({ button, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const items = (): readonly HTMLElement[] => [...(menu.current?.querySelectorAll<HTMLElement>('a') ?? [])];
  useEffect(() => items()[0]?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = items();
    const active = all.indexOf(document.activeElement as HTMLElement);
    const to = movedBy(event.key, active, all.length);
    if (to !== null) {
      event.preventDefault();
      all[to]?.focus();
    } else if (event.key === 'Escape') {
      onClose();
      button?.focus();
    }
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget !== button && !menu.current?.contains(relatedTarget as Node | null)) onClose();
  };
  return (
    <div
      ref={menu}
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={text('optionsNewEntry')}
      {...{ onKeyDown, onFocusOut }}
    >
      {kinds().map(({ name, href, hint }) => (
        <a key={href} role="menuitem" tabIndex={-1} href={href} aria-label={name}>
          <span>{name}</span>
          <span class="hint">{hint}</span>
        </a>
      ))}
    </div>
  );
}

/** *New entry*: a menu button (WAI-ARIA pattern) over the kinds of entry. */
export function NewEntryMenu() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div class="menu-place">
      <button
        ref={button}
        type="button"
        class="button button-primary"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {text('optionsNewEntry')} <span aria-hidden="true">▾</span>
      </button>
      {open && <Menu button={button.current} onClose={() => setOpen(false)} />}
    </div>
  );
}
