import { loginForm, page } from './html.ts';

/** A page that is large, deep or both. */
export interface HugePage {
  readonly name: string;
  readonly html: string;
}

const login = loginForm();
const times = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join('');

/** Five elements, among them none that is typed into. */
const article = (at: number): string =>
  `<article><h2>Headline ${at}</h2><p>Some text, <em>as long</em> as a paragraph is.</p><a href="#${at}">More</a></article>`;

/** A grid of inputs without a form, as a spreadsheet has them. */
const cells = (count: number): string =>
  `<table>${times(Math.ceil(count / 10), (row) => `<tr><th>Row ${row}</th>${times(10, (at) => `<td><input name="r${row}c${at}"></td>`)}</tr>`)}</table>`;

/** Puts open shadow roots into each other, as many as `depth`, and the body's markup into the innermost. */
const nested = (depth: number, inside: string): string =>
  `<div id="outermost"></div><script>
    let host = document.getElementById('outermost');
    for (let at = 1; at < ${depth}; at += 1) host = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const inside = document.createElement('template');
    inside.innerHTML = ${JSON.stringify(inside)};
    host.attachShadow({ mode: 'open' }).append(inside.content);
  </script>`;

/** A usual page that is long: about 5,000 elements around one login. */
export const longPage: HugePage = { name: '5,000 nodes', html: page(login + times(998, article)) };

/** A login beside a grid of inputs: 1,500 of them in all. */
export const gridPage: HugePage = { name: '1,500 inputs', html: page(login + cells(1_498)) };

export const inputsPage: HugePage = { name: '50,000 inputs', html: page(login + cells(50_000)) };

const manyForms = (inside: string): string =>
  times(10_000, (at) => `<form method="post" action="/${at}">${inside}</form>`);

/** Nothing to type into but one login. */
export const emptyFormsPage: HugePage = {
  name: '10,000 forms without fields',
  html: page(login + manyForms('<button>Go</button>')),
};

export const formsPage: HugePage = {
  name: '10,000 forms',
  html: page(manyForms('<input name="user"><input type="password" name="password"><button>Sign in</button>')),
};

export const deepPage: HugePage = { name: '500-deep shadow trees', html: page(nested(500, login)) };

/** Every input a password of its own, and all of them far down. */
export const passwordsPage: HugePage = {
  name: '1,900 passwords without a form, 400 deep',
  html: page(
    `<script>
      let at = document.body;
      for (let deep = 0; deep < 400; deep += 1) at = at.appendChild(document.createElement('div'));
      for (let each = 0; each < 1900; each += 1)
        at.appendChild(document.createElement('p')).appendChild(document.createElement('input')).type = 'password';
    </script>`,
  ),
};

/** A form of its own for each of 900 logins, with words that speak of logging in: each has to be weighed. */
export const loginsPage: HugePage = {
  name: '900 logins',
  html: page(
    times(
      900,
      (at) =>
        `<form method="post" action="/${at}"><h2>Sign in</h2><p><label>User name <input name="user${at}"></label></p><p><label>Password <input type="password"></label></p><a href="#">Forgot your password?</a><button>Sign in</button></form>`,
    ),
  ),
};

/** A million characters that every field names as its label. */
export const labelPage: HugePage = {
  name: '1,500 fields with one label of a million characters',
  html: page(
    `<form method="post" action="/login">${times(1_500, (at) => `<input name="f${at}" type="password" aria-labelledby="all">`)}<div id="all">${times(100_000, () => '<b>ten chars.</b>')}</div><button>Go</button></form>`,
  ),
};

/** See-through layers over the login, each of which has to be looked through. */
export const layersPage: HugePage = {
  name: '5,000 see-through layers',
  html: page(login + times(5_000, () => '<div style="position:fixed;inset:0"></div>')),
};
