import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { untranslated } from './untranslated.ts';

const sources = ['src/ui', 'src/popup', 'src/chooser', 'src/options', 'src/background', 'src/offscreen'].flatMap(
  (folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => join(folder, name)),
);

/** Read by the browser or by us alone. */
const notForPeople = [
  'src/background/adapters/offscreen-page.ts:30 Writes a one-time code to the clipboard, and a blank over what was copied, after 30 seconds.',
  'src/background/adapters/request-budget.ts:16 Own budget',
];

describe('the code', () => {
  it('holds no text that a person sees', () => {
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.flatMap((path) => untranslated(path, readFileSync(path, 'utf8')))).toEqual(notForPeople);
  });

  it.each([
    ['text', '<p>Save</p>'],
    ['a name for the screen reader', '<button aria-label="Close">×</button>'],
    ['one of two texts', "<p>{on ? 'On' : 'Off'}</p>"],
    ['a part of a text', '<p title={`More for ${' + 'name}`} />'],
    ['a sentence somewhere', "const said = 'Nothing was found.'"],
  ])('is found out: %s', (_what, code) => {
    expect(
      untranslated('some.tsx', `const some = () => { ${code.startsWith('<') ? `return ${code}` : code} };`),
    ).toHaveLength(code.includes('?') ? 2 : 1);
  });

  it.each([
    '<p class="hint">·</p>',
    "throw new Error('A bug of ours.')",
    "type Word = 'Save now'",
    '<p>{text("save")}</p>',
  ])('may hold %s', (code) => {
    expect(untranslated('some.tsx', code.startsWith('<') ? `const some = ${code};` : code)).toEqual([]);
  });
});
