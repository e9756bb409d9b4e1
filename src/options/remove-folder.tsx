import { useEffect, useRef } from 'preact/hooks';
import type { FolderView } from '../messaging/contract.ts';
import { text } from '../texts/text.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { pathOfFolder } from './folder-path.ts';
import type { EntryActs } from './use-entry-acts.tsx';

interface RemoveFolderProps {
  readonly folder: FolderView;
  readonly acts: EntryActs;
  readonly onKeep: () => void;
}

/** Asks what becomes of what is in a folder. Either can be taken back. */
export function RemoveFolder({ folder, acts, onKeep }: RemoveFolderProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), [folder.id]);
  const up = pathOfFolder(acts.folders, folder.parentId) ?? text('optionsTop');
  return (
    <Banner kind="warning">
      <p>
        <strong>{text('optionsDeleteFolderAsk', folder.name)}</strong> {text('optionsDeleteFolderHint', up)}
      </p>
      <div class="actions">
        <Button buttonRef={first} onClick={() => void acts.removeFolder(folder, 'move-up')}>
          {text('optionsDeleteFolderMoveUp')}
        </Button>
        <Button kind="danger" onClick={() => void acts.removeFolder(folder, 'delete')}>
          {text('optionsDeleteFolderWithAll')}
        </Button>
        <Button kind="quiet" onClick={onKeep}>
          {text('optionsKeep')}
        </Button>
      </div>
    </Banner>
  );
}
