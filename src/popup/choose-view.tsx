import type { PasswordSummary } from '../domain/credential.ts';
import type { CredentialEntryView, SessionEntryView } from '../messaging/contract.ts';
import { ShownParts } from '../ui/shown-text.tsx';
import type { SessionAct } from './kept-view.ts';
import { EndBanner } from './notices.tsx';
import { PickList } from './pick-list.tsx';
import { usePopup } from './popup-context.ts';
import type { ActNotice } from './use-acts.ts';
import { ViewHeading } from './view-heading.tsx';

interface ChooseViewProps {
  readonly session: SessionEntryView;
  readonly credential: CredentialEntryView;
  readonly act: SessionAct;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onChoose: (row: PasswordSummary) => void;
  readonly onBack: () => void;
  readonly busy: boolean;
  readonly notice: ActNotice | null;
}

/** *IT Glue credentials list*: chooses what a session is filled or launched with. */
export function ChooseView({ session, credential, act, notice, onBack, ...list }: ChooseViewProps) {
  const { front } = usePopup();
  const site = act === 'fill' && front.origin !== null ? front.origin : session.origin;
  return (
    <>
      <ViewHeading title="IT Glue credentials list" onBack={onBack}>
        <ShownParts parts={[credential.organizationName, session.name]} />
        <span class="site">
          {act === 'fill' ? 'Fills' : 'Launches'} <bdi>{site}</bdi>
        </span>
      </ViewHeading>
      <PickList {...list} credential={credential} origin={site}>
        {notice !== null && (
          <EndBanner
            end={notice}
            entryName=""
            action={notice.fillAnyway === undefined ? undefined : { text: 'Fill anyway', onClick: notice.fillAnyway }}
          />
        )}
      </PickList>
    </>
  );
}
