import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Messages, messagesOf } from './speak.ts';

const english = messagesOf('en');
const languages = readdirSync(join('src', '_locales'));
const others = languages.filter((language) => language !== 'en');

const pluralKey = /^(.+)_(?:zero|one|two|few|many|other)$/;

const placeholders = (message: string): string => [...new Set(message.match(/\$\d/g))].sort().join(' ');

/** Keys whose text does not stand for the same values as the English one. “One entry” may leave out the number. */
function otherValues(messages: Messages): readonly string[] {
  return Object.entries(messages).flatMap(([key, { message }]) => {
    const stem = pluralKey.exec(key)?.[1];
    const model = english[stem === undefined ? key : `${stem}_other`]?.message ?? '';
    const counted = stem === undefined ? message : `$1 ${message}`;
    const same = placeholders(counted) === placeholders(stem === undefined ? model : `$1 ${model}`);
    return same ? [] : [`${key}: ${message}`];
  });
}

const failing = (messages: Messages, what: RegExp): readonly string[] =>
  Object.entries(messages).flatMap(([key, { message }]) => (what.test(message) ? [`${key}: ${message}`] : []));

describe('the languages', () => {
  it('are six, one of them from right to left', () => {
    expect(languages.toSorted()).toEqual(['de', 'en', 'es', 'fr', 'he', 'nl']);
    expect(languages.filter((language) => messagesOf(language).languageDirection?.message === 'rtl')).toEqual(['he']);
  });

  it.each(languages)('%s: says which it is', (language) => {
    expect(messagesOf(language).languageTag?.message).toBe(language);
  });

  it.each(languages)('%s: each text stands for the same values', (language) => {
    expect(otherValues(messagesOf(language))).toEqual([]);
  });

  it.each(languages)('%s: no text is empty, padded, or holds markup', (language) => {
    expect(failing(messagesOf(language), /^$|^\s|\s$|<|>|&\w+;|\$[^\d]|\$$/)).toEqual([]);
  });

  it.each(languages)('%s: no character that is not seen, but the spaces of typography', (language) => {
    const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]|(?! |\u00a0|\u202f)\p{Zs}/u;
    expect(failing(messagesOf(language), unseen)).toEqual([]);
  });

  it.each(languages)('%s: the stores take name and description', (language) => {
    const { extensionName, extensionDescription } = messagesOf(language);
    expect(extensionName?.message).toBe('Linked Vault');
    expect(extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });

  it.each(others)('%s: is translated', (language) => {
    const messages = messagesOf(language);
    const long = Object.entries(english).filter(([, { message }]) => message.split(' ').length > 4);
    expect(long.length).toBeGreaterThan(400);
    expect(long.filter(([key, { message }]) => messages[key]?.message === message).map(([key]) => key)).toEqual([]);
  });
});

/** The signs of quotation that a language has; those of another would be a slip. */
const quotes: Readonly<Record<string, RegExp>> = {
  en: /[„«»‟"]/,
  de: /[”«»"]/,
  es: /[“”„"]/,
  nl: /[“”„«»"]/,
  he: /[„«»"]/,
};

describe('typography', () => {
  it.each(languages.filter((language) => language !== 'fr'))('%s: quotes as its readers do', (language) => {
    expect(failing(messagesOf(language), quotes[language] ?? /x/)).toEqual([]);
  });

  it('fr: quotes with their narrow spaces, and a space before high punctuation', () => {
    const slips = /[“”„"]|«(?!\u202f)|(?<!\u202f)»|(?<=[\p{L}\d»]):(?= )|(?<=[\p{L}\d»)])[;?!]/u;
    expect(failing(messagesOf('fr'), slips)).toEqual([]);
  });
});

const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n');
const manifest = readFileSync('manifest.json', 'utf8');

describe('the English texts', () => {
  it('are all used', () => {
    const named = new Set(
      `${code}\n${manifest}`.match(/\b(?:__MSG_)?\w+?(?=__\b|\b)/g)?.map((name) => name.replace('__MSG_', '')),
    );
    const unused = Object.keys(english).filter((key) => !named.has(key) && !named.has(pluralKey.exec(key)?.[1] ?? ''));
    expect(unused).toEqual([]);
  });

  it('that the manifest names are there', () => {
    const named = [...manifest.matchAll(/__MSG_(\w+?)__/g)].map((found) => found[1] ?? '');
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => english[name] === undefined)).toEqual([]);
  });
});
