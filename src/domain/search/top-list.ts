/** Keeps the best of many without sorting them all. */
export interface TopList<Item> {
  readonly add: (item: Item) => void;
  /** The best first. */
  readonly items: readonly Item[];
}

/** `order` as for sorting: negative where the first is better. */
export function topList<Item>(limit: number, order: (a: Item, b: Item) => number): TopList<Item> {
  const items: Item[] = [];
  const add = (item: Item): void => {
    const last = items[items.length - 1];
    if (last !== undefined && items.length >= limit && order(item, last) >= 0) return;
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (order(item, items[middle] as Item) < 0) high = middle;
      else low = middle + 1;
    }
    items.splice(low, 0, item);
    if (items.length > limit) items.pop();
  };
  return { add, items };
}
