import { fromBase64url, toBase64url } from '../base64url.ts';
import type { SealedBytes } from '../index/index-ports.ts';
import type { Cipher, KeyBytes } from '../ports.ts';

const ivBytes = 12;
const utf8 = new TextEncoder();

/** Imported once for each array of key bytes, and gone with it: whoever reads the bytes anew imports them anew. */
const importedKeys = new WeakMap<KeyBytes, Promise<CryptoKey>>();

function imported(key: KeyBytes): Promise<CryptoKey> {
  const known = importedKeys.get(key) ?? crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
  importedKeys.set(key, known);
  return known;
}

const parameters = (iv: Uint8Array<ArrayBuffer>, aad: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8.encode(aad),
});

async function sealBytes(key: KeyBytes, plain: Uint8Array<ArrayBuffer>, aad: string): Promise<SealedBytes> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const sealed = await crypto.subtle.encrypt(parameters(iv, aad), await imported(key), plain);
  return { iv, ct: new Uint8Array(sealed) };
}

async function openBytes(key: KeyBytes, { iv, ct }: SealedBytes, aad: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (iv.length !== ivBytes) return null;
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(iv, aad), await imported(key), ct));
  } catch {
    return null;
  }
}

/** AES-256-GCM by WebCrypto. */
export const cipher: Cipher = {
  sealBytes,
  openBytes,
  async seal(key, plain, aad) {
    const { iv, ct } = await sealBytes(key, plain, aad);
    return { iv: toBase64url(iv), ct: toBase64url(ct) };
  },
  async open(key, box, aad) {
    const iv = fromBase64url(box.iv);
    const ct = fromBase64url(box.ct);
    return iv === null || ct === null ? null : openBytes(key, { iv, ct }, aad);
  },
};
