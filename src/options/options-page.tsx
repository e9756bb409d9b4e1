import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ask } from '../messaging/client.ts';
import type { VaultStatus } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { FirstPage } from './first-page.tsx';
import { LockedPage } from './locked-page.tsx';
import { Moves } from './moves.ts';
import { NoticeBar } from './notice-bar.tsx';
import { hrefOf, parseRoute, type Route } from './route.ts';
import { RoutePage } from './route-page.tsx';
import { Shell } from './shell.tsx';
import { useLeftHere } from './use-left-here.ts';
import { usePolicy } from './use-policy.ts';
import { useRoute } from './use-route.ts';
import { useVaultStatus, type VaultState } from './use-vault-status.ts';
import { type Notice, type VaultAccess, VaultContext } from './vault-context.ts';
import { VaultUnreadable } from './vault-unreadable.tsx';

interface UnlockedProps {
  readonly vault: VaultState;
  readonly status: VaultStatus;
  readonly route: Route;
}

/** A notice belongs to the route that `go` led to, and ends when that is left. */
function useNotices(here: string) {
  const [notice, setNotice] = useState<{ readonly said: Notice; readonly href: string; readonly seen: boolean } | null>(
    null,
  );
  useEffect(() => {
    setNotice((last) => (last?.href === here ? { ...last, seen: true } : last?.seen ? null : last));
  }, [here]);
  const go = (href: string, said?: Notice): void => {
    setNotice(said === undefined ? null : { said, href, seen: hrefOf(parseRoute(location.hash)) === href });
    location.hash = href;
  };
  return { go, notice: notice?.href === here ? notice.said : null };
}

function Unlocked({ vault, status, route }: UnlockedProps) {
  const { go, notice } = useNotices(hrefOf(route));
  const { heed, refresh } = vault;
  const leftHere = useLeftHere();
  const { managed, known } = usePolicy(hrefOf(route));
  const access = useMemo<VaultAccess>(
    () => ({
      status,
      administrator: status.role === 'administrator',
      ofPack: status.role === 'technician' && managed.pack !== null,
      managed,
      ask: async (command, body) => {
        const answer = await ask(command, body);
        if (!answer.ok && (answer.failure.code === 'locked' || answer.failure.code === 'no-vault')) void refresh();
        return answer;
      },
      heed,
      refresh,
      go,
    }),
    [status, managed, heed, refresh],
  );
  return (
    <VaultContext.Provider value={access}>
      <Shell route={route}>
        <NoticeBar notice={notice} />
        {/* Drawn once it is known whose vault it is: what came later would move what is below it. */}
        {leftHere && known && <RoutePage key={hrefOf(route)} route={route} />}
      </Shell>
    </VaultContext.Provider>
  );
}

/** The options page: one face for each state of the vault. */
export function OptionsPage() {
  const vault = useVaultStatus();
  const { route, moves } = useRoute();
  const { status } = vault;
  const cameByForm = useRef(0);
  if (status?.ok && status.value.state !== 'unlocked') cameByForm.current = 1;
  if (status === null) return <p class="opening">{text('optionsOpening')}</p>;
  if (!status.ok) return <VaultUnreadable failure={status.failure} vault={vault} />;
  const { state } = status.value;
  if (state === 'absent') return <FirstPage onMade={vault.heed} />;
  if (state === 'locked') return <LockedPage status={status.value} vault={vault} />;
  return (
    <Moves.Provider value={moves + cameByForm.current}>
      {/* Another role has other entries, and drafts of its own. */}
      <Unlocked key={status.value.role} vault={vault} status={status.value} route={route} />
    </Moves.Provider>
  );
}
