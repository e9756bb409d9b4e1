import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { CredentialEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { focusField } from './focus-field.ts';
import { readQrImage } from './read-qr-image.ts';
import { useVault } from './vault-context.ts';

/** Typing, dropping, saving and removing the seed of an entry's one-time codes. A failed save loses nothing. */
export function useCodeSeed(entry: CredentialEntryView, reload: () => void) {
  const { ask } = useVault();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const type = (seed: string): void => {
    setTyped(seed);
    setProblem(null);
  };
  const read = async (file: Blob | undefined): Promise<void> => {
    if (file === undefined) return;
    const found = await readQrImage(file);
    if (found === null) setProblem(text('optionsNoQrCodeWasFound'));
    else type(found);
  };
  const send = async (seed: string | null): Promise<void> => {
    if (waiting) return;
    setFailure(null);
    setWaiting(true);
    const answer = await ask('credentialEntry.setCode', { entryId: entry.id, rev: entry.rev, seed });
    setWaiting(false);
    if (answer.ok) return reload();
    setFailure(answer.failure);
    if (answer.failure.code === 'seed-refused') focusField(form.current, 'seed');
  };
  const setCopy = async (copy: boolean): Promise<void> => {
    const answer = await ask('credentialEntry.setCodeCopy', { entryId: entry.id, rev: entry.rev, copy });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) reload();
  };
  return {
    typed,
    type,
    read,
    problem,
    failure,
    waiting,
    form,
    set: () => send(typed),
    setCopy,
    remove: () => send(null),
  };
}
