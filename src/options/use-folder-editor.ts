import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../domain/failure.ts';
import type { FolderView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { createDrafts, type KeptTyping, useDraft } from './draft.ts';
import { focusField } from './focus-field.ts';
import { type FolderDraft, folderInput } from './folder-draft.ts';
import { hrefOf } from './route.ts';
import { useVault } from './vault-context.ts';

const drafts = createDrafts<FolderDraft>('folder');

interface FolderEditing {
  readonly draft: FolderDraft;
  readonly kept: KeptTyping;
  readonly change: (next: Partial<FolderDraft>) => void;
  /** Whether saving was tried without a name. */
  readonly nameless: boolean;
  readonly failure: Failure | null;
  readonly waiting: boolean;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
}

/** Typing, checking and saving a folder. A failed save loses nothing. */
export function useFolderEditor(saved: FolderView | null, start: FolderDraft, reload: () => void): FolderEditing {
  const { ask, go } = useVault();
  const id = saved?.id ?? null;
  const { draft, kept, change, forget, reset } = useDraft(drafts, hrefOf({ page: 'folder', id }), start);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = async (): Promise<void> => {
    if (waiting) return;
    setTried(true);
    setFailure(null);
    if (draft.name.trim() === '') return focusField(form.current, 'name');
    setWaiting(true);
    const answer = await ask('folder.save', folderInput(draft, id));
    setWaiting(false);
    if (!answer.ok) return setFailure(answer.failure);
    forget();
    go('#/', { text: text(saved === null ? 'optionsWasAdded' : 'optionsWasSaved', answer.value.name) });
  };
  const discard = (): void => {
    reset();
    setFailure(null);
    reload();
  };
  const nameless = tried && draft.name.trim() === '';
  return { draft, kept, change, nameless, failure, waiting, form, save, discard };
}
