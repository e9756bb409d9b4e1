/*
 * Properties and methods as the platform has them. A field named `parentElement` or `getAttribute` hides that of its
 * form, and an image named `querySelectorAll` that of its document, from scripts in any world; a prototype has no names.
 */

type Given<M> = M extends (...given: infer G) => unknown ? G : never;
type Got<M> = M extends (...given: never) => infer G ? G : never;

const { call } = Function.prototype;

/** Reads a property of the platform. */
export const getter = <T extends object, K extends keyof T>(prototype: T, name: K): ((of: T) => T[K]) =>
  call.bind(Object.getOwnPropertyDescriptor(prototype, name)?.get ?? call);

const method = <T extends object, K extends keyof T>(
  prototype: T,
  name: K,
): ((of: T, ...given: Given<T[K]>) => Got<T[K]>) => call.bind(prototype[name] as () => Got<T[K]>);

const { prototype: node } = Node;
const { prototype: element } = Element;
const { prototype: page } = Document;
const { prototype: fragment } = DocumentFragment;

export const kindOf = getter(node, 'nodeType');
export const parentOf = getter(node, 'parentElement');
export const previousOf = getter(node, 'previousSibling');
export const textOf = getter(node, 'textContent');
export const pageOf = getter(node, 'ownerDocument') as (of: Element) => Document;
export const baseOf = getter(node, 'baseURI');
export const rootOf = method(node, 'getRootNode');
export const contains = method(node, 'contains');

export const nameOf = getter(element, 'localName');
export const namespaceOf = getter(element, 'namespaceURI');
export const shadowOf = getter(element, 'shadowRoot');
export const slotOf = getter(element, 'assignedSlot');
export const attribute = method(element, 'getAttribute');
export const hasAttribute = method(element, 'hasAttribute');
export const matches = method(element, 'matches');
export const boxOf = method(element, 'getBoundingClientRect');
export const isRendered = method(element, 'checkVisibility');

export const addressOf = getter(page, 'URL');
export const titleOf = getter(page, 'title');
export const bodyOf = getter(page, 'body');
export const topOf = getter(page, 'documentElement');
export const viewOf = getter(page, 'defaultView');
export const animationsOf = method(page, 'getAnimations');
export const walkerOf = method(page, 'createTreeWalker');

/** Not every browser knows of prerendering; an image of that name must not say so. */
export const isPrerendered = (of: Document): boolean => Reflect.get(page, 'prerendering', of) === true;

export const requestSubmit = method(HTMLFormElement.prototype, 'requestSubmit');

export type Tree = Document | ShadowRoot;

const ofPage = {
  all: method(page, 'querySelectorAll'),
  at: method(page, 'elementsFromPoint'),
  id: method(page, 'getElementById'),
};
const ofElement = method(element, 'querySelectorAll');
const ofFragment = method(fragment, 'querySelectorAll');

const isPage = (tree: Node): tree is Document => kindOf(tree) === Node.DOCUMENT_NODE;
const isElement = (tree: Node): tree is Element => kindOf(tree) === Node.ELEMENT_NODE;

/** What a selector finds within an element, a document or a shadow root. */
export const queryAll = (within: Tree | Element, selectors: string): NodeListOf<Element> =>
  isElement(within)
    ? ofElement(within, selectors)
    : isPage(within)
      ? ofPage.all(within, selectors)
      : ofFragment(within, selectors);

/** The elements at a point, as far as they take clicks; the topmost first. */
export const elementsAt = (tree: Tree, x: number, y: number): readonly Element[] =>
  isPage(tree) ? ofPage.at(tree, x, y) : tree.elementsFromPoint(x, y);

export const elementById = (tree: Tree, id: string): Element | null =>
  isPage(tree) ? ofPage.id(tree, id) : tree.getElementById(id);
