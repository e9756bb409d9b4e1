import { useState } from 'preact/hooks';
import type { FolderId } from '../domain/ids.ts';
import { plural } from '../texts/plural.ts';
import { text } from '../texts/text.ts';
import { Button } from '../ui/button.tsx';
import { BulkDelete } from './bulk-delete.tsx';
import { BulkLink } from './bulk-link.tsx';
import { type Chosen, type LinkableView, withHeld } from './entry-deeds.ts';
import { FolderChoice } from './folder-choice.tsx';
import { pathOfFolder } from './folder-path.ts';
import type { EntryActs } from './use-entry-acts.tsx';

interface BulkBarProps {
  readonly chosen: Chosen;
  readonly acts: EntryActs;
  readonly onEnd: () => void;
}

function BulkMove({ chosen, acts, onEnd }: BulkBarProps) {
  const [to, setTo] = useState<FolderId | null>(null);
  const name = pathOfFolder(acts.folders, to) ?? text('optionsTop');
  const inheriting = chosen.entries.filter((entry) => entry.inheritsPermissions === true).length;
  const move = async (): Promise<void> => {
    if (await acts.move(chosen, to, name)) onEnd();
  };
  return (
    <div class="bulk-part">
      <FolderChoice
        label={text('optionsMoveToFolder')}
        folders={acts.folders}
        chosen={to}
        onChange={setTo}
        hint={inheriting === 0 ? text('optionsMoveHint') : plural('optionsMoveInheriting', inheriting)}
      />
      <Button kind="primary" onClick={() => void move()}>
        {text('optionsMove')}
      </Button>
    </div>
  );
}

const isSession = (entry: Chosen['entries'][number]): entry is LinkableView => entry.kind !== 'credential';

type Part = 'move' | 'link' | 'delete' | null;

/** What can be done with all that is chosen. Each of it can be taken back. */
export function BulkBar({ chosen, acts, onEnd }: BulkBarProps) {
  const [part, setPart] = useState<Part>(null);
  const { entries, folders } = chosen;
  const mine = entries.every(({ rights }) => rights.edit);
  const sessions = entries.filter(isSession);
  const linkable = mine && folders.length === 0 && sessions.length === entries.length;
  const held = withHeld({ entries: [], folders }, acts).entries.length;
  const remove = async (): Promise<void> => {
    if (await acts.removeSeveral(chosen)) onEnd();
  };
  const open = (next: Part): void => setPart(part === next ? null : next);
  return (
    <section class="bulk card" aria-label={text('optionsChosen')}>
      <div class="actions">
        <strong role="status">{plural('optionsChosenCount', entries.length + folders.length)}</strong>
        {acts.administrator && (
          <Button pressed={part === 'move'} onClick={() => open('move')}>
            {text('optionsMoveToFolderAct')}
          </Button>
        )}
        <Button disabled={!linkable} pressed={part === 'link'} onClick={() => open('link')}>
          {text('optionsLinkTo')}
        </Button>
        <Button
          disabled={!mine || (folders.length > 0 && !acts.administrator)}
          onClick={() => (held > 0 ? open('delete') : void remove())}
        >
          {text('optionsDeleteChosen')}
        </Button>
        <Button kind="quiet" onClick={onEnd}>
          {text('optionsSelectNone')}
        </Button>
      </div>
      {part === 'delete' && held > 0 && (
        <BulkDelete held={held} onDelete={() => void remove()} onKeep={() => setPart(null)} />
      )}
      {part === 'move' && <BulkMove chosen={chosen} acts={acts} onEnd={onEnd} />}
      {part === 'link' && linkable && <BulkLink sessions={sessions} acts={acts} onEnd={onEnd} />}
    </section>
  );
}
