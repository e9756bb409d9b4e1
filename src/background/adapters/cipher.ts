import { fromBase64url, toBase64url } from '../base64url.ts';
import type { Cipher, KeyBytes } from '../ports.ts';

const ivBytes = 12;
const utf8 = new TextEncoder();

/** Imported anew for each use and never extractable, so that no CryptoKey lives longer than one call. */
const imported = (key: KeyBytes, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', key, 'AES-GCM', false, [usage]);

const parameters = (iv: Uint8Array<ArrayBuffer>, aad: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8.encode(aad),
});

/** AES-256-GCM by WebCrypto. */
export const cipher: Cipher = {
  async seal(key, plain, aad) {
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
    const sealed = await crypto.subtle.encrypt(parameters(iv, aad), await imported(key, 'encrypt'), plain);
    return { iv: toBase64url(iv), ct: toBase64url(new Uint8Array(sealed)) };
  },
  async open(key, box, aad) {
    const iv = fromBase64url(box.iv);
    const sealed = fromBase64url(box.ct);
    if (iv === null || sealed === null || iv.length !== ivBytes) return null;
    try {
      return new Uint8Array(await crypto.subtle.decrypt(parameters(iv, aad), await imported(key, 'decrypt'), sealed));
    } catch {
      return null;
    }
  },
};
