import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '../texts/text.ts';
import { keyText } from '../ui/key-text.ts';
import { movedBy } from '../ui/list-keys.ts';
import { ShownText } from '../ui/shown-text.tsx';
import { type ChoiceRow, nameOf } from './home-rows.ts';
import { type Deed, deedKeys, deedsOf, deedWord } from './row-deeds.ts';
import { ViewHeading } from './view-heading.tsx';

interface RowMenuProps {
  readonly row: ChoiceRow;
  readonly onDeed: (deed: Deed) => void;
  readonly onClose: () => void;
}

/** Where a key moves among the items; null: it does not. */
function itemAt(key: string, index: number, count: number): number | null {
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : movedBy(key, index, count);
}

/** Everything that can be done with one row, in the place of the list. */
export function RowMenu({ row, onDeed, onClose }: RowMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [index, setIndex] = useState(0);
  const deeds = deedsOf(row);
  const name = nameOf(row);
  useLayoutEffect(() => {
    menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]')[index]?.focus();
  }, [index]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = itemAt(event.key, index, deeds.length);
    if (next === null) return;
    event.preventDefault();
    setIndex(next);
  };
  return (
    <>
      <ViewHeading title={name} onBack={onClose}>
        {text('popupActions')}
      </ViewHeading>
      <div
        ref={menu}
        class="row-menu"
        role="menu"
        tabIndex={-1}
        aria-label={text('popupActionsOf', name)}
        onKeyDown={onKeyDown}
      >
        {deeds.map((deed, at) => (
          <button
            key={deed}
            type="button"
            class="row-menu-item"
            role="menuitem"
            tabIndex={at === index ? 0 : -1}
            aria-label={deedWord(deed)}
            aria-keyshortcuts={deedKeys[deed]}
            onFocus={() => setIndex(at)}
            onClick={() => onDeed(deed)}
          >
            <ShownText text={deedWord(deed)} />
            {deedKeys[deed] !== undefined && <kbd>{keyText(deedKeys[deed])}</kbd>}
          </button>
        ))}
      </div>
    </>
  );
}
