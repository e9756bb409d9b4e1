import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { EntryId, PasswordId } from '../domain/ids.ts';
import type { ask as askWorker } from '../messaging/client.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { failureText } from '../ui/failure-text.ts';
import type { OutcomeText } from '../ui/outcome-text.ts';
import { usePopup } from './popup-context.ts';

/** Which password is meant: of a credential entry, and of its list where it always prompts. */
export interface PasswordRef {
  readonly entryId: EntryId;
  readonly passwordId: PasswordId | null;
}

/** How long a revealed password is shown. */
export const revealSeconds = 20;

type Ask = typeof askWorker;

export const failed = (failure: Failure): OutcomeText => ({ kind: 'error', ...failureText(failure) });

export const notWritten = (): OutcomeText => ({
  kind: 'error',
  sentence: text('popupNotCopied'),
  nextStep: text('popupNotCopiedNext'),
});

/** Puts a text on the clipboard; false where the browser refuses. */
export async function writeClipboard(copied: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(copied);
    return true;
  } catch {
    return false;
  }
}

/**
 * Hands a secret to the clipboard, and says how that went. That it is cleared again is settled before it is there: a popup
 * may be closed between the two.
 */
export async function copySecret(ask: Ask, secret: string): Promise<OutcomeText> {
  const clearing = await ask('clipboard.clearLater', {});
  if (!clearing.ok) return failed(clearing.failure);
  if (!(await writeClipboard(secret))) return notWritten();
  const seconds = Math.max(1, Math.round((clearing.value.clearAt - Date.now()) / 1000));
  return { kind: 'ok', sentence: plural('popupCopiedSeconds', seconds), nextStep: null };
}

/** Fetches the value, hands it to the clipboard and lets go of it. */
async function copyPassword(ask: Ask, which: PasswordRef): Promise<OutcomeText> {
  const answer = await ask('credential.reveal', { ...which, purpose: 'copy' });
  return answer.ok ? copySecret(ask, answer.value.password) : failed(answer.failure);
}

/** Revealing for a short look, and copying. A value is in no state but while it is shown. */
export function usePassword(which: PasswordRef) {
  const { ask } = usePopup();
  const [value, setValue] = useState<string | null>(null);
  const [busy, setBusy] = useState<'reveal' | 'copy' | null>(null);
  const [notice, setNotice] = useState<OutcomeText | null>(null);
  const here = useRef(true);
  const hide = (): void => setValue(null);
  useLayoutEffect(() => {
    here.current = true;
    window.addEventListener('pagehide', hide);
    return () => {
      here.current = false;
      window.removeEventListener('pagehide', hide);
    };
  }, []);
  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(hide, revealSeconds * 1000);
    return () => clearTimeout(timer);
  }, [value]);
  const reveal = async (): Promise<void> => {
    if (busy !== null) return;
    setBusy('reveal');
    setNotice(null);
    const answer = await ask('credential.reveal', { ...which, purpose: 'reveal' });
    if (!here.current) return;
    setBusy(null);
    if (answer.ok) setValue(answer.value.password);
    else setNotice(failed(answer.failure));
  };
  const copy = async (): Promise<void> => {
    if (busy !== null) return;
    setBusy('copy');
    setNotice(null);
    const end = await copyPassword(ask, which);
    if (!here.current) return;
    setBusy(null);
    setNotice(end);
  };
  return { value, busy, notice, reveal, copy, hide };
}
