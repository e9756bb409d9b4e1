/** Where each row begins, and after them where the last one ends. */
export function edgesOf<Item>(items: readonly Item[], heightOf: (item: Item) => number): readonly number[] {
  let edge = 0;
  const edges = [0];
  for (const item of items) {
    edge += heightOf(item);
    edges.push(edge);
  }
  return edges;
}

/** The row that a place in the list falls on. */
export function rowAt(edges: readonly number[], place: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}
