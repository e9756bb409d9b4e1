import { kindOf, nameOf, namespaceOf } from './native-dom.ts';

const html = 'http://www.w3.org/1999/xhtml';

const named =
  (name: string) =>
  (node: Node): boolean =>
    isElement(node) && nameOf(node) === name && namespaceOf(node) === html;

/*
 * What a node is, by its name and not by its class: elements of a frame are made by that frame's own classes, and
 * `instanceof` knows only those of this document.
 */
export const isElement = (node: Node): node is Element => kindOf(node) === Node.ELEMENT_NODE;
export const isText = (node: Node): node is Text => kindOf(node) === Node.TEXT_NODE;
export const isShadowRoot = (node: Node): node is ShadowRoot =>
  kindOf(node) === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
export const isInput = named('input') as (node: Node) => node is HTMLInputElement;
export const isForm = named('form') as (node: Node) => node is HTMLFormElement;
export const isLabel = named('label') as (node: Node) => node is HTMLLabelElement;
export const isButton = named('button') as (node: Node) => node is HTMLButtonElement;
