import { useRef, useState } from 'preact/hooks';
import type { PasswordId } from '../domain/ids.ts';
import type { ask as askWorker } from '../messaging/client.ts';
import type { FrontPage, SessionEntryView } from '../messaging/contract.ts';
import { failureText } from '../ui/failure-text.ts';
import { endText, type OutcomeText } from '../ui/outcome-text.ts';
import type { SessionAct } from './kept-view.ts';

/** How the last act of this popup ended, and of which session. */
export interface ActNotice extends OutcomeText {
  readonly entryName: string;
}

/** `done`: the page was filled or opened, so the way there is at its end. */
export type ActEnd = 'done' | 'not-done';

export interface Acts {
  /** The session that is being filled or launched, or null. */
  readonly busy: SessionEntryView | null;
  readonly notice: ActNotice | null;
  readonly say: (notice: ActNotice | null) => void;
  readonly act: (how: SessionAct, session: SessionEntryView, passwordId: PasswordId | null) => Promise<ActEnd>;
}

type Ask = typeof askWorker;

async function fill(
  ask: Ask,
  front: FrontPage,
  session: SessionEntryView,
  passwordId: PasswordId | null,
): Promise<OutcomeText> {
  if (front.tabId === null) return { kind: 'error', ...failureText({ code: 'no-page' }) };
  const answer = await ask('page.fill', { entryId: session.id, passwordId, tabId: front.tabId });
  return endText(answer.ok ? answer.value.end : { failure: answer.failure });
}

async function launch(ask: Ask, session: SessionEntryView, passwordId: PasswordId | null): Promise<OutcomeText> {
  const answer = await ask('session.launch', { entryId: session.id, passwordId });
  if (!answer.ok) return { kind: 'error', ...failureText(answer.failure) };
  return {
    kind: 'ok',
    sentence: `Opened ${session.origin}.`,
    nextStep: 'It is filled when its sign-in page is there.',
  };
}

/** Fill and launch, one at a time. */
export function useActs(ask: Ask, front: FrontPage | null): Acts {
  const [busy, setBusy] = useState<SessionEntryView | null>(null);
  const [notice, say] = useState<ActNotice | null>(null);
  const running = useRef(false);
  const act: Acts['act'] = async (how, session, passwordId) => {
    if (running.current || front === null) return 'not-done';
    running.current = true;
    setBusy(session);
    say(null);
    const end = await (how === 'fill' ? fill(ask, front, session, passwordId) : launch(ask, session, passwordId));
    running.current = false;
    setBusy(null);
    say({ ...end, entryName: session.name });
    return end.kind === 'ok' ? 'done' : 'not-done';
  };
  return { busy, notice, say, act };
}
