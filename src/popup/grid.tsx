// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by a virtual list, which no table can be
// biome-ignore-all lint/a11y/useFocusableInteractive: the search field keeps the focus and names the active row; the buttons in a row take it themselves
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface GridProps {
  readonly id: string;
  readonly label: string;
  readonly rows: number;
  readonly children: ComponentChildren;
}

/** The list below a search field (WAI-ARIA: combobox with grid popup), since its rows hold buttons. */
export function Grid({ id, label, rows, children }: GridProps) {
  return (
    <div class="list" id={id} role="grid" aria-label={label} aria-rowcount={rows}>
      {children}
    </div>
  );
}

/** The name of the rows that follow. */
export function GridHeading({ text }: { readonly text: string }) {
  return (
    <div class="group" role="row">
      <span role="columnheader">{text}</span>
    </div>
  );
}

interface GridRowProps {
  readonly id: string;
  readonly active: boolean;
  readonly onFocus: () => void;
  /** A right click on the row. */
  readonly onMenu: () => void;
  readonly children: ComponentChildren;
}

export function GridRow({ id, active, onFocus, onMenu, children }: GridRowProps) {
  // What becomes active may move the rows: not between the press and the release of a click, which would miss its button.
  const pressed = useRef(false);
  const released = (): void => {
    pressed.current = false;
  };
  return (
    <div
      id={id}
      class="row"
      role="row"
      aria-selected={active}
      onPointerDown={() => {
        pressed.current = true;
      }}
      onPointerUp={released}
      onPointerLeave={released}
      onFocusIn={() => {
        if (!pressed.current) onFocus();
      }}
      onClickCapture={onFocus}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu();
      }}
    >
      <div class="row-cell" role="gridcell">
        {children}
      </div>
    </div>
  );
}
