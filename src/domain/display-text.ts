/** Control, bidirectional and invisible characters: they can reorder or hide what a technician reads. */
const deceptive = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** IT Glue text made fit to be shown: deceptive characters become U+FFFD, blanks fold, length is bounded (in characters). */
export function displayText(text: string, limit = 300): string {
  const plain = text
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .replace(deceptive, '\uFFFD');
  if (plain.length <= limit) return plain;
  const characters = Array.from(plain.slice(0, limit * 2 + 2));
  return characters.length > limit ? `${characters.slice(0, limit).join('')}…` : plain;
}
