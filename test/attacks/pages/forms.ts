import type { Refusal } from '../../../src/domain/fill.ts';
import { loginForm, page } from './html.ts';

/** A login page whose form is wrong in one way, and what must be said of it. */
export interface BadForm {
  readonly name: string;
  readonly html: string;
  readonly refusal: Refusal;
}

const evil = 'https://evil.example/steal';

/** Forms that send a password where it must not go, or take one that is not the current one. */
export const badForms: readonly BadForm[] = [
  {
    name: 'an action on another origin',
    html: page(loginForm(`method="post" action="${evil}"`)),
    refusal: 'form-sends-elsewhere',
  },
  {
    name: 'an action hidden behind a field named action',
    html: page(
      loginForm(
        `method="post" action="${evil}"`,
        '<input type="hidden" name="action" value="/login"><input type="hidden" name="method" value="post">',
      ),
    ),
    refusal: 'form-sends-elsewhere',
  },
  {
    name: 'a relative action under a foreign base',
    html: page(loginForm('method="post" action="/login"'), '<base href="https://evil.example/">'),
    refusal: 'form-sends-elsewhere',
  },
  {
    name: 'a button with a foreign formaction',
    html: page(loginForm('method="post" action="/login"', `<button formaction="${evil}">Continue</button>`)),
    refusal: 'form-sends-elsewhere',
  },
  {
    name: 'a foreign button outside of the form',
    html: page(
      `${loginForm('id="f" method="post" action="/login"')}<button form="f" formaction="${evil}">Continue</button>`,
    ),
    refusal: 'form-sends-elsewhere',
  },
  {
    name: 'a script address',
    html: page(loginForm('method="post" action="javascript:void 0"')),
    refusal: 'form-sends-elsewhere',
  },
  {
    name: 'plain http behind an https page',
    html: page(loginForm('method="post" action="http://portal.northwind.example/"')),
    refusal: 'form-sends-elsewhere',
  },
  { name: 'GET', html: page(loginForm('method="get" action="/login"')), refusal: 'form-puts-values-in-address' },
  {
    name: 'an action without a method, which means GET',
    html: page(loginForm('action="/login"')),
    refusal: 'form-puts-values-in-address',
  },
  {
    name: 'a button that turns it into GET',
    html: page(loginForm('method="post" action="/login"', '<button formmethod="get">Continue</button>')),
    refusal: 'form-puts-values-in-address',
  },
  {
    name: 'a second current password',
    html: page(loginForm(undefined, '<input type="password" name="secondary">')),
    refusal: 'several-password-fields',
  },
  {
    name: 'twenty passwords',
    html: page(loginForm(undefined, '<input type="password">'.repeat(19))),
    refusal: 'several-password-fields',
  },
  {
    name: 'a new password',
    html: page(loginForm(undefined, '<input type="password" autocomplete="new-password">')),
    refusal: 'new-password-field',
  },
];
