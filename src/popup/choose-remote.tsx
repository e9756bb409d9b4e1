import type { PasswordSummary } from '../domain/credential.ts';
import { remoteAddress } from '../domain/remote-way.ts';
import type { RemoteEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { organizationText } from '../ui/organization-text.ts';
import { ShownParts } from '../ui/shown-text.tsx';
import { home, type KeptView, type PopupView } from './kept-view.ts';
import { listPlace } from './list-place.ts';
import { EndBanner } from './notices.tsx';
import { PickList } from './pick-list.tsx';
import { usePopup } from './popup-context.ts';
import type { Acts } from './use-acts.ts';
import { ViewHeading } from './view-heading.tsx';

interface ChooseRemoteProps {
  readonly entry: RemoteEntryView;
  readonly kept: KeptView;
  readonly view: Extract<PopupView, { readonly at: 'choose' }>;
  readonly keep: (change: Partial<KeptView>) => void;
  readonly acts: Acts;
  readonly onBack: () => void;
}

/** *IT Glue credentials list*: chooses with which password a remote session is launched. It leads to no page. */
export function ChooseRemote({ entry, kept, view, keep, acts, onBack }: ChooseRemoteProps) {
  const { entries } = usePopup();
  const credential = entries.find(({ id }) => id === entry.credentialEntryId);
  if (credential?.kind !== 'credential')
    return <FailureBanner failure={{ code: 'not-linked' }} action={{ text: text('popupBack'), onClick: onBack }} />;
  const choose = async (row: PasswordSummary): Promise<void> => {
    const end = await acts.remote(entry, row.id);
    if (end === 'done') keep({ query: '', view: home });
  };
  const { notice } = acts;
  return (
    <>
      <ViewHeading title={text('popupChooseList')} onBack={onBack}>
        <ShownParts parts={[organizationText(credential), entry.name]} />
        <span class="site">
          {text('popupRemoteLaunches')} <bdi>{remoteAddress(entry)}</bdi>
        </span>
      </ViewHeading>
      <PickList
        credential={credential}
        entryId={entry.id}
        origin={null}
        {...listPlace({ kept, keep, view, still: acts.running })}
        onChoose={(row) => void choose(row)}
        busy={acts.busy !== null}
      >
        {notice !== null && <EndBanner end={notice} entryName="" action={notice.goOn} />}
      </PickList>
    </>
  );
}
