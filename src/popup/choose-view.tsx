import { useState } from 'preact/hooks';
import type { PasswordSummary } from '../domain/credential.ts';
import { rememberedAt } from '../domain/remembered-password.ts';
import type { CredentialEntryView, SessionEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { organizationText } from '../ui/organization-text.ts';
import { Sentence } from '../ui/sentence.tsx';
import { ShownParts } from '../ui/shown-text.tsx';
import type { SessionAct } from './kept-view.ts';
import type { ListPlace } from './list-place.ts';
import { EndBanner } from './notices.tsx';
import { PickList } from './pick-list.tsx';
import { usePopup } from './popup-context.ts';
import { Remembering } from './remembering.tsx';
import type { ActNotice } from './use-acts.ts';
import { ViewHeading } from './view-heading.tsx';

interface ChooseViewProps {
  readonly session: SessionEntryView;
  readonly credential: CredentialEntryView;
  readonly act: SessionAct;
  readonly place: ListPlace;
  /** `remember` null: not. `at` null: the session's own address for the password's organization. */
  readonly onChoose: (row: PasswordSummary, remember: { readonly at: string | null } | null) => void;
  readonly onBack: () => void;
  readonly busy: boolean;
  readonly notice: ActNotice | null;
}

/** *IT Glue credentials list*: chooses what a session is filled or launched with. */
export function ChooseView({ session, credential, act, notice, onBack, onChoose, place, busy }: ChooseViewProps) {
  const { front } = usePopup();
  const [remember, setRemember] = useState(false);
  const site = act === 'fill' && front.origin !== null ? front.origin : session.origin;
  const remembered = rememberedAt({ session, credential }, site, front.workingFor);
  return (
    <>
      <ViewHeading title={text('popupGlueCredentialsList')} onBack={onBack}>
        <ShownParts parts={[organizationText(credential), session.name]} />
        <span class="site">
          <Sentence
            of={act === 'fill' ? 'popupFillsSite' : 'popupLaunchesSite'}
            parts={[<bdi key="site">{site ?? session.hostTemplate}</bdi>]}
          />
        </span>
      </ViewHeading>
      <Remembering
        session={session}
        site={site}
        act={act}
        remembered={remembered}
        on={remember}
        onChange={setRemember}
      />
      <PickList
        {...place}
        busy={busy}
        credential={credential}
        entryId={session.id}
        origin={site}
        remembered={remembered?.passwordId ?? null}
        onChoose={(row) => onChoose(row, remember ? { at: site } : null)}
      >
        {notice !== null && <EndBanner end={notice} entryName="" action={notice.goOn} />}
      </PickList>
    </>
  );
}
