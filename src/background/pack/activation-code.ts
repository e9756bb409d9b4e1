import type { Ports } from '../ports.ts';

/** Crockford's base 32: no letter that is read as another. Thirty-two signs, so a byte falls evenly on them. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 20;
const misread: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** 100 random bits in groups of four signs: more than anybody can guess, and short enough to read out. */
export const newActivationCode = ({ randomBytes }: Pick<Ports, 'randomBytes'>): string =>
  (
    Array.from(randomBytes(length), (byte) => signs[byte % signs.length])
      .join('')
      .match(/.{4}/g) ?? []
  ).join('-');

/** The code as it was made, from one that was typed: in small letters, without hyphens, with an O for a zero. */
export const readActivationCode = (typed: string): string =>
  (
    typed
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .replace(/[OIL]/g, (sign) => misread[sign] ?? sign)
      .match(/.{1,4}/g) ?? []
  ).join('-');
