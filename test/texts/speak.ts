import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Messages = Readonly<Record<string, { readonly message: string; readonly description?: string }>>;

export const messagesOf = (locale: string): Messages =>
  JSON.parse(readFileSync(join('src', '_locales', locale, 'messages.json'), 'utf8')) as Messages;

/** Puts the browser's i18n in place, below the browser: texts of that locale, else English, `$1` to `$9` replaced. */
export function speak(locale: string): void {
  const messages = { ...messagesOf('en'), ...messagesOf(locale) };
  const getMessage = (name: string, values: readonly string[] = []): string =>
    (messages[name]?.message ?? '').replace(/\$(?:(\d)|\$)/g, (_found, place?: string) =>
      place === undefined ? '$' : (values[Number(place) - 1] ?? ''),
    );
  Object.assign(globalThis, { chrome: { i18n: { getMessage, getUILanguage: () => locale } } });
}
