import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => join('src', name));

/** Rules and declarations, without what is said about them. */
const rulesOf = (path: string): string => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

const declared = (path: string): readonly string[] =>
  rulesOf(path)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^[a-z-]+:\s/.test(line));

/** Sides of the screen; a language that is written from right to left needs sides of the text. */
const physical =
  /^(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top|bottom|(?:min-|max-)?(?:width|height)|float)\b|^text-align:\s*(?:left|right)|^(?:margin|padding|inset):\s*\S+\s+\S+\s+\S+\s+\S+;/;

describe('the style sheets', () => {
  it('are all here', () => {
    expect(sheets.map((path) => path.split('/').at(-1)).sort()).toEqual(
      expect.arrayContaining(['chooser.css', 'controls.css', 'options.css', 'popup.css', 'theme.css']),
    );
  });

  it('name sides of the text, never of the screen', () => {
    expect(sheets.flatMap((path) => declared(path).filter((line) => physical.test(line)))).toEqual([]);
    for (const line of [
      'margin-left: 1px;',
      'left: 0;',
      'text-align: right;',
      'padding: 1px 2px 3px 4px;',
      'width: 1px;',
    ])
      expect(line).toMatch(physical);
  });

  it('turn what casts a shadow to one side with the text', () => {
    const sideways = /inset\s+-?\d+px\s+0\s+0/;
    expect(sheets.flatMap((path) => declared(path).filter((line) => sideways.test(line)))).toEqual([]);
  });

  it('name colours in one place, for light, dark and high contrast', () => {
    const colour = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i;
    const elsewhere = sheets.filter((path) => !path.endsWith('theme.css'));
    expect(elsewhere.flatMap((path) => declared(path).filter((line) => colour.test(line)))).toEqual([]);
  });

  it('take no visible focus away but where something else shows it', () => {
    const without = sheets.flatMap((path) =>
      Array.from(rulesOf(path).matchAll(/([^{}]+)\{[^{}]*outline:\s*(?:none|0)[^{}]*\}/g), ([, selector = '']) =>
        selector.trim(),
      ),
    );
    expect(without.sort()).toEqual([
      '.field-box .field-input:focus-visible',
      '.row-menu:focus-visible',
      'h1:focus-visible',
    ]);
  });
});
