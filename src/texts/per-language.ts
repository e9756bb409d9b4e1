import { language } from './language.ts';

/** One of a kind for each language: to make a format takes a hundred times as long as to use it. */
export function perLanguage<Format>(make: (tag: string) => Format): () => Format {
  const made = new Map<string, Format>();
  return () => {
    const tag = language();
    const format = made.get(tag) ?? make(tag);
    made.set(tag, format);
    return format;
  };
}
