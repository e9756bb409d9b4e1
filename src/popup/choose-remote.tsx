import type { PasswordSummary } from '../domain/credential.ts';
import { remoteAddress } from '../domain/remote-way.ts';
import type { CredentialEntryView, RemoteEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { ShownParts } from '../ui/shown-text.tsx';
import { EndBanner } from './notices.tsx';
import { PickList } from './pick-list.tsx';
import type { ActNotice } from './use-acts.ts';
import { ViewHeading } from './view-heading.tsx';

interface ChooseRemoteProps {
  readonly entry: RemoteEntryView;
  readonly credential: CredentialEntryView;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onChoose: (row: PasswordSummary) => void;
  readonly onBack: () => void;
  readonly busy: boolean;
  readonly notice: ActNotice | null;
}

/** *IT Glue credentials list*: chooses with which password a remote session is launched. */
export function ChooseRemote({ entry, notice, onBack, ...list }: ChooseRemoteProps) {
  return (
    <>
      <ViewHeading title={text('popupChooseList')} onBack={onBack}>
        <ShownParts parts={[list.credential.organizationName, entry.name]} />
        <span class="site">
          {text('popupRemoteLaunches')} <bdi>{remoteAddress(entry)}</bdi>
        </span>
      </ViewHeading>
      <PickList {...list} entryId={entry.id} origin={null}>
        {notice !== null && <EndBanner end={notice} entryName="" action={notice.goOn} />}
      </PickList>
    </>
  );
}
