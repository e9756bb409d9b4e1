import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { RemoteEntryView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { createDrafts, type KeptTyping, useDraft } from './draft.ts';
import { focusField } from './focus-field.ts';
import { faultyRemoteField, type RemoteDraft, remoteInput } from './remote-draft.ts';
import { useVault } from './vault-context.ts';

const drafts = createDrafts<RemoteDraft>('remote');

export interface RemoteEditing {
  readonly draft: RemoteDraft;
  /** It began with what was typed into it another time. */
  readonly kept: KeptTyping;
  readonly change: (next: Partial<RemoteDraft>) => void;
  /** Whether saving was tried, so that faults are shown where they are. */
  readonly strict: boolean;
  readonly failure: Failure | null;
  readonly waiting: boolean;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly save: () => void;
  readonly discard: () => void;
}

/** Typing, checking and saving a remote session. `key` names its draft. */
export function useRemoteEditor(
  key: string,
  saved: RemoteEntryView | null,
  start: RemoteDraft,
  reload: () => void,
): RemoteEditing {
  const { ask, go } = useVault();
  const { draft, kept, change, forget, reset } = useDraft(drafts, key, start);
  const [strict, setStrict] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const send = async (): Promise<void> => {
    setWaiting(true);
    const answer = await ask('remoteEntry.save', remoteInput(draft, saved?.id ?? null));
    setWaiting(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      if (answer.failure.code === 'host-refused') focusField(form.current, 'host');
      return;
    }
    forget();
    go('#/', { text: text('optionsRemoteSaved', answer.value.name) });
    if (saved !== null) reload();
  };
  const save = (): void => {
    if (waiting) return;
    const faulty = faultyRemoteField(draft);
    setStrict(true);
    setFailure(null);
    if (faulty === null) void send();
    else focusField(form.current, faulty);
  };
  const discard = (): void => {
    reset();
    setFailure(null);
    reload();
  };
  return { draft, kept, change, strict, failure, waiting, form, save, discard };
}
