import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { ChallengeId } from '../domain/http-challenge.ts';
import type { EntryId, PasswordId } from '../domain/ids.ts';
import { noMarks } from '../domain/marks.ts';
import type {
  CredentialEntryView,
  EntryView,
  FrontPage,
  SessionEntryView,
  WaitingChallenge,
} from '../messaging/contract.ts';
import { PickList } from '../popup/pick-list.tsx';
import { PopupContext } from '../popup/popup-context.ts';
import { ReasonForm } from '../popup/reason-form.tsx';
import { useReasonedAsk } from '../popup/use-reasoned-ask.ts';
import { useWatchedAsk } from '../popup/use-unlocked.ts';
import { ViewHeading } from '../popup/view-heading.tsx';
import { text } from '../texts/text.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { organizationText } from '../ui/organization-text.ts';
import { ShownParts } from '../ui/shown-text.tsx';
import { type Choice, Choices } from './choices.tsx';
import type { Waiting } from './use-waiting.ts';

interface AnsweringProps {
  readonly id: ChallengeId;
  readonly challenge: WaitingChallenge;
  readonly look: Waiting['look'];
  readonly onLocked: () => Promise<void>;
}

/** Nothing that this window does changes an entry. */
const reload = (): void => undefined;

/** This window fills no page. */
const noPage: FrontPage = {
  tabId: null,
  origin: null,
  sessions: [],
  choosing: null,
  lastOutcome: null,
  workingFor: null,
  pinned: null,
  aim: null,
};

/** What the views of the popup work with beside, of no use here. */
const nothingElse = { reload, administrator: false, front: noPage, folders: [], marks: noMarks } as const;

/** The sessions that may answer, each with its credential entry. */
function choicesOf(entries: readonly EntryView[], sessions: readonly EntryId[]): readonly Choice[] {
  const credentialOf = (id: EntryId | null): CredentialEntryView | undefined =>
    entries.find((entry): entry is CredentialEntryView => entry.kind === 'credential' && entry.id === id);
  return sessions.flatMap((id) => {
    const session = entries.find((entry): entry is SessionEntryView => entry.kind === 'session' && entry.id === id);
    const credential = credentialOf(session?.credentialEntryId ?? null);
    return session === undefined || credential === undefined ? [] : [{ session, credential }];
  });
}

/** Asks the worker on behalf of this window: entries, and the one answer. */
function useAnswering({ id, look, onLocked }: AnsweringProps) {
  const watched = useWatchedAsk(onLocked);
  const { ask, question } = useReasonedAsk(watched);
  const [entries, setEntries] = useState<readonly EntryView[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busyId, setBusyId] = useState<EntryId | null>(null);
  useLayoutEffect(() => {
    void Promise.all([ask('entries.list', {}), look()]).then(([list]) =>
      list.ok ? setEntries(list.value.entries) : setFailure(list.failure),
    );
  }, [ask, look]);
  const answer = async (entryId: EntryId, passwordId: PasswordId | null): Promise<void> => {
    if (busyId !== null) return;
    setBusyId(entryId);
    setFailure(null);
    const answered = await ask('challenge.answer', { challengeId: id, entryId, passwordId });
    setBusyId(null);
    if (answered.ok) return window.close();
    setFailure(answered.failure);
  };
  return { ask, watched, question, entries, failure, setFailure, busyId, answer };
}

/** Chooses a session, and one of IT Glue's credentials where it always prompts. One session is a click, too. */
export function Answering(props: AnsweringProps) {
  const { challenge, onLocked } = props;
  const { ask, watched, question, entries, failure, setFailure, busyId, answer } = useAnswering(props);
  const [listOf, setListOf] = useState<Choice | null>(null);
  const [typed, setTyped] = useState('');
  const access = useMemo(() => ({ ...nothingElse, ask, onLocked, entries: entries ?? [] }), [ask, onLocked, entries]);
  if (entries === null) return failure === null ? null : <FailureBanner failure={failure} />;
  const choose = (choice: Choice): void => {
    setFailure(null);
    if (choice.credential.selection.mode === 'always-prompt') setListOf(choice);
    else void answer(choice.session.id, null);
  };
  const note = (
    <>
      {question !== null && <ReasonForm question={question} ask={watched} entries={entries} />}
      {failure !== null && <FailureBanner failure={failure} />}
    </>
  );
  if (listOf === null)
    return (
      <>
        {note}
        <Choices choices={choicesOf(entries, challenge.sessions)} busyId={busyId} onChoose={choose} />
      </>
    );
  return (
    <PopupContext.Provider value={access}>
      <ViewHeading title={text('chooserGlueCredentialsList')} onBack={() => setListOf(null)}>
        <ShownParts parts={[organizationText(listOf.credential), listOf.session.name]} />
      </ViewHeading>
      <PickList
        credential={listOf.credential}
        entryId={listOf.session.id}
        origin={challenge.origin}
        typed={typed}
        onTyped={setTyped}
        onChoose={(row) =>
          row.vaulted ? setFailure({ code: 'password-vaulted' }) : void answer(listOf.session.id, row.id)
        }
        busy={busyId !== null}
      >
        {note}
      </PickList>
    </PopupContext.Provider>
  );
}
