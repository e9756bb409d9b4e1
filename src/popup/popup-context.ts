import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Marks } from '../domain/marks.ts';
import type { ask } from '../messaging/client.ts';
import type { EntryView, FolderView, FrontPage } from '../messaging/contract.ts';

/** What every view of the unlocked popup works with. */
export interface PopupAccess {
  /** Asks the worker; an answer `locked` also leads to the unlock view. */
  readonly ask: typeof ask;
  /** Looks whether the vault is still unlocked. */
  readonly onLocked: () => Promise<void>;
  /** Whether it was unlocked with an administrator's passphrase. */
  readonly administrator: boolean;
  readonly front: FrontPage;
  readonly entries: readonly EntryView[];
  readonly folders: readonly FolderView[];
  readonly marks: Marks;
  /** Asks for entries and page anew. */
  readonly reload: () => void;
}

export const PopupContext = createContext<PopupAccess | null>(null);

export function usePopup(): PopupAccess {
  const access = useContext(PopupContext);
  if (access === null) throw new Error('Only views of the unlocked popup may ask for it.');
  return access;
}
