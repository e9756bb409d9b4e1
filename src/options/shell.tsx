import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { text } from '../texts/text.ts';
import type { TextKey } from '../texts/text-key.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { tellDrafts } from './draft-keeper.ts';
import { hrefOf, type Route } from './route.ts';
import { useVault } from './vault-context.ts';

const places: readonly { readonly name: TextKey; readonly route: Route; readonly pages: readonly Route['page'][] }[] = [
  {
    name: 'optionsEntries',
    route: { page: 'entries' },
    pages: ['entries', 'credential', 'session', 'remote', 'folder'],
  },
  { name: 'optionsApiKeys', route: { page: 'keys' }, pages: ['keys', 'key', 'key-check', 'key-domains'] },
  { name: 'optionsPacks', route: { page: 'packs' }, pages: ['packs'] },
  { name: 'optionsAudit', route: { page: 'audit' }, pages: ['audit'] },
  { name: 'optionsSettings', route: { page: 'settings' }, pages: ['settings'] },
  { name: 'optionsShortcuts', route: { page: 'shortcuts' }, pages: ['shortcuts'] },
  { name: 'optionsDiagnostics', route: { page: 'diagnostics' }, pages: ['diagnostics'] },
];

function LockNow() {
  const { ask, heed } = useVault();
  const [waiting, setWaiting] = useState(false);
  const lock = async (): Promise<void> => {
    setWaiting(true);
    await tellDrafts();
    const answer = await ask('vault.lock', {});
    setWaiting(false);
    if (answer.ok) heed(answer.value);
  };
  return (
    <Button onClick={() => void lock()} busy={waiting}>
      {text('optionsLockNow')}
    </Button>
  );
}

/** Left navigation and the place where a route is shown. */
export function Shell({ route, children }: { readonly route: Route; readonly children: ComponentChildren }) {
  const { administrator } = useVault();
  return (
    <div class="shell">
      <nav class="side" aria-label={text('extensionName')}>
        <div class="side-column">
          <p class="brand">{text('extensionName')}</p>
          <ul>
            {places.map(({ name, route: place, pages }) => (
              <li key={name}>
                <a href={hrefOf(place)} aria-current={pages.includes(route.page) ? 'page' : undefined}>
                  {text(name)}
                </a>
              </li>
            ))}
          </ul>
          <div class="side-foot">
            <p class="role">
              <Sentence
                of="optionsUnlockedAs"
                parts={[<strong key="role">{text(administrator ? 'roleAdministrator' : 'roleTechnician')}</strong>]}
              />
            </p>
            <LockNow />
          </div>
        </div>
      </nav>
      <main class="place">{children}</main>
    </div>
  );
}
