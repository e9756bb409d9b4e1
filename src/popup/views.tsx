import { useCallback, useEffect } from 'preact/hooks';
import type { PasswordSummary } from '../domain/credential.ts';
import type { Failure } from '../domain/failure.ts';
import type { CredentialEntryView, EntryView, FrontPage, SessionEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { failureText } from '../ui/failure-text.ts';
import { ChooseRemote } from './choose-remote.tsx';
import { ChooseView } from './choose-view.tsx';
import { CredentialView } from './credential-view.tsx';
import { type ChoiceRow, type RemoteRow, type RowAction, rememberedBy } from './home-rows.ts';
import { HomeView } from './home-view.tsx';
import { IndexAge } from './index-age.tsx';
import type { HitRow } from './index-rows.ts';
import { home, type KeptView, type PopupView, type SessionAct } from './kept-view.ts';
import { listPlace } from './list-place.ts';
import { type BannerAction, EndBanner, LastOutcome } from './notices.tsx';
import { openNewCredentialInOptions, openSessionInOptions } from './open-options.ts';
import { PageView } from './page-view.tsx';
import { usePopup } from './popup-context.ts';
import { type ActNotice, type Acts, useActs } from './use-acts.ts';
import { useDeeds } from './use-deeds.ts';

interface ViewsProps {
  readonly kept: KeptView;
  readonly keep: (change: Partial<KeptView>) => void;
}

type ViewAt<At extends PopupView['at']> = Extract<PopupView, { at: At }>;

const credentialOf = (id: string | null, entries: readonly EntryView[]): CredentialEntryView | null => {
  const entry = entries.find((other) => other.id === id);
  return entry?.kind === 'credential' ? entry : null;
};

const sessionOf = (id: string, entries: readonly EntryView[]): SessionEntryView | null => {
  const entry = entries.find((other) => other.id === id);
  return entry?.kind === 'session' ? entry : null;
};

/** What happens with a row of home: a choice first where the entry always prompts. */
function useRowAct(keep: ViewsProps['keep'], acts: Acts) {
  const { front } = usePopup();
  const choose = (how: SessionAct, session: SessionEntryView): void => {
    acts.say(null);
    keep({ view: { at: 'choose', sessionId: session.id, act: how, typed: '' } });
  };
  const start = async (how: SessionAct, session: SessionEntryView, credential: CredentialEntryView | null) => {
    const prompts = credential?.selection.mode === 'always-prompt';
    if (prompts && rememberedBy({ session, credential }, how, front) === null) return choose(how, session);
    const end = await acts.act(how, session, null);
    if (end === 'done' && how === 'launch') keep({ query: '', view: home });
  };
  const startRemote = ({ entry, credential }: RemoteRow): void => {
    acts.say(null);
    if (credential?.selection.mode !== 'always-prompt') return void acts.remote(entry, null);
    keep({ view: { at: 'choose', sessionId: entry.id, act: 'launch', typed: '' } });
  };
  const useHit = async ({ hit, session, credential, action }: HitRow): Promise<void> => {
    const passwordId = credential?.selection.mode === 'always-prompt' ? hit.summary.id : null;
    if (credential === null) return openNewCredentialInOptions(hit);
    if (session === null || action === 'show')
      return keep({ view: { at: 'credential', entryId: credential.id, passwordId, typed: '' } });
    if (hit.summary.vaulted)
      return acts.say({ kind: 'error', ...failureText({ code: 'password-vaulted' }), entryName: session.name });
    const end = await acts.act(action === 'fill' ? 'fill' : 'launch', session, passwordId);
    if (end === 'done') keep({ query: '', view: home });
  };
  return (row: ChoiceRow, action: RowAction): void => {
    if (row.kind === 'hit') return void useHit(row);
    if (row.kind === 'remote') return void startRemote(row);
    if (row.kind === 'credential')
      keep({ view: { at: 'credential', entryId: row.entry.id, passwordId: null, typed: '' } });
    else if (action === 'choose') choose(row.here ? 'fill' : 'launch', row.session);
    else if (action === 'fill' || action === 'launch') void start(action, row.session, row.credential);
    else void openSessionInOptions(row.session.id);
  };
}

/** What a notice offers: to fill all the same, or to see why not. */
function actionOf(notice: ActNotice, why: (name: string) => BannerAction | undefined): BannerAction | undefined {
  if (notice.goOn !== undefined) return notice.goOn;
  return notice.kind === 'ok' ? undefined : why(notice.entryName);
}

interface PartProps<At extends PopupView['at']> extends ViewsProps {
  readonly acts: Acts;
  readonly view: ViewAt<At>;
  readonly onBack: () => void;
}

function Home({ kept, keep, acts }: PartProps<'home'>) {
  const { front, entries } = usePopup();
  const onAct = useRowAct(keep, acts);
  const { notice } = acts;
  const deeds = useDeeds({ keep, say: acts.say, onAct });
  /** Leads to what was seen of the page, for the session of that name where it may be filled here. */
  const why = (name: string) => {
    const here = front.sessions.map((id) => sessionOf(id, entries));
    const session = here.find((other) => other?.name === name) ?? here[0];
    if (session === undefined || session === null) return undefined;
    return { text: text('popupWhy'), onClick: () => keep({ view: { at: 'page', sessionId: session.id, typed: '' } }) };
  };
  return (
    <>
      {notice !== null && <EndBanner end={notice} entryName={notice.entryName} action={actionOf(notice, why)} />}
      {!acts.acted && front.lastOutcome !== null && (
        <LastOutcome record={front.lastOutcome} action={why(front.lastOutcome.entryName)} />
      )}
      <HomeView
        query={kept.query}
        onQuery={(query) => keep({ query })}
        place={kept.place}
        onPlace={(place) => keep({ place })}
        onAct={onAct}
        onDeed={deeds.deed}
        said={deeds.said}
        onSaid={deeds.setSaid}
        busyId={acts.busy === null ? null : acts.busy.id}
      />
      <PageLink why={why('')} />
      <IndexAge />
    </>
  );
}

/** The way to what a fill sees of the page in front, whatever happened before. */
function PageLink({ why }: { readonly why: { readonly onClick: () => void } | undefined }) {
  if (why === undefined) return null;
  return (
    <p class="page-link">
      <Button kind="quiet" onClick={why.onClick}>
        {text('popupWhatSeenPage')}
      </Button>
    </p>
  );
}

function Page({ keep, view, onBack }: PartProps<'page'>) {
  const { entries } = usePopup();
  const session = sessionOf(view.sessionId, entries);
  if (session === null)
    return (
      <FailureBanner failure={{ code: 'entry-not-found' }} action={{ text: text('popupBack'), onClick: onBack }} />
    );
  return (
    <PageView
      session={session}
      typed={view.typed}
      onTyped={(typed) => keep({ view: { ...view, typed } })}
      onBack={onBack}
    />
  );
}

/** Why the list is shown for a page that was to be filled without it. */
function whyAgain({ lastOutcome }: FrontPage): ActNotice | null {
  if (lastOutcome === null || !('failure' in lastOutcome.end)) return null;
  const { failure } = lastOutcome.end;
  if (failure.code !== 'remembered-gone') return null;
  return { kind: 'error', ...failureText(failure), entryName: lastOutcome.entryName };
}

/** A right click or the address bar meant this one password, and the entry asks for a reason: that is asked here, at once. */
function ActNow({ keep, acts, how, session }: Pick<PartProps<'choose'>, 'keep' | 'acts'> & ActNowProps) {
  useEffect(() => {
    keep({ view: home });
    void acts.act(how, session, null);
  }, []);
  return null;
}

interface ActNowProps {
  readonly how: SessionAct;
  readonly session: SessionEntryView;
}

function Choose(props: PartProps<'choose'>) {
  const { entries } = usePopup();
  const entry = entries.find(({ id }) => id === props.view.sessionId);
  return entry?.kind === 'remote' ? <ChooseRemote {...props} entry={entry} /> : <ChooseForSession {...props} />;
}

function ChooseForSession({ kept, keep, acts, view, onBack }: PartProps<'choose'>) {
  const { entries, front, ask, reload } = usePopup();
  const session = sessionOf(view.sessionId, entries);
  const credential = credentialOf(session?.credentialEntryId ?? null, entries);
  const back = { text: text('popupBack'), onClick: onBack };
  if (session === null) return <FailureBanner failure={{ code: 'entry-not-found' }} action={back} />;
  if (credential === null) return <FailureBanner failure={{ code: 'not-linked' }} action={back} />;
  // The page in front may be another one by now: then the same choice launches.
  const how = view.act === 'fill' && front.sessions.includes(session.id) ? 'fill' : 'launch';
  if (credential.asksReason === true && credential.selection.mode === 'password')
    return <ActNow keep={keep} acts={acts} how={how} session={session} />;
  const refuse = (failure: Failure): void =>
    acts.say({ kind: 'error', ...failureText(failure), entryName: session.name });
  const choose = async (row: PasswordSummary, remember: { readonly at: string | null } | null): Promise<void> => {
    if (row.vaulted) return refuse({ code: 'password-vaulted' });
    if (remember !== null) {
      const entryId = session.id;
      const kept = await ask('sessionEntry.remember', { entryId, origin: remember.at, passwordId: row.id });
      if (!kept.ok) return refuse(kept.failure);
    }
    const end = await acts.act(how, session, row.id);
    if (end === 'done') keep({ query: '', view: home });
    if (remember !== null) reload();
  };
  return (
    <ChooseView
      session={session}
      credential={credential}
      act={how}
      place={listPlace({ kept, keep, view, still: acts.running })}
      onChoose={(row, rememberAt) => void choose(row, rememberAt)}
      onBack={onBack}
      busy={acts.busy !== null}
      notice={acts.notice ?? (acts.acted ? null : whyAgain(front))}
    />
  );
}

function Credential({ kept, keep, view, onBack }: PartProps<'credential'>) {
  const { entries } = usePopup();
  const credential = credentialOf(view.entryId, entries);
  if (credential === null)
    return (
      <FailureBanner failure={{ code: 'entry-not-found' }} action={{ text: text('popupBack'), onClick: onBack }} />
    );
  return (
    <CredentialView
      credential={credential}
      passwordId={view.passwordId}
      place={listPlace({ kept, keep, view })}
      onPassword={(passwordId) => keep({ view: { ...view, passwordId } })}
      onBack={onBack}
    />
  );
}

/** The view where the person is, with its acts. */
export function Views({ kept, keep }: ViewsProps) {
  const acts = useActs(kept);
  const { say } = acts;
  const onBack = useCallback(() => {
    say(null);
    keep({ view: home });
  }, [say, keep]);
  const { view } = kept;
  const props = { kept, keep, acts, onBack };
  if (view.at === 'choose') return <Choose {...props} view={view} />;
  if (view.at === 'page') return <Page {...props} view={view} />;
  if (view.at === 'credential') return <Credential {...props} view={view} />;
  return <Home {...props} view={view} />;
}
