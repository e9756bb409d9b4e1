import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { looksLikeItGlueKey, trimApiKey } from '../../src/domain/api-key.ts';
import { displayText } from '../../src/domain/display-text.ts';
import { passphraseLongEnough } from '../../src/domain/passphrase.ts';
import { regionOfAddress } from '../../src/domain/region.ts';
import { Secret } from '../../src/domain/secret.ts';

describe('Secret', () => {
  const secret = new Secret('hunter2-marker');

  it('prints, serialises, clones and spreads as nothing', () => {
    const shown = [
      `${secret}`,
      String(secret),
      JSON.stringify({ secret }),
      inspect(secret, { depth: 9, showHidden: true }),
      inspect(structuredClone(secret), { showHidden: true }),
      JSON.stringify({ ...secret }),
      Object.getOwnPropertyNames(secret).join(),
    ];
    expect(shown.join('\n')).not.toContain('hunter2');
  });

  it('gives its text at one door', () => {
    expect(secret.expose()).toBe('hunter2-marker');
    expect(new Secret('').empty).toBe(true);
  });
});

describe('displayText', () => {
  it.each([
    ['plain name', 'plain name'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['evil\u202Egnp.exe', 'evil\uFFFDgnp.exe'],
    ['a\u0000b\u200Bc', 'a\uFFFDb\uFFFDc'],
    ['line\r\nbreak\tand   blanks ', 'line break and blanks'],
    ['Zoë 日本', 'Zoë 日本'],
  ])('%j is shown as %j', (text, shown) => {
    expect(displayText(text)).toBe(shown);
  });

  it('bounds the length by characters', () => {
    expect(displayText('x'.repeat(400), 300)).toBe(`${'x'.repeat(300)}…`);
    expect(Array.from(displayText('😀'.repeat(400), 300))).toHaveLength(301);
  });
});

it.each([
  ['https://acme.itglue.com/123/passwords', 'us'],
  ['https://acme.eu.itglue.com', 'eu'],
  ['acme.au.itglue.com', 'au'],
  ['https://api.eu.itglue.com/', 'eu'],
  ['https://itglue.com', 'us'],
  ['https://itglue.com.evil.test', null],
  ['https://notitglue.com', null],
  ['https://evil.test/?x=acme.itglue.com', null],
  ['', null],
])('the address %j means region %s', (pasted, region) => {
  expect(regionOfAddress(pasted)).toBe(region);
});

it('takes an API key as people paste it', () => {
  expect(trimApiKey('  "ITG.abc"\r\n')).toBe('ITG.abc');
  expect(looksLikeItGlueKey('ITG.0123456789abcdef0123456789abcdef.abc-_')).toBe(true);
  expect(looksLikeItGlueKey('my password')).toBe(false);
});

it.each([
  ['elevenchars', false],
  ['twelve chars', true],
  ['   eleven chr   ', false],
  ['пароль пароль', true],
])('the passphrase %j is long enough: %s', (passphrase, expected) => {
  expect(passphraseLongEnough(passphrase)).toBe(expected);
});
