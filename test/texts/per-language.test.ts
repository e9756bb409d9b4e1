import { afterAll, expect, it } from 'vitest';
import { countText } from '../../src/texts/count-text.ts';
import { dayText } from '../../src/texts/day-text.ts';
import { perLanguage } from '../../src/texts/per-language.ts';
import { speak } from './speak.ts';

afterAll(() => speak('en'));

it('makes one for each language, however often it is asked for', () => {
  const made: string[] = [];
  const format = perLanguage((tag) => {
    made.push(tag);
    return tag.toUpperCase();
  });
  const said = ['en', 'de', 'en', 'de'].map((locale) => {
    speak(locale);
    return format();
  });
  expect(said).toEqual(['EN', 'DE', 'EN', 'DE']);
  expect(made).toEqual(['en', 'de']);
});

it('numbers and days follow the language of the texts', () => {
  const at = Date.UTC(2026, 4, 17, 12);
  const inLanguage = (locale: string) => {
    speak(locale);
    return [countText(20_000), dayText(at)];
  };
  expect(inLanguage('en')).toEqual(['20,000', 'May 17, 2026']);
  expect(inLanguage('de')).toEqual(['20.000', '17. Mai 2026']);
  expect(inLanguage('en')).toEqual(['20,000', 'May 17, 2026']);
});
