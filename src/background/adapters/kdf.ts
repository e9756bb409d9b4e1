import { argon2idAsync } from '@noble/hashes/argon2.js';
import { kdfFloor } from '../../domain/sealed.ts';
import { fromBase64url } from '../base64url.ts';
import type { Kdf, KeyBytes } from '../ports.ts';

const keyBytes = 32;
const argon2Version = 0x13;
/** Milliseconds between yields. In Chromium messages still wait until the key is derived: a yield lets go of the turn, not of the queue. */
const asyncTick = 20;

async function derive(text: string, salt: Uint8Array, cost: { m: number; t: number; p: number }): Promise<KeyBytes> {
  const { m, t, p } = cost;
  const key = await argon2idAsync(text, salt, { m, t, p, dkLen: keyBytes, version: argon2Version, asyncTick });
  return Uint8Array.from(key);
}

/** Argon2id (RFC 9106) by @noble/hashes: audited, and without WebAssembly, so the policy of our pages stays strict. */
export const kdf: Kdf = {
  derive(passphrase, parameters) {
    const salt = fromBase64url(parameters.salt);
    if (salt === null) throw new Error('A decoded header always has a salt.');
    return derive(passphrase.expose().normalize('NFKC').trim(), salt, parameters);
  },
  async measureFloor() {
    const began = performance.now();
    await derive('measure', new Uint8Array(16), kdfFloor);
    return performance.now() - began;
  },
};
