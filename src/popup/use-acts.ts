import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { PasswordId } from '../domain/ids.ts';
import type { CredentialEntryView, EntryView, RemoteEntryView, SessionEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { failureText } from '../ui/failure-text.ts';
import { endText, type OutcomeText } from '../ui/outcome-text.ts';
import { type GoOn, goOnAfter } from './go-on.ts';
import { handOver } from './hand-over.ts';
import { type KeptView, nothingKept, type SessionAct } from './kept-view.ts';
import { leave } from './panel.ts';
import { type PopupAccess, usePopup } from './popup-context.ts';
import { rememberView } from './use-kept-view.ts';

/** How the last act of this popup ended, and of which session. */
export interface ActNotice extends OutcomeText {
  readonly entryName: string;
  /** Goes on all the same, where a person has to say that this is meant. */
  readonly goOn?: GoOn;
}

/** `done`: the page was filled or opened, so the way there is at its end. */
export type ActEnd = 'done' | 'not-done';

export interface Acts {
  /** The session that is being filled, launched or handed over, or null. */
  readonly busy: SessionEntryView | RemoteEntryView | null;
  readonly notice: ActNotice | null;
  /** Whether one is running at this moment, be it shown yet or not: then what the popup opens on next is not to be kept. */
  readonly running: () => boolean;
  /** Something was done since the popup opened: how an earlier fill ended is no news any more. */
  readonly acted: boolean;
  readonly say: (notice: ActNotice | null) => void;
  readonly act: (
    how: SessionAct,
    session: SessionEntryView,
    passwordId: PasswordId | null,
    otherClient?: true,
  ) => Promise<ActEnd>;
  /** Launches an RDP, SSH or VNC session in its own program. */
  readonly remote: (entry: RemoteEntryView, passwordId: PasswordId | null) => Promise<ActEnd>;
}

type Busy = SessionEntryView | RemoteEntryView;

const linkedTo = ({ credentialEntryId }: Busy, entries: readonly EntryView[]): CredentialEntryView | null =>
  entries.find(
    (entry): entry is CredentialEntryView => entry.kind === 'credential' && entry.id === credentialEntryId,
  ) ?? null;

/** How an act ended, with the failure behind it where there is one. */
type Ending = OutcomeText & { readonly failure?: Failure };

const refusal = (failure: Failure): Ending => ({ kind: 'error', ...failureText(failure), failure });

const refusedNotice = (entry: Busy, failure: Failure, goOn?: GoOn): ActNotice => ({
  kind: 'error',
  ...failureText(failure),
  entryName: entry.name,
  ...(goOn === undefined ? {} : { goOn }),
});

async function fill(
  { ask, front, onLocked, reload }: PopupAccess,
  session: SessionEntryView,
  passwordId: PasswordId | null,
  otherClient?: true,
): Promise<Ending> {
  if (front.tabId === null) return refusal({ code: 'no-page' });
  const sure = otherClient === undefined ? {} : { otherClient };
  // A field was right-clicked, and only its session was still to be chosen.
  const aimed = front.aim === null ? {} : { intoField: true };
  const answer = await ask('page.fill', { entryId: session.id, passwordId, tabId: front.tabId, ...sure, ...aimed });
  const end = answer.ok ? answer.value.end : { failure: answer.failure };
  // It may have locked while IT Glue was being asked: then the end says so, not the answer.
  if (answer.ok && 'failure' in end && end.failure.code === 'locked') await onLocked();
  // Then the list is to be shown, or the field waits no longer: the worker says so with the page.
  if (front.aim !== null || ('failure' in end && end.failure.code === 'remembered-gone')) reload();
  return 'failure' in end ? refusal(end.failure) : endText(end);
}

async function launch({ ask }: PopupAccess, session: SessionEntryView, passwordId: PasswordId | null): Promise<Ending> {
  const answer = await ask('session.launch', { entryId: session.id, passwordId });
  if (!answer.ok) return refusal(answer.failure);
  return {
    kind: 'ok',
    sentence: text('popupOpened', session.origin ?? session.name),
    nextStep: text('popupFilledWhenItsSignPage'),
  };
}

/** One act at a time, with what the popup keeps and shows of it; null: another one was running. */
function useRunning(kept: KeptView) {
  const [busy, setBusy] = useState<Busy | null>(null);
  const [notice, say] = useState<ActNotice | null>(null);
  const [acted, setActed] = useState(false);
  const running = useRef(false);
  const run = async <End extends OutcomeText>(entry: Busy, work: () => Promise<End>, leaves: boolean) => {
    if (running.current) return null;
    running.current = true;
    setBusy(entry);
    setActed(true);
    say(null);
    // The popup may be closed before the answer arrives, by the opened tab at the latest: next time it begins anew,
    // unless nothing was opened or filled.
    void rememberView(nothingKept);
    const end = await work();
    if (end.kind !== 'ok') void rememberView(kept);
    // Firefox leaves the popup open over the new tab, where it would cover the page that is being filled.
    else if (leaves) leave();
    running.current = false;
    setBusy(null);
    return end;
  };
  return { busy, notice, say, acted, run, running: () => running.current };
}

/** Fill, launch and hand-over, one at a time. */
export function useActs(kept: KeptView): Acts {
  const access = usePopup();
  const { run, ...shown } = useRunning(kept);
  const act: Acts['act'] = async (how, session, passwordId, otherClient) => {
    const work = () =>
      how === 'fill' ? fill(access, session, passwordId, otherClient) : launch(access, session, passwordId);
    const ended = await run(session, work, how === 'launch');
    if (ended === null) return 'not-done';
    const { failure, ...end } = ended;
    const said = (failed: Failure, goOn?: GoOn): void => shown.say(refusedNotice(session, failed, goOn));
    const credential = access.administrator ? linkedTo(session, access.entries) : null;
    const again = (sure?: true) => void act(how, session, passwordId, sure);
    if (failure === undefined) shown.say({ ...end, entryName: session.name });
    else said(failure, goOnAfter(failure, { session, passwordId }, { ask: access.ask, credential, again, say: said }));
    return end.kind === 'ok' ? 'done' : 'not-done';
  };
  const remote: Acts['remote'] = async (entry, passwordId) => {
    // It stays open: what it says of the clipboard is to be read.
    const ended = await run(entry, () => handOver(access, entry, passwordId), false);
    if (ended === null) return 'not-done';
    const { failure, ...end } = ended;
    const said = (failed: Failure, goOn?: GoOn): void => shown.say(refusedNotice(entry, failed, goOn));
    const again = () => void remote(entry, passwordId);
    if (failure === undefined) shown.say({ ...end, entryName: entry.name });
    else
      said(
        failure,
        goOnAfter(failure, { session: entry, passwordId }, { ask: access.ask, credential: null, again, say: said }),
      );
    return failure === undefined ? 'done' : 'not-done';
  };
  return { ...shown, act, remote };
}
