import { Secret } from '../../domain/secret.ts';
import { fromBase64url, toBase64url } from '../base64url.ts';
import type { Signing } from '../pack/signing-port.ts';
import { sha256 } from './sha256.ts';

const utf8 = new TextEncoder();
const algorithm = 'Ed25519';
const publicKeyBytes = 32;
const signatureBytes = 64;

/** Ed25519 by WebCrypto; the private key travels as PKCS #8 between its sealed record and one signature. */
export const signing: Signing = {
  async generate() {
    // One algorithm for signing answers a pair, whatever the broad type of the call says.
    const pair = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
    const [open, sealed] = await Promise.all([
      crypto.subtle.exportKey('raw', pair.publicKey),
      crypto.subtle.exportKey('pkcs8', pair.privateKey),
    ]);
    return {
      publicKey: toBase64url(new Uint8Array(open)),
      privateKey: new Secret(toBase64url(new Uint8Array(sealed))),
    };
  },
  async sign(privateKey, text) {
    const raw = fromBase64url(privateKey.expose());
    if (raw === null) throw new Error('The signing key is not base64url.');
    const key = await crypto.subtle.importKey('pkcs8', raw, algorithm, false, ['sign']);
    return toBase64url(new Uint8Array(await crypto.subtle.sign(algorithm, key, utf8.encode(text))));
  },
  async verify(publicKey, signature, text) {
    const raw = fromBase64url(publicKey);
    const signed = fromBase64url(signature);
    if (raw?.length !== publicKeyBytes || signed?.length !== signatureBytes) return false;
    try {
      const key = await crypto.subtle.importKey('raw', raw, algorithm, false, ['verify']);
      return await crypto.subtle.verify(algorithm, key, signed, utf8.encode(text));
    } catch {
      return false;
    }
  },
  fingerprint: (publicKey) => (sha256(publicKey).slice(0, 20).toUpperCase().match(/.{4}/g) ?? []).join(' '),
};
