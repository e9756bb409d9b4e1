const letter = /\p{L}/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Which way a text runs by its first letter; undefined: it has none. */
function textDirection(text: string): 'ltr' | 'rtl' | undefined {
  const first = letter.exec(text)?.[0];
  if (first === undefined) return undefined;
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}

/** Which way all of these run that have letters; undefined: none has, or they differ. */
export function commonDirection(texts: readonly string[]): 'ltr' | 'rtl' | undefined {
  const directions = new Set(texts.flatMap((text) => textDirection(text) ?? []));
  return directions.size === 1 ? [...directions][0] : undefined;
}
