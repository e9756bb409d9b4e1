import { useRef } from 'preact/hooks';
import { movedBy } from '../ui/list-keys.ts';
import type { ChoiceRow } from './home-rows.ts';
import type { KeptPlace } from './kept-view.ts';
import { usePopup } from './popup-context.ts';

interface Question {
  readonly choices: readonly ChoiceRow[];
  readonly query: string;
  readonly place: KeptPlace | null;
  readonly onPlace: (place: KeptPlace) => void;
}

/** The row that Enter means. It follows its entry, not its number, and starts anew with another search or page. */
export function useRowInFront({ choices, query, place, onPlace }: Question) {
  const { origin } = usePopup().front;
  const here = place?.query === query && place.origin === origin ? place : null;
  const [first] = choices;
  // Enter on an untouched popup fills the page in front, but never opens some site or other.
  const eager = query.trim() !== '' || (first?.kind === 'session' && first.here);
  // What is for this page stays what Enter means when the popup is opened again, wherever the last look ended.
  const opened = useRef(place);
  const ownFirst = query.trim() === '' && first?.kind === 'session' && first.here && place === opened.current;
  const found = ownFirst || here === null || here.row === null ? -1 : choices.findIndex(({ id }) => id === here.row);
  const index = found === -1 ? Math.min(eager ? 0 : -1, choices.length - 1) : found;
  const keepPlace = (change: Partial<KeptPlace>): void =>
    onPlace({ origin, query, row: here?.row ?? null, top: here?.top ?? 0, ...change });
  return {
    current: choices[index],
    /** Whether a person went to a row of this search. */
    moved: found !== -1,
    top: here?.top ?? 0,
    set: (row: ChoiceRow) => keepPlace({ row: row.id }),
    scrolled: (top: number) => keepPlace({ top }),
    /** Whether a key was one that moves in the list. */
    move(key: string): boolean {
      const next = movedBy(key, index, choices.length);
      const row = next === null ? undefined : choices[next];
      if (row !== undefined) keepPlace({ row: row.id });
      return row !== undefined;
    },
  };
}
