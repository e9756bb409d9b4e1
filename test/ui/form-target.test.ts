import { describe, expect, it, vi } from 'vitest';
import { formTarget } from '../../src/content/form-target.ts';

vi.mock('../../src/content/native-dom.ts', async (original) => ({
  ...(await original<typeof import('../../src/content/native-dom.ts')>()),
  // The test's DOM keeps its address elsewhere than on the prototype.
  addressOf: () => location.href,
}));

const here = 'http://localhost:3000';
const elsewhere = { origin: null, refusal: 'form-sends-elsewhere' };

function targetOf(html: string) {
  document.body.innerHTML = html;
  // In browsers a field's name hides what its form has by that name; the test's DOM has to be told so.
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name]'))
    if (field.form !== null) Object.defineProperty(field.form, field.name, { value: field });
  return formTarget(document.forms[0] ?? null);
}

describe('formTarget', () => {
  it.each([
    ['its own page', '<form method="post"></form>', here],
    ['a path', '<form method="post" action="/login"></form>', here],
    ['another site', '<form method="post" action="https://sso.example/login"></form>', 'https://sso.example'],
    ['a script that takes it', '<form action="javascript:void(0)"></form>', here],
    ['a script that takes it, by its name', '<form action="#"></form>', here],
    [
      'where its button says, too',
      '<form method="post" action="/a"><button formaction="/b" formmethod="post">x</button></form>',
      here,
    ],
    [
      'where no button of it says otherwise',
      '<form method="post"><button type="button" formaction="https://evil.example/">x</button></form>',
      here,
    ],
    [
      'its own page, whatever the next form does',
      '<form method="post"></form><form method="post"><button formaction="https://evil.example/">x</button></form>',
      here,
    ],
  ])('SR-7: a form that sends to %s', (_what, html, origin) => {
    expect(targetOf(html)).toEqual({ origin, refusal: null });
  });

  it.each([
    ['one of its buttons', '<form method="post"><button formaction="https://evil.example/">x</button></form>'],
    [
      'a button of it that stands elsewhere',
      '<form id="f" method="post"></form><button form="f" formaction="https://evil.example/">x</button>',
    ],
    ['a picture of it', '<form method="post"><input type="image" formaction="https://evil.example/"></form>'],
    ['a script', '<form method="post" action="javascript:steal()"></form>'],
    ['data', '<form method="post" action="data:text/html,x"></form>'],
  ])('SR-7: a form that sends elsewhere by %s is refused', (_what, html) => {
    expect(targetOf(html)).toEqual(elsewhere);
  });

  it.each([
    ['itself', '<form action="/login"></form>'],
    ['itself, though a script could take it', '<form method="get"></form>'],
    ['one of its buttons', '<form method="post" action="/login"><button formmethod="get">x</button></form>'],
  ])('SR-7: a form that puts its values into the address by %s is refused', (_what, html) => {
    expect(targetOf(html)).toEqual({ origin: here, refusal: 'form-puts-values-in-address' });
  });

  it('SR-7: fields named action and method do not hide where and how their form sends', () => {
    const fields = '<input name="action" value="/login"><input name="method" value="post">';
    const sso = 'https://sso.example';
    expect(targetOf(`<form method="post" action="${sso}/login">${fields}</form>`)).toEqual({
      origin: sso,
      refusal: null,
    });
    expect(targetOf(`<form action="${sso}/login">${fields}</form>`)).toEqual({
      origin: sso,
      refusal: 'form-puts-values-in-address',
    });
  });
});
