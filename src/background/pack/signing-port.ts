import type { Secret } from '../../domain/secret.ts';

/** Ed25519 signatures; keys and signatures as base64url. */
export interface Signing {
  generate(): Promise<{ readonly publicKey: string; readonly privateKey: Secret }>;
  sign(privateKey: Secret, text: string): Promise<string>;
  /** false also where key or signature are none. */
  verify(publicKey: string, signature: string, text: string): Promise<boolean>;
  /** What two people compare by eye: 80 bits of the key's SHA-256, in groups. */
  fingerprint(publicKey: string): string;
}
