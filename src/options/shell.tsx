import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { hrefOf, type Route } from './route.ts';
import { useVault } from './vault-context.ts';

const places: readonly { readonly text: string; readonly route: Route; readonly pages: readonly Route['page'][] }[] = [
  { text: 'Entries', route: { page: 'entries' }, pages: ['entries', 'credential', 'session'] },
  { text: 'API keys', route: { page: 'keys' }, pages: ['keys', 'key'] },
  { text: 'Packs', route: { page: 'packs' }, pages: ['packs'] },
  { text: 'Audit', route: { page: 'audit' }, pages: ['audit'] },
  { text: 'Settings', route: { page: 'settings' }, pages: ['settings'] },
];

function LockNow() {
  const { ask, heed } = useVault();
  const [waiting, setWaiting] = useState(false);
  const lock = async (): Promise<void> => {
    setWaiting(true);
    const answer = await ask('vault.lock', {});
    setWaiting(false);
    if (answer.ok) heed(answer.value);
  };
  return (
    <Button onClick={() => void lock()} busy={waiting}>
      Lock now
    </Button>
  );
}

/** Left navigation and the place where a route is shown. */
export function Shell({ route, children }: { readonly route: Route; readonly children: ComponentChildren }) {
  const { administrator } = useVault();
  return (
    <div class="shell">
      <nav class="side" aria-label="Linked Vault">
        <div class="side-column">
          <p class="brand">Linked Vault</p>
          <ul>
            {places.map(({ text, route: place, pages }) => (
              <li key={text}>
                <a href={hrefOf(place)} aria-current={pages.includes(route.page) ? 'page' : undefined}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
          <div class="side-foot">
            <p class="role">
              Unlocked as <strong>{administrator ? 'administrator' : 'technician'}</strong>
            </p>
            <LockNow />
          </div>
        </div>
      </nav>
      <main class="place">{children}</main>
    </div>
  );
}
