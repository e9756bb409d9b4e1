import { useCallback, useMemo, useState } from 'preact/hooks';
import type { EntryList, FrontPage, VaultStatus } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { AimBanner } from './aim-banner.tsx';
import { Header } from './header.tsx';
import type { KeptView } from './kept-view.ts';
import { DamagedBanner } from './notices.tsx';
import { openOptions } from './open-options.ts';
import { PanelAccess } from './panel-access.tsx';
import { type PopupAccess, PopupContext } from './popup-context.ts';
import { ReasonForm } from './reason-form.tsx';
import { useReasonedAsk } from './use-reasoned-ask.ts';
import { useLoaded, useWatchedAsk } from './use-unlocked.ts';
import { Views } from './views.tsx';

interface UnlockedProps {
  readonly status: VaultStatus;
  readonly kept: KeptView;
  readonly keep: (change: Partial<KeptView>) => void;
  readonly onLocked: () => Promise<void>;
  readonly onStatus: (status: VaultStatus) => void;
}

/** A right click or a shortcut asked for a list: the popup opens straight on it. */
function useChoosing(keep: UnlockedProps['keep']): (front: FrontPage) => void {
  return useCallback(
    ({ choosing, sessions }: FrontPage) => {
      if (choosing === null) return;
      const act = sessions.includes(choosing) ? 'fill' : 'launch';
      keep({ view: { at: 'choose', sessionId: choosing, act, typed: '' } });
    },
    [keep],
  );
}

type Ways = Pick<PopupAccess, 'ask' | 'onLocked' | 'reload' | 'administrator'>;

/** What the views work with, the same as long as it says the same; null: it is not known yet. */
function useAccess(ways: Ways, list: EntryList | null, front: FrontPage | null): PopupAccess | null {
  const { ask, onLocked, reload, administrator } = ways;
  return useMemo(() => {
    if (list === null || front === null) return null;
    const { entries, folders, marks } = list;
    return { ask, onLocked, reload, administrator, front, entries, folders, marks };
  }, [ask, onLocked, reload, administrator, list, front]);
}

/** The popup of an unlocked vault: frame, and whichever view the person is in. */
export function Unlocked({ status, kept, keep, onLocked, onStatus }: UnlockedProps) {
  const watched = useWatchedAsk(onLocked);
  const { ask, question } = useReasonedAsk(watched);
  const { list, front: page, failure, reload } = useLoaded(ask, useChoosing(keep));
  const [aimDropped, setAimDropped] = useState(false);
  const front = useMemo(() => (page !== null && aimDropped ? { ...page, aim: null } : page), [page, aimDropped]);
  const access = useAccess({ ask, onLocked, reload, administrator: status.role === 'administrator' }, list, front);
  const damaged = failure?.code === 'vault-damaged';
  return (
    <>
      <Header origin={front?.origin} status={status} onLocked={onStatus} />
      <main class="body">
        {question !== null && (
          <ReasonForm key={question.entryId} question={question} ask={watched} entries={list?.entries ?? []} />
        )}
        {failure !== null && (
          <FailureBanner
            failure={failure}
            action={
              damaged
                ? { text: text('popupOpenOptions'), onClick: () => void openOptions() }
                : { text: text('popupTryAgain'), onClick: reload }
            }
          />
        )}
        {front !== null && front.aim !== null && <AimBanner aim={front.aim} onDrop={() => setAimDropped(true)} />}
        {list !== null && <DamagedBanner records={list.damaged} />}
        {access !== null && (
          <PopupContext.Provider value={access}>
            <PanelAccess />
            <Views kept={kept} keep={keep} />
          </PopupContext.Provider>
        )}
      </main>
    </>
  );
}
