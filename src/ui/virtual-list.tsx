import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { edgesOf, rowAt } from './list-edges.ts';
import { useNewest } from './use-newest.ts';

interface VirtualListProps<Item> {
  readonly items: readonly Item[];
  /** Pixels; every row has this height that `heightOf` gives no other. */
  readonly rowHeight: number;
  readonly heightOf?: (item: Item) => number;
  readonly keyOf: (item: Item) => string;
  readonly renderRow: (item: Item, index: number) => ComponentChildren;
  /** The row to keep in view; -1: none. */
  readonly active: number;
  /** How far it is scrolled at first, in pixels, and where it came to rest later. */
  readonly top?: number;
  readonly onTop?: ((top: number) => void) | undefined;
  /** For rows that hold nothing to focus: the list itself takes the focus under this name, so that keys can scroll it. */
  readonly scrollLabel?: string;
  /** Makes it the listbox itself; otherwise what it is to a screen reader is said around it. */
  readonly listbox?: { readonly id: string; readonly label: string; readonly busy?: boolean };
}

/** Rows beyond either end of the view that are drawn for the next turn of the wheel. */
const overscan = 3;
const firstGuess = 320;

/** Scrolls a list as far as it must be for a row to be wholly in view; whether that was at all. */
function scrollTo(box: HTMLElement, top: number, end: number): boolean {
  const { scrollTop: before, clientHeight } = box;
  if (top < before) box.scrollTop = top;
  else if (end > before + clientHeight) box.scrollTop = end - clientHeight;
  return box.scrollTop !== before;
}

/** The part of a list that is in view, kept as it is scrolled and resized. */
function useView(box: RefObject<HTMLDivElement | null>) {
  const [view, setView] = useState({ top: 0, height: firstGuess });
  const look = (): void => {
    const { scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    const next = { top: scrollTop, height: clientHeight || firstGuess };
    setView((last) => (last.top === next.top && last.height === next.height ? last : next));
  };
  useLayoutEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(look);
    observer.observe(box.current);
    look();
    return () => observer.disconnect();
  }, []);
  return { view, look };
}

/** Puts a list where it was left, and says where it comes to rest. */
function useTop(box: RefObject<HTMLDivElement | null>, top: number, onTop: ((top: number) => void) | undefined): void {
  const say = useNewest((place: number) => onTop?.(place));
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    current.scrollTop = top;
    const onScrollEnd = (): void => say(current.scrollTop);
    current.addEventListener('scrollend', onScrollEnd);
    return () => current.removeEventListener('scrollend', onScrollEnd);
  }, []);
}

/** What the list is to a screen reader. */
const spokenOf = (listbox: VirtualListProps<unknown>['listbox'], scrollLabel: string | undefined) => ({
  ...(listbox && {
    role: 'listbox' as const,
    id: listbox.id,
    'aria-label': listbox.label,
    'aria-busy': listbox.busy === true,
    tabIndex: -1,
  }),
  ...(scrollLabel !== undefined && { role: 'region' as const, 'aria-label': scrollLabel, tabIndex: 0 }),
});

/** A list of rows whose heights are known, of which only those in view are in the document. */
export function VirtualList<Item>({
  items,
  rowHeight,
  heightOf,
  active,
  listbox,
  scrollLabel,
  ...props
}: VirtualListProps<Item>) {
  const box = useRef<HTMLDivElement>(null);
  const untouched = useRef(true);
  const { view, look } = useView(box);
  const edges = useMemo(() => edgesOf(items, heightOf ?? (() => rowHeight)), [items, heightOf, rowHeight]);
  useTop(box, props.top ?? 0, props.onTop);
  useLayoutEffect(() => {
    // A list that was left scrolled away from its active row is found so.
    const left = untouched.current && (props.top ?? 0) > 0;
    untouched.current = false;
    if (box.current === null || active < 0 || left) return;
    // Said with the row: at the end of the scrolling the popup may be closed already.
    if (scrollTo(box.current, edges[active] ?? 0, edges[active + 1] ?? 0)) props.onTop?.(box.current.scrollTop);
    look();
  }, [active, rowHeight, items.length]);
  const first = Math.max(0, rowAt(edges, view.top) - overscan);
  const last = Math.min(items.length, rowAt(edges, view.top + view.height) + 1 + overscan);
  return (
    <div ref={box} class="virtual-list" {...spokenOf(listbox, scrollLabel)} onScroll={look}>
      <div class="virtual-list-whole" style={{ height: `${edges.at(-1)}px` }}>
        {items.slice(first, last).map((item, offset) => (
          <div
            key={props.keyOf(item)}
            class="virtual-list-row"
            style={{
              height: `${(edges[first + offset + 1] ?? 0) - (edges[first + offset] ?? 0)}px`,
              transform: `translateY(${edges[first + offset]}px)`,
            }}
          >
            {props.renderRow(item, first + offset)}
          </div>
        ))}
      </div>
    </div>
  );
}
