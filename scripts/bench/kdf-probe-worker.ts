import { kdf } from '../../src/background/adapters/kdf.ts';
import type { KdfParameters } from '../../src/domain/sealed.ts';
import { Secret } from '../../src/domain/secret.ts';

/** The worker of the probe extension: the very KDF of the product, and a clock around it. */
async function measureKdf(passphrase: string, parameters: KdfParameters): Promise<number> {
  const began = performance.now();
  await kdf.derive(new Secret(passphrase), parameters);
  return performance.now() - began;
}

Object.assign(globalThis, { measureKdf });
