/** Asks once for each element, and remembers: for as long as nothing of the page can change. */
export function once<T>(ask: (element: Element) => T): (element: Element) => T {
  const known = new Map<Element, { readonly answer: T }>();
  return (element) => {
    const found = known.get(element) ?? { answer: ask(element) };
    known.set(element, found);
    return found.answer;
  };
}
