import type { PasswordId } from '../domain/ids.ts';
import type { KeptView, PopupView } from './kept-view.ts';

/** Where a person is in a credentials list, and how another place is kept; a window that is never opened again keeps the text alone. */
export interface ListPlace {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  /** The row in front when the list was left; null: the first. */
  readonly row?: PasswordId | null;
  readonly onRow?: (row: PasswordId) => void;
  /** How far it was scrolled, in pixels. */
  readonly top?: number;
  readonly onTop?: (top: number) => void;
}

interface Place {
  readonly kept: KeptView;
  readonly keep: (change: Partial<KeptView>) => void;
  readonly view: Extract<PopupView, { readonly typed: string }>;
  /** Whether what the popup opens on next is not to be changed now. */
  readonly still?: () => boolean;
}

/** The place in the credentials list of a view, which is found again when the popup is opened again. */
export function listPlace({ kept, keep, view, still = () => false }: Place): ListPlace {
  const unlessStill = (change: Partial<KeptView>): void => {
    if (!still()) keep(change);
  };
  return {
    typed: view.typed,
    onTyped: (typed) => keep({ view: { ...view, typed }, listTop: 0 }),
    row: kept.listRow,
    onRow: (listRow) => unlessStill({ listRow }),
    top: kept.listTop,
    onTop: (listTop) => unlessStill({ listTop }),
  };
}
