import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import { ask } from '../messaging/client.ts';
import type { BackupPreview, VaultStatus } from '../messaging/contract.ts';
import { focusField } from './focus-field.ts';

type Fault = 'file' | 'passphrase';

/** A backup on its way: chosen, looked at, restored. The passphrase lives in this form and dies with it. */
export function useRestore(onRestored: (status: VaultStatus) => void) {
  const [text, setText] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [preview, setPreview] = useState<BackupPreview | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const anew = <Value>(set: (value: Value) => void) => {
    return (value: Value): void => {
      set(value);
      setPreview(null);
      setFailure(null);
    };
  };
  const look = async (): Promise<void> => {
    const missing = text === null ? 'file' : passphrase === '' ? 'passphrase' : null;
    setFault(missing);
    if (text === null || missing !== null) return focusField(form.current, missing ?? 'file');
    setWaiting(true);
    const answer = await ask('backup.read', { text, passphrase });
    setWaiting(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setPreview(answer.value);
  };
  const restore = async (): Promise<void> => {
    if (text === null) return;
    setWaiting(true);
    const answer = await ask('backup.restore', { text, passphrase });
    setWaiting(false);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setPassphrase('');
    setPreview(null);
    onRestored(answer.value);
  };
  return {
    passphrase,
    preview,
    fault,
    failure,
    waiting,
    form,
    choose: anew<string | null>(setText),
    type: anew(setPassphrase),
    look,
    restore,
  };
}
